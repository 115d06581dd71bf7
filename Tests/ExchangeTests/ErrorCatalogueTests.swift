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
      _ = try SourceText.decode([], from: .gb18030, origin: "名单.csv", converter: "GB-none")
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
    return errors
  }
}
