import JSONLines
import Ledger
import TestSupport
import Testing

/// Files of so many lines that they are read by several cores, most ids greater than those before.
struct ManyLinesTests {
  /// Lines of workshops and tools, later versions and ends among them; the same for the same seed.
  private struct City {
    private var random: SeededRandom
    private(set) var workshops = ""
    private(set) var tools = ""

    init(_ seed: Int, tools count: Int, isOrdered: Bool) {
      random = SeededRandom(seed)
      for number in 0..<900 {
        workshops += #"{"id":"\#(Self.maker(number))","name":"厂 \#(number % 40)"}"# + "\n"
        if random.roll(20) == 0 {
          let old = Self.maker(random.roll(number + 1))
          workshops +=
            random.roll(3) == 0
            ? #"{"id":"\#(old)","removed":"撤"}"# + "\n" : #"{"id":"\#(old)","name":"新"}"# + "\n"
        }
      }
      for number in 0..<count {
        let id = isOrdered ? number : (number &* 7919) % count
        tools += line("t/\(100_000 + id)")
        if random.roll(25) == 0 {
          tools += odd("\(100_000 + random.roll(number + 1))")
        }
      }
    }

    /// A later line, an end, or one in a form that this program does not write.
    private mutating func odd(_ id: String) -> String {
      switch random.roll(6) {
      case 0: #"{"id":"t/\#(id)","removed":"废"}"# + "\n"
      case 1: #"{"name":"x","id":"t\/\#(id)","maker":"w-3"}"# + "\n"
      case 2: #"{"id":"\u0074/\#(id)","maker":"\u0077-4"}"# + "\n"
      case 3: #"{"id":"a-much-longer-id-than-others-\#(random.roll(9))","maker":"no"}"# + "\n"
      default: line("t/\(id)")
      }
    }

    static func maker(_ number: Int) -> String {
      number % 50 == 0 ? "a-very-long-name-of-a-workshop-\(number)" : "w-\(number)"
    }

    private mutating func line(_ id: String) -> String {
      let maker = random.roll(9) == 0 ? "no-\(random.roll(5))" : Self.maker(random.roll(900))
      return
        #"{"id":"\#(id)","name":"电动工具示例示例示例 \#(random.roll(99))","maker":"\#(maker)","watts":\#(random.roll(90))}"#
        + "\n"
    }

    func snapshot(largeSize: Int) -> Snapshot {
      let files = ["workshop": Array(workshops.utf8), "tool": Array(tools.utf8)]
      return Snapshot(Factory.catalog, commit: 1) { schema in
        let bytes = files[schema.kind] ?? []
        return DataFile(schema, Bytes(bytes), size: bytes.count, largeSize: largeSize)
      }
    }
  }

  @Test(arguments: [1, 2, 3], [true, false])
  func `the latest lines and what they refer to are those of a small file`(
    seed: Int,
    isOrdered: Bool
  ) throws {
    let city = City(seed, tools: 14_000, isOrdered: isOrdered)
    let (small, large) = (city.snapshot(largeSize: .max), city.snapshot(largeSize: 0))
    let keys = ["maker", "maker.name", "watts"]
    for by in keys.map({ [$0] }) + [keys] {
      let one = try Totals(Tool.schema, by: by, small)
      let two = try Totals(Tool.schema, by: by, large)
      #expect(two.total == one.total)
      #expect(two.rows == one.rows)
    }
    let columns = try large.columns(Tool.schema, [Tool.maker.definition])
    let records = try small.table(Tool.self).records
    #expect(columns.count == records.count)
    #expect(columns.rows.map { columns.column(Tool.maker)[$0] } == records.map { $0[Tool.maker] })
    let query = { (snapshot: Snapshot) in
      try Query(Tool.schema, where: ["maker.name=厂 7"], sort: ["-watts"], snapshot)
        .records(snapshot).map(\.line)
    }
    #expect(try query(large) == query(small))
  }

  @Test(arguments: [1, 2])
  func `a record is found by its id without a look at other lines`(seed: Int) throws {
    let city = City(seed, tools: 14_000, isOrdered: true)
    let table = try city.snapshot(largeSize: .max).table(Tool.self)
    let ids = stride(from: 0, to: 14_200, by: 230).map { RecordID("t/\(100_000 + $0)") }
    for id in ids + ["a-much-longer-id-than-others-3", "t/9", "w-3", "\\u0074/100001"] {
      let found = try city.snapshot(largeSize: 0).record(id, Tool.schema)
      #expect(found?.line == table[id]?.line, "\(id)")
      #expect(found?.place == table[id]?.place, "\(id)")
    }
  }
}
