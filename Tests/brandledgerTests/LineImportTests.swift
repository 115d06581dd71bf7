import Foundation
import TestSupport
import Testing

/// Rows that become lines without a value of theirs being made are imported like rows that are read.
struct LineImportTests {
  private static let columns = [
    "受理局", "号码", "申请号", "注册日期", "申请日期", "途径", "注册人", "状态", "商标", "种类", "类别", "商品服务", "基础商标",
  ]

  /// A table of marks: most of them plain, some odd, wrong, given twice, or the same thing in other words.
  private static func table(_ seed: UInt64, without: Set<String>) -> String {
    var random = SeededRandom(seed)
    let columns = Self.columns.filter { !without.contains($0) }
    var text = columns.joined(separator: ",") + "\n"
    for number in 0..<400 {
      let isOdd = random.pick([true] + [Bool](repeating: false, count: 12))
      for column in columns {
        let plain: String =
          switch column {
          case "受理局": "CN"
          case "号码": "\(random.pick([number, number, number, number, number, number, number - 1]))"
          case "申请号": random.pick(["", "", "A\(number)", "A\(number / 9)"])
          case "注册日期": random.pick(["2012-10-19", "2019-02-03", "2020/1/2"])
          case "申请日期": random.pick(["2011-01-05", "2010-03-09"])
          case "途径": "国内"
          case "注册人": random.pick(["启东市示例甲有限公司", "启东市示例乙有限公司", "ent-1"])
          case "状态": random.pick(["已注册", "registered"])
          case "商标": random.pick(["示例\(number)", "示例 \(number)", "\"示例\(number)\"", "Ⅱ号"])
          case "种类": random.pick(["普通商标", "集体商标"])
          case "类别": "\(random.pick([7, 29]))"
          case "基础商标": random.pick([String](repeating: "", count: 30) + ["CN/\(number - 1)"])
          default: random.pick(["电镐、角磨机", "", "-", "鱼制食品；非活水产", "\"含,逗号\""])
          }
        let odd = [
          "", " ", "n/a", "\u{3000}", "\"双\"\"引\"\"号\"", "'=1+1", "'s", "a\\b", "\t字", "两 ", "不是",
          "\"两\n行\"", "2030-02-31", "2009-01-01", "é", "隆", "\u{F9DC}", "99", "０１２", "第\(number)号",
          "0\(number)", "启东市示例丙有限公司",
        ]
        text += (isOdd && random.pick([true, false, false]) ? random.pick(odd) : plain) + ","
      }
      text.removeLast()
      text += random.pick(["\n", "\n", "\n", "\r\n", "\n\n", "\n,,,,,,,,,,,,\n"])
    }
    return text
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>, [[], ["状态", "种类"], ["基础商标", "申请号"]])
  func `the same lines, and the same said of them`(seed: UInt64, without: [String]) throws {
    /// Imports; a rule on a text that no cell has makes every row be read.
    func run(_ more: [String], creates: Bool) throws -> [String] {
      let desk = try Desk()
      let owners = """
        {"id":"ent-1","name":"启东市示例甲有限公司","type":"company"}
        {"id":"ent-2","name":"启东市示例乙有限公司","type":"company"}

        """
      try desk.write(owners, to: "owners.jsonl")
      try desk.expect("import", "enterprise", "owners.jsonl")
      try desk.write(Self.table(seed, without: Set(without)), to: "marks.csv")
      var words = ["import", "trademark", "marks.csv", "--skip-bad", "bad.csv"] + more
      if creates { words.append("--create") }
      let outcome = try desk.run(words)
      let owned = try desk.records("enterprise")
      // The ids of those that were created are made by chance.
      let marks = try owned.reduce(desk.read("ledger/trademarks.jsonl")) { text, owner in
        text.replacing("\"\(owner["id"] ?? "")\"", with: "\"\(owner["name"] ?? "")\"")
      }
      let bad = FileManager.default.fileExists(atPath: desk.path("bad.csv"))
      // How far it is, is told by the clock.
      let said = outcome.errors.split(separator: "\n").filter { !$0.hasSuffix(" rows …") }
      return [outcome.output, said.joined(separator: "\n"), bad ? try desk.read("bad.csv") : ""]
        + ["\(owned.count)", marks]
    }
    for creates in [false, true] {
      let lines = try run([], creates: creates)
      let rows = try run(["--map", "商标:没有这样的商标="], creates: creates)
      #expect(lines == rows)
      #expect(lines[1].contains(" new, "))
    }
  }
}
