import Bilingual

/// The text of a foreign file as UTF-8, with how its encoding was found.
///
/// The text is not normalised, and its line ends stay as they are; a byte order mark is left out.
public struct SourceText: Sendable {
  /// The path of the file, as messages show it.
  public let origin: String
  /// The encoding of the file, and why it was chosen.
  public let detection: Detection
  /// The text as valid UTF-8 behind its byte order mark, if it has one.
  let content: any FileBytes
  /// Where the text begins.
  let start: Int
  /// The text as valid UTF-8 without a byte order mark.
  public var bytes: [UInt8] { content.copy(start..<content.count) }

  /// Reads the bytes of a file as text.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - origin: The path of the file, as messages show it.
  ///   - encoding: The encoding that the user named; otherwise it is found.
  /// - Throws: `unknown-encoding`, `invalid-encoding` or `missing-converter`, at the first byte that cannot be read.
  public init(_ bytes: [UInt8], origin: String, encoding: TextEncoding? = nil)
    throws(ExchangeError)
  {
    try self.init(reading: bytes, origin: origin, encoding: encoding)
  }

  /// Reads the bytes of a file, which are not copied where they are UTF-8, as text.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - origin: The path of the file, as messages show it.
  ///   - encoding: The encoding that the user named; otherwise it is found.
  /// - Throws: `unknown-encoding`, `invalid-encoding` or `missing-converter`, at the first byte that cannot be read.
  package init(reading bytes: any FileBytes, origin: String, encoding: TextEncoding? = nil)
    throws(ExchangeError)
  {
    let detection =
      if let encoding {
        Detection(encoding: encoding, reason: .named)
      } else {
        try bytes.withSpan { (span) throws(ExchangeError) in
          try Detection.detect(span, origin: origin)
        }
      }
    self.origin = origin
    self.detection = detection
    let isUTF8 =
      detection.encoding == .utf8 && bytes.withSpan { UTF8Validity($0).isValid }
    if isUTF8 {
      content = bytes
    } else {
      let whole = bytes.copy(0..<bytes.count)
      content = try Self.decode(whole, from: detection.encoding, origin: origin)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    start = content.copy(0..<min(mark.count, content.count)) == mark ? mark.count : 0
  }

  /// Converts a file to UTF-8; a byte order mark is kept.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - encoding: Its encoding.
  ///   - origin: The path of the file, as messages show it.
  ///   - converter: The system's name of GB 18030, which tests set to one that does not exist.
  /// - Returns: The text as valid UTF-8.
  /// - Throws: `invalid-encoding` or `missing-converter`.
  package static func decode(
    _ bytes: [UInt8],
    from encoding: TextEncoding,
    origin: String,
    converter: String = "GB18030"
  ) throws(ExchangeError) -> [UInt8] {
    do throws(DecodingStop) {
      switch encoding {
      case .utf8:
        guard case .invalid(let offset) = UTF8Validity(bytes.span) else { return bytes }
        throw DecodingStop(offset: offset, converted: Array(bytes[..<offset]))
      case .gb18030:
        guard let decoder = GB18030Decoder(converter: converter) else { break }
        return try decoder.decode(bytes)
      case .utf16LittleEndian: return try UTF16Decoder(highByteFirst: false).decode(bytes)
      case .utf16BigEndian: return try UTF16Decoder(highByteFirst: true).decode(bytes)
      }
    } catch {
      throw .invalidEncoding(encoding, bytes: bytes, stop: error, origin: origin)
    }
    throw .missingConverter(encoding, origin: origin)
  }
}

/// Where a conversion to UTF-8 stopped, and what it had written by then.
struct DecodingStop: Error {
  /// The first byte that was not converted.
  let offset: Int
  /// The UTF-8 of everything before it.
  let converted: [UInt8]
}

extension ExchangeError {
  fileprivate static func invalidEncoding(
    _ encoding: TextEncoding,
    bytes: [UInt8],
    stop: DecodingStop,
    origin: String
  ) -> ExchangeError {
    let byte = hexadecimal(bytes[stop.offset])
    return ExchangeError(
      .invalidEncoding,
      at: Place(origin: origin, position: Position(after: stop.converted[...])),
      Phrase(
        en: "byte \(byte) at offset \(stop.offset) is not \(encoding.label)",
        zh: "偏移 \(stop.offset) 处的字节 \(byte) 不是 \(encoding.label)"
      ),
      help: Phrase(
        en: "the file may be damaged or cut off there, or in another encoding: name `--encoding`",
        zh: "文件可能在此处损坏、截断，或使用其他编码：请用 `--encoding` 指定编码"
      )
    )
  }

  fileprivate static func missingConverter(_ encoding: TextEncoding, origin: String)
    -> ExchangeError
  {
    ExchangeError(
      .missingConverter,
      at: Place(origin: origin, position: .start),
      Phrase(
        en: "this system has no converter for \(encoding.label)",
        zh: "本系统没有 \(encoding.label) 的转换器"
      ),
      help: Phrase(
        en: "save the file as UTF-8, or install the C library's character set modules (gconv)",
        zh: "请将文件另存为 UTF-8，或安装 C 库的字符集模块（gconv）"
      )
    )
  }
}
