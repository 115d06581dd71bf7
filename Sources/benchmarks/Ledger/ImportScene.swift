import JSONLines
import Ledger

/// Seeded marks of the enterprises of a ledger, as JSON lines and as a table with the names of the owners.
struct ImportScene {
  let marks: Int
  private var random: SeededGenerator
  private let owners: [(id: String, name: String)]

  /// Reads the enterprises.
  ///
  /// - Parameters:
  ///   - marks: How many marks.
  ///   - seed: The seed.
  ///   - ledger: The ledger that will take them.
  /// - Throws: ``Failure`` where it cannot be read.
  init(marks: Int, seed: Int, in ledger: String) throws {
    self.marks = marks
    random = SeededGenerator(seed: UInt64(seed) &+ 0x1A_B0)
    let bytes = try Files.read(ledger + "/enterprises.jsonl")
    let plan = FieldPlan(
      keys: [Array("id".utf8), Array("name".utf8)],
      wanted: [0, 1],
      isStrict: true
    )
    var names: [String: String] = [:]
    plan.read(bytes) { _, values, _ in
      guard let id = values[0]?.string(in: bytes.span), let name = values[1]?.string(in: bytes.span)
      else { return }
      names[id] = name
    }
    owners = names.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Writes the same marks in both forms.
  mutating func write(lines: String, table: String) throws {
    var json: [UInt8] = []
    var csv = Array("受理局,号码,注册日期,途径,注册人,状态,商标,种类,类别,商品服务\n".utf8)
    for index in 0..<marks {
      let number = 10_000_000 + index
      let owner = owners[random.below(owners.count)]
      let day = "\(2005 + random.below(21))-\(10 + random.below(3))-\(10 + random.below(19))"
      let niceClass = 1 + random.below(45)
      let goods = ["电镐、角磨机", "鱼制食品；非活水产", "机械密封件；阀门；泵"][random.below(3)]
      let line =
        #"{"id":"CN/\#(number)","office":"CN","number":"\#(number)","registeredOn":"\#(day)","#
        + #""route":"domestic","owner":"\#(owner.id)","status":"registered","kind":"ordinary","#
        + #""mark":"示例\#(number)","classes":[\#(niceClass)],"goods":"\#(goods)"}"#
      json += Array((line + "\n").utf8)
      let row =
        "CN,\(number),\(day),国内,\(owner.name),已注册,示例\(number),普通商标,\(niceClass),\(goods)\n"
      csv += Array(row.utf8)
      if json.count > 1 << 22 || index == marks - 1 {
        try Files.append(json, to: lines)
        try Files.append(csv, to: table)
        json = []
        csv = []
      }
    }
  }
}
