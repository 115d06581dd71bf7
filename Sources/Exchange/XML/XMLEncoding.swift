import Bilingual

/// Finds in which encoding an XML file is written.
enum XMLEncoding {
  /// The encoding by the byte order mark, else by the XML declaration, else UTF-8, as XML 1.0, appendix F has it.
  static func find(_ bytes: [UInt8], origin: String) throws(ExchangeError) -> TextEncoding {
    if let marked = TextEncoding(byteOrderMarkOf: bytes) { return marked }
    guard let name = declared(bytes) else { return .utf8 }
    if let encoding = TextEncoding(name: name) { return encoding }
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    if isASCII, ["us-ascii", "ascii", "iso-8859-1", "windows-1252"].contains(name.lowercased()) {
      return .utf8
    }
    throw ExchangeError(
      .unknownEncoding,
      at: Place(origin: origin, position: .start),
      Phrase(
        en: "the file says that it is written in '\(name)', which is not read",
        zh: "文件声明的编码“\(name)”不受支持"
      ),
      help: Phrase(en: "save the file as UTF-8", zh: "请将文件另存为 UTF-8")
    )
  }

  /// The encoding that `<?xml … encoding="…"?>` names.
  private static func declared(_ bytes: [UInt8]) -> String? {
    guard bytes.starts(with: "<?xml".utf8),
      let end = bytes.prefix(400).firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let text = String(decoding: bytes[..<end], as: UTF8.self)
    guard let key = text.firstRange(of: "encoding") else { return nil }
    let parts = text[key.upperBound...].split(omittingEmptySubsequences: false) {
      $0 == "\"" || $0 == "'"
    }
    return parts.count > 1 ? String(parts[1]) : nil
  }
}
