import Foundation
import TestSupport
import Testing

/// The help of every command, in both languages, at 80 columns.
struct HelpTests {
  /// Every command, as the manual lists them.
  static func commands() throws -> [String] { try listed.get() }

  private static let listed = Result {
    let manual = try Desk(isEmpty: true).run(["manual", "--markdown"], ledger: nil).output
    return manual.split(separator: "\n").compactMap { line in
      line.hasPrefix("## brandledger ") ? String(line.dropFirst("## brandledger ".count)) : nil
    }
  }

  @Test(arguments: ["en", "zh"])
  func `every help page is as recorded`(_ lang: String) throws {
    let desk = try Desk(isEmpty: true)
    let root = try desk.run(["--help"], ledger: nil, lang: lang)
    #expect(root.code == 0)
    try expectGolden(root.output, "help.\(lang).txt")
    var pages = ""
    for command in try Self.commands() {
      let words = command.split(separator: " ").map(String.init)
      let page = try desk.run(words + ["--help"], ledger: nil, lang: lang)
      #expect(page.code == 0, "\(command)")
      // The global options are the same on every page: the first one has them.
      let own = page.output.components(separatedBy: lang == "zh" ? "通用选项：" : "Global options:")[0]
      pages += "$ brandledger \(command) --help\n\n\(own)"
    }
    try expectGolden(pages, "help-commands.\(lang).txt")
  }

  @Test(arguments: ["en", "zh"])
  func `every command has a summary and examples that run`(_ lang: String) throws {
    let desk = try Desk(isEmpty: true)
    try FileManager.default.copyItem(atPath: Desk.path("data"), toPath: desk.path("data"))
    let commands = try Self.commands()
    #expect(commands.count > 30)
    for command in commands {
      let words = command.split(separator: " ").map(String.init)
      let page = try desk.run(words + ["--help"], ledger: nil, lang: lang).output
      let lines = page.split(separator: "\n").map(String.init)
      #expect(lines.count > 3 && lines[0].contains("brandledger \(command)"), "\(command)")
      #expect(page.unicodeScalars.contains { $0.value >= 0x4E00 } || lang == "en")
      let head = lang == "zh" ? "示例：" : "Examples:"
      let examples = lines.drop { $0 != head }.dropFirst().prefix { $0.hasPrefix("  ") }
        .filter { $0.hasPrefix("  brandledger ") }
      #expect(!examples.isEmpty, "\(command) has no example")
      // The examples are the same in both languages.
      for example in examples where lang == "en" {
        // A dry run: the records that an example names need not be there, but it must parse.
        let typed = example.dropFirst("  brandledger ".count).replacing("'", with: "")
        let outcome = try desk.run(
          typed.split(separator: " ").map(String.init)
            + (typed.contains("--dry-run") ? [] : ["--dry-run"]),
          ledger: nil,
          lang: lang
        )
        #expect(outcome.code != 2 && outcome.code != 70, "\(example): \(outcome.errors)")
      }
    }
  }

  @Test(arguments: [
    ("progress", ["progress", "--year", "2025"]),
    ("progress-running", ["progress", "--year", "2026"]),
    ("award-totals", ["award", "totals", "--year", "2025", "--by", "level"]),
    ("case-stats", ["case", "stats", "--year", "2025"]),
    ("case-overdue", ["case", "list", "--overdue"]),
    ("who-may-use", ["mark", "who-may-use", "天汾电动工具", "--on", "2025-06-30", "--all"]),
    ("use-report", ["mark", "report", "吕四海鲜", "--year", "2025"]),
    ("madrid-family", ["mark", "show", "WO/9900001"]),
    ("patent-life", ["patent", "show", "202019900011.8"]),
    ("pipeline", ["pipeline", "--year", "2026", "--level", "省级"]),
  ])
  func `the tables of the example city are as recorded`(_ name: String, _ words: [String]) throws {
    let desk = try Desk(isEmpty: true)
    for lang in ["en", "zh"] {
      let outcome = try desk.run(
        words + ["--today", "2026-01-31"],
        ledger: Desk.path("data/ledger"),
        lang: lang
      )
      #expect(outcome.code == 0)
      try expectGolden(outcome.output, "\(name).\(lang).txt")
    }
  }
}
