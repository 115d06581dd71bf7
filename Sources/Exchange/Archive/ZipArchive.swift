import Bilingual

/// The files in a ZIP archive held in memory, as office programs write them; nothing is ever put on a disk.
///
/// By PKWARE's APPNOTE 6.3, and strict: the directory at the end is the truth, each file's own header must agree with
/// it, files may not overlap, and names may not lead out of the archive.
package struct ZipArchive {
  /// What one file, and all of them, may unpack to.
  package struct Limits {
    package var file = 256 << 20
    package var total = 512 << 20
    package var files = 10_000
    /// How many times its packed size a file of more than a mebibyte may have.
    package var ratio = 250

    package init() {}
  }

  private struct Entry {
    let name: String
    let method: Int
    let checksum: UInt32
    let packed: Int
    let size: Int
    let offset: Int
  }

  private let bytes: [UInt8]
  private let origin: String
  private var entries: [String: Entry] = [:]

  /// Reads the directory of an archive.
  ///
  /// - Throws: What is wrong with it: `damaged-archive`, `unsafe-archive`, `encrypted-file`.
  package init(_ bytes: [UInt8], origin: String, limits: Limits = Limits()) throws(ExchangeError) {
    self.bytes = bytes
    self.origin = origin
    guard let end = Self.endRecord(bytes) else {
      throw damaged(
        Phrase(
          en: "the directory at the end of the archive is missing: the file is cut off",
          zh: "压缩包末尾的目录缺失：文件不完整"
        )
      )
    }
    let count = number(end + 10, 2)
    let size = number(end + 12, 4)
    let start = number(end + 16, 4)
    guard number(end + 4, 2) == 0, number(end + 6, 2) == 0, number(end + 8, 2) == count,
      count < 0xFFFF, start + size == end
    else {
      throw damaged(
        Phrase(
          en: "the end of the archive does not describe one archive of this size",
          zh: "压缩包末尾记录与文件大小不符"
        )
      )
    }
    guard count <= limits.files else {
      throw unsafe(Phrase(en: "it holds \(count, of: "file")", zh: "内含 \(count) 个文件"))
    }
    var offset = start
    var total = 0
    var spans: [Range<Int>] = []
    for _ in 0..<count {
      let (entry, length) = try entry(at: offset, end: end)
      offset += length
      try check(entry, limits)
      total += entry.size
      guard entries.updateValue(entry, forKey: entry.name) == nil else {
        throw unsafe(
          Phrase(en: "it names '\(entry.name)' twice", zh: "“\(entry.name)”出现两次")
        )
      }
      spans.append(entry.offset..<(try data(of: entry, before: start)).upperBound)
    }
    guard offset == end else {
      throw damaged(
        Phrase(en: "its directory is longer than it says", zh: "目录长度与记录不符")
      )
    }
    guard total <= limits.total else {
      throw unsafe(
        Phrase(
          en: "it would unpack to \(total, of: "byte"), more than \(limits.total)",
          zh: "解压后为 \(total) 字节，超过上限 \(limits.total)"
        )
      )
    }
    spans.sort { $0.lowerBound < $1.lowerBound }
    for (before, after) in zip(spans, spans.dropFirst())
    where before.upperBound > after.lowerBound {
      throw unsafe(
        Phrase(en: "two of its files share the same bytes", zh: "其中两个文件占用同一段字节")
      )
    }
  }

  /// Unpacks a file.
  ///
  /// - Returns: Its bytes; `nil` where the archive has no such file.
  /// - Throws: `damaged-archive` where its bytes are not what the directory says.
  package func contents(_ name: String) throws(ExchangeError) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    let packed = bytes[try data(of: entry, before: bytes.count)]
    let unpacked: [UInt8]
    do throws(Inflater.Fault) {
      unpacked =
        entry.method == 0 ? Array(packed) : try Inflater.unpack(packed, size: entry.size)
    } catch {
      throw damaged(Self.words(error, entry.name, entry.size))
    }
    guard Checksum.crc32(unpacked) == entry.checksum else {
      throw damaged(
        Phrase(
          en: "'\(entry.name)' is not what was packed: its checksum differs",
          zh: "“\(entry.name)”的校验和不符，内容已损坏"
        )
      )
    }
    return unpacked
  }

  private static func words(_ fault: Inflater.Fault, _ name: String, _ size: Int) -> Phrase {
    switch fault {
    case .tooLong, .tooShort:
      Phrase(
        en:
          "'\(name)' unpacks to another size than the \(size, of: "byte") that the directory says",
        zh: "“\(name)”解压后的大小与目录所记 \(size) 字节不符"
      )
    case .truncated:
      Phrase(en: "'\(name)' is cut off", zh: "“\(name)”不完整")
    case .malformed:
      Phrase(en: "'\(name)' cannot be unpacked", zh: "“\(name)”无法解压")
    }
  }
}

extension ZipArchive {
  /// Finds the record that ends an archive; behind it only its own comment may stand.
  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    let first = bytes.count - 22
    guard first >= 0 else { return nil }
    for offset in stride(from: first, through: max(0, first - 0xFFFF), by: -1)
    where bytes[offset] == 0x50 && bytes[offset + 1] == 0x4B && bytes[offset + 2] == 5
      && bytes[offset + 3] == 6
      && Int(bytes[offset + 20]) | Int(bytes[offset + 21]) << 8 == first - offset
    {
      return offset
    }
    return nil
  }

  private func entry(at offset: Int, end: Int) throws(ExchangeError) -> (Entry, length: Int) {
    guard offset + 46 <= end, number(offset, 4) == 0x0201_4B50 else {
      throw damaged(
        Phrase(en: "its directory is broken at byte \(offset)", zh: "目录在第 \(offset) 字节处损坏")
      )
    }
    let length = 46 + number(offset + 28, 2) + number(offset + 30, 2) + number(offset + 32, 2)
    guard offset + length <= end else {
      throw damaged(Phrase(en: "its directory is cut off", zh: "目录不完整"))
    }
    let name = try name(offset + 46, number(offset + 28, 2))
    guard number(offset + 8, 2) & 0x41 == 0 else { throw encrypted(name) }
    let entry = Entry(
      name: name,
      method: number(offset + 10, 2),
      checksum: UInt32(number(offset + 16, 4)),
      packed: number(offset + 20, 4),
      size: number(offset + 24, 4),
      offset: number(offset + 42, 4)
    )
    return (entry, length)
  }

  private func name(_ offset: Int, _ count: Int) throws(ExchangeError) -> String {
    let name = String(decoding: bytes[offset..<(offset + count)], as: UTF8.self)
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let leadsOut =
      name.isEmpty || name.utf8.first == UInt8(ascii: "/")
      || parts.contains { $0.elementsEqual("..".utf8) }
      || name.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") }
    guard !leadsOut else {
      throw unsafe(
        Phrase(
          en: "it names a file '\(name)', which leads out of the archive",
          zh: "其中的文件名“\(name)”指向压缩包之外"
        )
      )
    }
    return name
  }

  private func check(_ entry: Entry, _ limits: Limits) throws(ExchangeError) {
    guard entry.method == 0 || entry.method == 8 else {
      throw damaged(
        Phrase(
          en: "'\(entry.name)' is packed by method \(entry.method), which is not read",
          zh: "“\(entry.name)”使用不支持的压缩方法 \(entry.method)"
        )
      )
    }
    guard entry.method == 8 || entry.size == entry.packed else {
      throw damaged(
        Phrase(en: "'\(entry.name)' is stored, yet has two sizes", zh: "“\(entry.name)”未压缩，却有两个大小")
      )
    }
    guard entry.size <= limits.file,
      entry.size <= 1 << 20 || entry.size / max(1, entry.packed) <= limits.ratio
    else {
      throw unsafe(
        Phrase(
          en: "'\(entry.name)' would unpack from \(entry.packed) to \(entry.size, of: "byte")",
          zh: "“\(entry.name)”将从 \(entry.packed) 字节解压为 \(entry.size) 字节"
        )
      )
    }
  }

  /// Where the packed bytes of a file stand, by its own header.
  private func data(of entry: Entry, before end: Int) throws(ExchangeError) -> Range<Int> {
    let offset = entry.offset
    guard offset + 30 <= end, number(offset, 4) == 0x0403_4B50,
      number(offset + 8, 2) == entry.method
    else { throw disagreeing(entry) }
    let count = number(offset + 26, 2)
    let start = offset + 30 + count + number(offset + 28, 2)
    guard start + entry.packed <= end,
      bytes[(offset + 30)..<(offset + 30 + count)].elementsEqual(entry.name.utf8)
    else { throw disagreeing(entry) }
    return start..<(start + entry.packed)
  }

  /// Reads a number of some bytes, the lowest first; what lies behind the end is zero.
  private func number(_ offset: Int, _ count: Int) -> Int {
    var value = 0
    for place in 0..<count where offset + place < bytes.count {
      value |= Int(bytes[offset + place]) << (8 * place)
    }
    return value
  }

  private func disagreeing(_ entry: Entry) -> ExchangeError {
    damaged(
      Phrase(
        en: "'\(entry.name)' does not stand where the directory says",
        zh: "“\(entry.name)”不在目录所记的位置"
      )
    )
  }

  private func damaged(_ message: Phrase) -> ExchangeError {
    ExchangeError(
      .damagedArchive,
      at: Place(origin: origin, position: .start),
      message,
      help: Phrase(
        en: "open the file in an office program and save it again, or fetch it anew",
        zh: "请用办公软件打开并另存，或重新获取该文件"
      )
    )
  }

  private func unsafe(_ message: Phrase) -> ExchangeError {
    ExchangeError(
      .unsafeArchive,
      at: Place(origin: origin, position: .start),
      Phrase(
        en: "the archive is not one that an office program writes: \(message.en)",
        zh: "此压缩包不是办公软件生成的文件：\(message.zh)"
      ),
      help: Phrase(
        en: "do not trust the file; save the table as CSV where it came from",
        zh: "请勿信任该文件；请在来源处另存为 CSV"
      )
    )
  }

  private func encrypted(_ name: String) -> ExchangeError {
    ExchangeError(
      .encryptedFile,
      at: Place(origin: origin, position: .start),
      Phrase(en: "'\(name)' is encrypted", zh: "“\(name)”已加密"),
      help: Phrase(en: "save the file without a password", zh: "请取消密码后另存")
    )
  }
}

/// The checksum of ZIP archives.
enum Checksum {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  /// The CRC-32 of bytes (ISO 3309).
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    let table = table
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ value >> 8 }
    return ~value
  }
}
