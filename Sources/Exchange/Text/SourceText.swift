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
  ///   - store: Keeps what is converted; in memory unless told otherwise.
  /// - Throws: `unknown-encoding`, `invalid-encoding` or `missing-converter`, at the first byte that cannot be read.
  package init(
    reading bytes: any FileBytes,
    origin: String,
    encoding: TextEncoding? = nil,
    into store: any TextStore = MemoryStore()
  ) throws(ExchangeError) {
    let detection =
      if let encoding {
        Detection(encoding: encoding, reason: .named)
      } else {
        try Detection.detect(bytes, origin: origin)
      }
    self.origin = origin
    self.detection = detection
    if detection.encoding == .utf8 {
      try Self.expectUTF8(bytes, detection, origin)
      content = bytes
    } else {
      var store = store
      try Self.decode(bytes, from: detection.encoding, origin: origin, to: &store)
      content = store.finish()
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    start = content.copy(0..<min(mark.count, content.count)) == mark ? mark.count : 0
  }

  /// Looks whether bytes are UTF-8 to their end; those that were found to be are not looked at again.
  private static func expectUTF8(_ bytes: any FileBytes, _ detection: Detection, _ origin: String)
    throws(ExchangeError)
  {
    guard [.named, .byteOrderMark].contains(detection.reason),
      case .invalid(let offset) = UTF8Validity(bytes)
    else { return }
    throw .invalidEncoding(
      .utf8,
      bytes.copy(offset..<offset + 1)[0],
      at: offset,
      Place(origin: origin, position: bytes.position(of: offset))
    )
  }

  /// Converts a file to UTF-8; a byte order mark is kept.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - encoding: Its encoding, which is not UTF-8.
  ///   - origin: The path of the file, as messages show it.
  ///   - converter: The system's name of GB 18030, which tests set to one that does not exist.
  ///   - store: Where the text goes.
  /// - Throws: `invalid-encoding` or `missing-converter`.
  package static func decode(
    _ bytes: any FileBytes,
    from encoding: TextEncoding,
    origin: String,
    converter: String = "GB18030",
    to store: inout any TextStore
  ) throws(ExchangeError) {
    let wide = UTF16Decoder(highByteFirst: encoding == .utf16BigEndian)
    let chinese = encoding == .gb18030 ? GB18030Decoder(converter: converter) : nil
    guard encoding != .gb18030 || chinese != nil else {
      throw .missingConverter(encoding, origin: origin)
    }
    var offset = 0
    try bytes.readPieces { (piece, isLast) throws(ExchangeError) in
      let (text, count) = chinese?.decode(piece) ?? wide.decode(piece)
      store.append(text)
      offset += count
      // A character that is cut is left to the next piece.
      guard count < piece.count, isLast || piece.count - count >= 4 else { return count }
      let before = store.finish()
      throw .invalidEncoding(
        encoding,
        piece[count],
        at: offset,
        Place(origin: origin, position: before.position(of: before.count))
      )
    }
  }
}

extension ExchangeError {
  fileprivate static func invalidEncoding(
    _ encoding: TextEncoding,
    _ byte: UInt8,
    at offset: Int,
    _ place: Place
  ) -> ExchangeError {
    let byte = hexadecimal(byte)
    return ExchangeError(
      .invalidEncoding,
      at: place,
      Phrase(
        en: "byte \(byte) at offset \(offset) is not \(encoding.label)",
        zh: "偏移 \(offset) 处的字节 \(byte) 不是 \(encoding.label)"
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
