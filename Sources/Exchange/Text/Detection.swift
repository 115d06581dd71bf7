public import Bilingual
import JSONLines

/// The encoding in which a file is read, and why it was chosen.
public struct Detection: Hashable, Sendable {
  /// Why an encoding was chosen.
  public enum Reason: Hashable, Sendable {
    /// The user named it.
    case named
    /// The file begins with its byte order mark.
    case byteOrderMark
    /// The file is plain ASCII.
    case ascii
    /// The file is valid UTF-8, and reads badly as GB 18030.
    case validUTF8
    /// The file is valid UTF-8, but so short or so unlucky that it reads well as GB 18030 too.
    case validUTF8PlausibleGB18030
    /// The file is not UTF-8, and mostly common Chinese characters as GB 18030.
    case plausibleGB18030
  }

  /// The encoding.
  public let encoding: TextEncoding
  /// Why it was chosen.
  public let reason: Reason

  /// Whether no other reading of the file makes sense.
  public var isCertain: Bool {
    switch reason {
    case .named, .byteOrderMark, .ascii, .validUTF8: true
    case .validUTF8PlausibleGB18030, .plausibleGB18030: false
    }
  }

  /// The choice in a few words, and what to do if it is wrong.
  public var explanation: Phrase {
    switch reason {
    case .named:
      Phrase(en: "read as \(encoding.label), as named", zh: "按指定的 \(encoding.label) 读取")
    case .byteOrderMark:
      Phrase(
        en: "read as \(encoding.label), by its byte order mark",
        zh: "根据字节顺序标记按 \(encoding.label) 读取"
      )
    case .ascii: Phrase(en: "plain ASCII", zh: "纯 ASCII 文本")
    case .validUTF8: Phrase(en: "valid UTF-8", zh: "有效的 UTF-8")
    case .validUTF8PlausibleGB18030:
      Phrase(
        en: "read as UTF-8, but GB18030 is possible too: "
          + "if the text looks wrong, name `--encoding gb18030`",
        zh: "按 UTF-8 读取，但也可能是 GB18030：如文字有误，请指定 `--encoding gb18030`"
      )
    case .plausibleGB18030:
      Phrase(
        en: "not UTF-8, read as GB18030: if the text looks wrong, name `--encoding`",
        zh: "不是 UTF-8，按 GB18030 读取：如文字有误，请用 `--encoding` 指定编码"
      )
    }
  }

  /// Finds the encoding of a whole file: what is valid UTF-8 is never taken for GB 18030.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - origin: The file's name, for the error.
  /// - Returns: The encoding. Where it is GB 18030, decoding may yet find an error in the file.
  /// - Throws: `unknown-encoding` at the first byte that is not UTF-8.
  static func detect(_ bytes: any FileBytes, origin: String) throws(ExchangeError) -> Detection {
    if let marked = TextEncoding(byteOrderMarkOf: bytes.copy(0..<min(4, bytes.count))) {
      return Detection(encoding: marked, reason: .byteOrderMark)
    }
    let census = GB18030Census(bytes)
    switch UTF8Validity(bytes) {
    case .ascii:
      return Detection(encoding: .utf8, reason: .ascii)
    case .valid:
      let ambiguous = census.isWellFormed && census.isPlausible
      return Detection(
        encoding: .utf8,
        reason: ambiguous ? .validUTF8PlausibleGB18030 : .validUTF8
      )
    case .invalid where census.isPlausible:
      return Detection(encoding: .gb18030, reason: .plausibleGB18030)
    case .invalid(let offset):
      let byte = hexadecimal(bytes.copy(offset..<offset + 1)[0])
      throw ExchangeError(
        .unknownEncoding,
        at: Place(origin: origin, position: bytes.position(of: offset)),
        Phrase(
          en: "byte \(byte) at offset \(offset) is not UTF-8, "
            + "and the file does not read as GB18030",
          zh: "偏移 \(offset) 处的字节 \(byte) 不是 UTF-8，整个文件也不像 GB18030"
        ),
        help: Phrase(
          en: "name `--encoding` (\(supported)), or save the file as UTF-8",
          zh: "请用 `--encoding` 指定编码（\(supported)），或将文件另存为 UTF-8"
        )
      )
    }
  }

  private static var supported: String {
    TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
  }
}

/// What the bytes of a file are, read as UTF-8.
enum UTF8Validity: Equatable {
  /// All of them are ASCII.
  case ascii
  /// Valid, not all of them ASCII.
  case valid
  /// Not UTF-8, from this offset on.
  case invalid(offset: Int)

  init(_ bytes: any FileBytes) {
    var found = UTF8Validity.ascii
    var start = 0
    bytes.readPieces { piece, isLast in
      // A character that is cut is left to the next piece.
      var end = piece.count
      if !isLast, let last = (end - 4..<end).last(where: { piece[$0].beginsScalar }) { end = last }
      do throws(UTF8.ValidationError) {
        let text = try UTF8Span(validating: piece.extracting(0..<end))
        if !text.isKnownASCII { found = .valid }
      } catch {
        found = .invalid(offset: start + error.byteOffsets.lowerBound)
        return 0
      }
      start += end
      return end
    }
    self = found
  }
}

extension FileBytes {
  /// The position of a byte before which there is nothing but UTF-8.
  func position(of offset: Int) -> Position {
    var counter = PositionCounter()
    var left = offset
    readPieces { piece, _ in
      let count = min(left, piece.count)
      for index in 0..<count { counter.pass(piece[index]) }
      left -= count
      return count
    }
    return counter.position
  }
}

/// Writes a byte as `0xE9`.
func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "0x" + (digits.utf8.count < 2 ? "0" : "") + digits
}
