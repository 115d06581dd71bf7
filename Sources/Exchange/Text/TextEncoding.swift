/// An encoding in which foreign files may be read.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// GB 18030, which contains GBK and GB 2312.
  case gb18030 = "gb18030"
  /// UTF-16 with the low byte first, as spreadsheet programs write "Unicode text".
  case utf16LittleEndian = "utf-16le"
  /// UTF-16 with the high byte first.
  case utf16BigEndian = "utf-16be"

  /// Reads an encoding's name in any usual spelling; `nil` for one that is not supported.
  ///
  /// GBK, GB 2312 and code page 936 are read as GB 18030, which contains them.
  public init?(name: String) {
    let letters = name.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" && $0 != " " }
    switch String(String.UnicodeScalarView(letters)) {
    case "utf8": self = .utf8
    case "gb18030", "gbk", "gb2312", "euccn", "cp936", "ms936", "windows936": self = .gb18030
    case "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    default: return nil
    }
  }

  /// The encoding that a byte order mark announces; `nil` where the bytes begin without one.
  init?(byteOrderMarkOf bytes: [UInt8]) {
    let marked = Self.allCases.first { bytes.starts(with: $0.byteOrderMark) }
    guard let marked else { return nil }
    self = marked
  }

  /// U+FEFF as this encoding writes it.
  private var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }

  /// The name in capitals, as messages show it.
  var label: String { rawValue.uppercased() }
}
