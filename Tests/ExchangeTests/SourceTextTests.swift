import Bilingual
import Exchange
import Testing

struct SourceTextTests {
  /// `企业名称,品牌` in GB 18030.
  private static let gb: [UInt8] = [
    0xC6, 0xF3, 0xD2, 0xB5, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xC6, 0xB7, 0xC5, 0xC6,
  ]

  private static func text(_ text: SourceText) -> String {
    String(decoding: text.bytes, as: UTF8.self)
  }

  private static func units(_ text: String, highByteFirst: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return highByteFirst ? bytes : bytes.reversed()
    }
  }

  private static func error(_ bytes: [UInt8], _ encoding: TextEncoding? = nil) -> ExchangeError? {
    #expect(throws: ExchangeError.self) {
      try SourceText(bytes, origin: "f.csv", encoding: encoding)
    }
  }

  struct Found: Sendable {
    let bytes: [UInt8]
    let text: String
    let encoding: TextEncoding
    let reason: Detection.Reason
  }

  @Test(arguments: [
    Found(bytes: [], text: "", encoding: .utf8, reason: .ascii),
    Found(bytes: Array("a,b".utf8), text: "a,b", encoding: .utf8, reason: .ascii),
    Found(bytes: Array("名称,é".utf8), text: "名称,é", encoding: .utf8, reason: .validUTF8),
    Found(
      bytes: [0xEF, 0xBB, 0xBF] + Array("名称".utf8),
      text: "名称",
      encoding: .utf8,
      reason: .byteOrderMark
    ),
    Found(bytes: gb, text: "企业名称,品牌", encoding: .gb18030, reason: .plausibleGB18030),
    Found(
      bytes: [0xFF, 0xFE] + units("名称\t𠮷\r\n", highByteFirst: false),
      text: "名称\t𠮷\r\n",
      encoding: .utf16LittleEndian,
      reason: .byteOrderMark
    ),
    Found(
      bytes: [0xFE, 0xFF] + units("名称\t𠮷", highByteFirst: true),
      text: "名称\t𠮷",
      encoding: .utf16BigEndian,
      reason: .byteOrderMark
    ),
    Found(
      bytes: [0x84, 0x31, 0x95, 0x33] + gb,
      text: "企业名称,品牌",
      encoding: .gb18030,
      reason: .byteOrderMark
    ),
  ])
  func `finds the encoding and says why`(_ found: Found) throws {
    let text = try SourceText(found.bytes, origin: "f.csv")
    #expect(Self.text(text) == found.text)
    #expect(text.detection.encoding == found.encoding)
    #expect(text.detection.reason == found.reason)
  }

  @Test func `four-byte characters of GB 18030 are read`() throws {
    // 企业名称 𠮷 (U+20BB7) 㐂 (U+3402)
    let bytes = Self.gb[..<8] + [0x95, 0x34, 0xB2, 0x35, 0x81, 0x39, 0xEF, 0x31]
    let text = try SourceText(Array(bytes), origin: "f.csv")
    #expect(text.detection.encoding == .gb18030)
    #expect(Self.text(text).unicodeScalars.map(\.value).suffix(2) == [0x20BB7, 0x3402])
  }

  @Test func `text that would be valid in both is taken for UTF-8 and said to be uncertain`() throws
  {
    // 谩 in GBK is á in UTF-8.
    let text = try SourceText([0xC3, 0xA1], origin: "f.csv")
    #expect(Self.text(text) == "á")
    #expect(text.detection.reason == .validUTF8PlausibleGB18030)
    #expect(!text.detection.isCertain)
    #expect(text.detection.explanation.en.contains("--encoding gb18030"))

    let forced = try SourceText([0xC3, 0xA1], origin: "f.csv", encoding: .gb18030)
    #expect(Self.text(forced) == "谩")
    #expect(forced.detection.isCertain)
  }

  @Test(arguments: ["启东市企业名称", "吕四海鲜", "A股·天汾电动工具(万元)", "漢字かな", "éàü 名称"])
  func `Chinese UTF-8 is certain`(_ text: String) throws {
    let detection = try SourceText(Array(text.utf8), origin: "f.csv").detection
    #expect(detection.reason == .validUTF8)
  }

  @Test func `Latin-1 is refused at its first accent`() throws {
    let error = try #require(Self.error(Array("a,b\r\nZ".utf8) + [0xFC] + Array("rich,1".utf8)))
    #expect(error.code == .unknownEncoding)
    #expect(error.place.description == "f.csv:2:2")
    #expect(error.message.en.contains("0xFC at offset 6"))
    #expect(error.help?.en.contains("--encoding") == true)
  }

  @Test func `a UTF-8 file cut inside a character is refused there`() throws {
    let error = try #require(Self.error(Array("名称\n启东".utf8.dropLast())))
    #expect(error.code == .unknownEncoding)
    #expect(error.place.description == "f.csv:2:2")
    #expect(error.message.en.contains("offset 10"))
  }

  @Test func `a GB 18030 file cut inside a character is refused there`() throws {
    let error = try #require(Self.error(Self.gb.dropLast()))
    #expect(error.code == .invalidEncoding)
    #expect(error.place.description == "f.csv:1:7")
    #expect(error.message.en.contains("0xC5 at offset 11"))
  }

  @Test(arguments: [
    ([0xC6, 0xF3, 0x0A, 0xFF, 0x41], TextEncoding.gb18030, "f.csv:2:1"),
    ([0x41, 0xE9, 0x41], .utf8, "f.csv:1:2"),
    (
      [0x41, 0x00, 0x0D, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x41, 0x00], .utf16LittleEndian, "f.csv:2:1"
    ),
    ([0x00, 0x41, 0x00], .utf16BigEndian, "f.csv:1:2"),
    ([0xDC, 0x00], .utf16BigEndian, "f.csv:1:1"),
  ])
  func `what is not in the named encoding is refused where it stands`(
    _ bytes: [UInt8],
    _ encoding: TextEncoding,
    _ place: String
  ) throws {
    let error = try #require(Self.error(bytes, encoding))
    #expect(error.code == .invalidEncoding)
    #expect(error.place.description == place)
  }

  @Test func `a system without the converter is told to use UTF-8`() throws {
    let error = try #require(
      #expect(throws: ExchangeError.self) {
        var store: any TextStore = MemoryStore()
        try SourceText.decode(
          Self.gb,
          from: .gb18030,
          origin: "f.csv",
          converter: "GB-none",
          to: &store
        )
      }
    )
    #expect(error.code == .missingConverter)
    #expect(error.help?.en.contains("UTF-8") == true)
  }

  @Test(arguments: [
    ("UTF-8", TextEncoding.utf8), ("utf8", .utf8), ("GBK", .gb18030), ("gb2312", .gb18030),
    ("CP936", .gb18030), ("GB_18030", .gb18030), ("utf-16LE", .utf16LittleEndian),
    ("UTF16BE", .utf16BigEndian),
  ])
  func `encodings go by their usual names`(_ name: String, _ encoding: TextEncoding) {
    #expect(TextEncoding(name: name) == encoding)
  }

  @Test(arguments: ["", "latin1", "big5", "utf-16"])
  func `other encodings are unknown`(_ name: String) {
    #expect(TextEncoding(name: name) == nil)
  }

  @Test func `text is not normalised`() throws {
    let text = "e\u{301}\u{F900}\u{2028}\r\n\r"
    #expect(try source(text).bytes == Array(text.utf8))
  }

  /// A file of several pieces, in which characters are cut.
  private static let long = String(repeating: "启东,a,𠮷㐂,\r\n", count: 120_000)

  @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
  func `a long file of UTF-16 is the same in pieces`(_ encoding: TextEncoding) throws {
    let units = Self.units("x" + Self.long, highByteFirst: encoding == .utf16BigEndian)
    let text = try SourceText(units, origin: "f.csv", encoding: encoding)
    #expect(Self.text(text) == "x" + Self.long)
    let error = try #require(Self.error(units + [0x00], encoding))
    #expect(error.place.description == "f.csv:120001:1")
    #expect(error.message.en.contains("at offset \(units.count)"))
  }

  @Test(arguments: 0..<4)
  func `a long file of GB 18030 is the same in pieces`(_ shift: Int) throws {
    // 启东,a,𠮷㐂,
    let line: [UInt8] =
      [0xC6, 0xF4, 0xB6, 0xAB, 0x2C, 0x61, 0x2C, 0x95, 0x34, 0xB2, 0x35, 0x81, 0x39, 0xEF, 0x31]
      + [0x2C, 0x0D, 0x0A]
    let start = [UInt8](repeating: 0x78, count: shift)
    let bytes = start + [[UInt8]](repeating: line, count: 120_000).flatMap(\.self)
    let text = try SourceText(bytes, origin: "f.csv", encoding: .gb18030)
    #expect(Self.text(text) == String(repeating: "x", count: shift) + Self.long)
    let error = try #require(Self.error(bytes + [0x95, 0x34], .gb18030))
    #expect(error.place.description == "f.csv:120001:1")
    #expect(error.message.en.contains("0x95 at offset \(bytes.count)"))
  }

  @Test(arguments: 0..<4)
  func `a long file of UTF-8 is found valid in pieces, and invalid where it is`(_ shift: Int) throws
  {
    let text = String(repeating: "x", count: shift) + Self.long
    let read = try SourceText(Array(text.utf8), origin: "f.csv")
    #expect(read.detection.reason == .validUTF8)
    #expect(Self.text(read) == text)
    for bad: [UInt8] in [[0xFF], [0xE5, 0x90]] {
      let bytes = Array(text.utf8) + bad
      let named = try #require(Self.error(bytes, .utf8))
      #expect(named.place.description == "f.csv:120001:1")
      #expect(named.message.en.contains("at offset \(text.utf8.count)"))
      #expect(try #require(Self.error(bytes)).place == named.place)
    }
  }
}
