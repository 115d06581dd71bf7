import Bilingual
import Exchange
import TestSupport
import Testing

struct ErrorCatalogueTests {
  @Test func `every error reads well in both languages`() throws {
    let errors = try Self.samples()
    var text = ""
    for error in errors {
      for language in [Language.english, .chinese] {
        text += "\(error.place): error[\(error.code.name)]: \(error.message[language])\n"
        if let help = error.help { text += "  help: \(help[language])\n" }
      }
      text += "\n"
    }
    try expectGolden(text, "errors.txt")
  }

  @Test func `every reason for an encoding reads well in both languages`() throws {
    let samples: [([UInt8], TextEncoding?)] = [
      ([0x61], .utf8), ([0xFF, 0xFE, 0x61, 0x00], nil), ([0x61], nil),
      (Array("启东".utf8), nil), ([0xC3, 0xA1], nil), ([0xC6, 0xF4, 0xB6, 0xAB], nil),
    ]
    var text = ""
    for (bytes, encoding) in samples {
      let detection = try SourceText(bytes, origin: "f.csv", encoding: encoding).detection
      text += "\(detection.explanation.en)\n\(detection.explanation.zh)\n\n"
    }
    try expectGolden(text, "detections.txt")
  }

  /// One error of each kind, as it comes about.
  private static func samples() throws -> [ExchangeError] {
    var errors: [ExchangeError] = []
    func collect(_ body: () throws -> Void) {
      do { try body() } catch let error as ExchangeError {
        errors.append(error)
      } catch let error as ExchangeErrors {
        errors += error.errors
      } catch {
        Issue.record(error)
      }
    }
    collect { _ = try SourceText([0x61, 0xE9, 0x62], origin: "名单.csv") }
    collect { _ = try SourceText([0x61, 0xE9], origin: "名单.csv", encoding: .gb18030) }
    collect {
      var store: any TextStore = MemoryStore()
      try SourceText.decode(
        [UInt8](),
        from: .gb18030,
        origin: "名单.csv",
        converter: "GB-none",
        to: &store
      )
    }
    collect { _ = try cells("a\0b") }
    collect { _ = try cells("a,\"b") }
    for text in ["a,b\n1,2\"", "a,b\n\"1\"x,2", "a,b\n1", "a,b\n1,2,3"] {
      errors += try rows(of: TableReader(CSVReader(source(text)))).flatMap(\.problems)
    }
    collect { _ = try table("") }
    collect {
      _ = try MappingRules(
        options: ["列", "=x", "a=", "a:b", "n:=", "n:={a", "n:=}"],
        origin: "--map"
      )
    }
    let targets = [
      FieldTarget(name: "name", labels: ["名称"]), FieldTarget(name: "town", labels: ["乡镇"]),
      FieldTarget(name: "district", labels: ["乡镇"]),
    ]
    for (header, rules) in [
      ("a,b", ["a=nmae", "b=xyz", "c=town", "d:={a}"]),
      ("注,注", ["注=name"]), ("乡镇", []), ("name,名称", []), ("a", ["a=-", "a=name"]),
      ("a", ["a:x=1", "a:x=2"]),
    ] {
      collect {
        let rules = try MappingRules(options: rules, origin: "--map")
        _ = try HeaderMapping(table(header + "\n").header, targets: targets, rules: rules)
      }
    }
    return try errors + archives() + sheets() + registers()
  }

  private static func errors(_ body: () throws -> Void) -> [ExchangeError] {
    do {
      try body()
      return []
    } catch {
      return [error as? ExchangeError].compactMap(\.self)
    }
  }

  private static func archives() -> [ExchangeError] {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let files = [
      ZipFile(name: "../a", bytes: [1]), ZipFile(name: "a", bytes: [1], size: 400 << 20),
      ZipFile(name: "a", bytes: [1], method: 8, packed: [1], size: 400 << 20),
      ZipFile(name: "a", bytes: [1], flags: 1), ZipFile(name: "a", bytes: [1], method: 12),
      ZipFile(name: "a", bytes: [1]),
    ]
    let archives = [[0x50, 0x4B, 3, 4], old] + files.map { zip([$0]) }
    return archives.flatMap { bytes in
      errors { _ = try SpreadsheetReader(bytes, origin: "表.xlsx") }
    }
  }

  private static func sheets() throws -> [ExchangeError] {
    let styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    let cells = """
      <row r="2"><c t="e"><v>#REF!</v></c><c><v>x</v></c><c><v>60</v></c></row>
      """
    let long = "<row r=\"3\"><c><v>913206811234567890</v></c></row>"
    let sheets = try [
      workbook([("一", cells)], styles: styles), workbook([("一", long)]),
    ].map { try SpreadsheetReader($0, origin: "表.xlsx") }
    let problems = sheets.flatMap { rows(of: $0).rows.flatMap { $0.cells.compactMap(\.problem) } }
    return errors { _ = try SpreadsheetReader(workbook([("一", "")]), origin: "表.xlsx", sheet: "二") }
      + [
        "<row r=\"0\"/>", "<row><c r=\"B1\"/><c r=\"A1\"/></row>",
        "<row><c t=\"s\"><v>9</v></c></row>",
      ]
      .flatMap { content in
        errors { _ = try SpreadsheetReader(workbook([("一", content)]), origin: "表.xlsx") }
      } + problems
  }

  private static func registers() throws -> [ExchangeError] {
    let texts = [
      "<a><b></a>", "<a>", "<a>&x;</a>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>",
      "<!DOCTYPE a SYSTEM 'x'><a/>", String(repeating: "<a>", count: 300), "<a/>",
      "<?xml version='1.0' encoding='EBCDIC'?><a>é</a>",
    ]
    let faults = texts.flatMap { text in
      errors {
        let read = rows(of: try TrademarkRows(Array(text.utf8), origin: "标.xml"))
        if let error = read.error { throw error }
      }
    }
    let odd = """
      <TradeMark><MarkCurrentStatusCode>Odd</MarkCurrentStatusCode>
      <A><ClassDescription><ClassNumber>A</ClassNumber></ClassDescription></A></TradeMark>
      """
    let marks = rows(of: try TrademarkRows(Array(odd.utf8), origin: "标.xml")).rows
    let lines = rows(of: JSONRows(Array("{\"a\":1,}\n".utf8), origin: "行.jsonl")).rows
    return faults + marks.flatMap(\.remarks) + lines.flatMap(\.problems)
  }
}
