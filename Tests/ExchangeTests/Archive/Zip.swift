/// A file of an archive that tests build.
struct ZipFile {
  var name: String
  var bytes: [UInt8]
  /// How it is packed: 0 stored, 8 deflated.
  var method = 0
  /// The bytes as they are packed; the same where it is stored.
  var packed: [UInt8]?
  /// What the directory says of its size, where that is not the truth.
  var size: Int?
  /// What the directory says of its checksum, where that is not the truth.
  var checksum: UInt32?
  var flags = 0
}

/// Builds an archive as PKWARE's APPNOTE describes it, byte by byte.
func zip(_ files: [ZipFile]) -> [UInt8] {
  func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  var archive: [UInt8] = []
  var directory: [UInt8] = []
  for file in files {
    let packed = file.packed ?? file.bytes
    let shared =
      number(20, 2) + number(file.flags, 2) + number(file.method, 2) + number(0, 4)
      + number(Int(file.checksum ?? crc32(file.bytes)), 4) + number(packed.count, 4)
      + number(file.size ?? file.bytes.count, 4) + number(file.name.utf8.count, 2)
    directory += [0x50, 0x4B, 1, 2] + number(20, 2) + shared + number(0, 12)
    directory += number(archive.count, 4) + Array(file.name.utf8)
    archive += [0x50, 0x4B, 3, 4] + shared + number(0, 2) + Array(file.name.utf8) + packed
  }
  let end =
    [0x50, 0x4B, 5, 6] + number(0, 4) + number(files.count, 2) + number(files.count, 2)
    + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
  return archive + directory + end
}

/// The CRC-32 of bytes, bit by bit.
func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(0xFFFF_FFFF) { value, byte in
    (0..<8).reduce(value ^ UInt32(byte)) { bits, _ in
      bits & 1 == 1 ? bits >> 1 ^ 0xEDB8_8320 : bits >> 1
    }
  }
}

/// Builds a spreadsheet of some sheets, each given by the XML of its rows and what follows them.
func workbook(
  _ sheets: [(name: String, rows: String)],
  texts: String = "",
  styles: String = "",
  properties: String = "",
  more: [ZipFile] = []
) -> [UInt8] {
  func file(_ name: String, _ text: String) -> ZipFile {
    ZipFile(name: name, bytes: Array(text.utf8))
  }
  let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let links = sheets.indices.map {
    "<Relationship Id=\"r\($0)\" Type=\"\(types)/worksheet\" Target=\"worksheets/s\($0).xml\"/>"
  }
  let list = sheets.enumerated().map { "<sheet name=\"\($1.name)\" r:id=\"r\($0)\"/>" }
  return zip(
    [
      file(
        "_rels/.rels",
        """
        <Relationships><Relationship Id="a" Type="\(types)/officeDocument" Target="xl/book.xml"/>\
        </Relationships>
        """
      ),
      file(
        "xl/_rels/book.xml.rels",
        """
        <Relationships>\(links.joined())\
        <Relationship Id="t" Type="\(types)/sharedStrings" Target="/xl/texts.xml"/>\
        <Relationship Id="y" Type="\(types)/styles" Target="./styles.xml"/></Relationships>
        """
      ),
      file(
        "xl/book.xml",
        "<workbook>\(properties)<sheets>\(list.joined())</sheets></workbook>"
      ),
      file("xl/texts.xml", "<sst>\(texts)</sst>"),
      file("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
    ]
      + sheets.enumerated().map { index, sheet in
        file("xl/worksheets/s\(index).xml", "<worksheet>\(sheet.rows)</worksheet>")
      } + more
  )
}
