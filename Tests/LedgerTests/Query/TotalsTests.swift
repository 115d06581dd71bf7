import JSONLines
import Ledger
import Testing

struct TotalsTests {
  private static let workshops = """
    {"id":"w-1","name":"天汾"}
    {"id":"w-2","name":"吕四"}

    """
  private static let tools = """
    {"id":"t-1","name":"电钻","maker":"w-1","watts":500}
    {"id":"t-2","name":"电刨","maker":"w-1","watts":700}
    {"id":"t-3","name":"电锤","maker":"w-2","watts":500}
    {"id":"t-4","name":"电锯","maker":"w-9"}
    {"id":"t-5","name":"电镐","watts":500}
    {"id":"t-1","name":"电钻","maker":"w-2","watts":500}
    {"id":"t-6","name":"误"}
    {"id":"t-6","removed":"误"}

    """

  private static func snapshot(_ largeSize: Int) -> Snapshot {
    Snapshot(Factory.catalog, commit: 1) { schema in
      let text = schema === Tool.schema ? tools : workshops
      let bytes = Array(text.utf8)
      return DataFile(schema, Bytes(bytes), size: bytes.count, largeSize: largeSize)
    }
  }

  @Test(arguments: [0, Int.max])
  func `the latest versions are counted by value, through references too`(size: Int) throws {
    let snapshot = Self.snapshot(size)
    let totals = try Totals(Tool.schema, by: ["maker.name", "watts"], snapshot)
    #expect(
      totals.rows == [
        Totals.Row(values: [.string("吕四"), .integer(500)], count: 2),
        Totals.Row(values: [.string("天汾"), .integer(700)], count: 1),
        Totals.Row(values: [nil, .integer(500)], count: 1),
        Totals.Row(values: [nil, nil], count: 1),
      ]
    )
    #expect(totals.total == 5)
    #expect(try Totals(Tool.schema, by: [], snapshot).rows == [Totals.Row(values: [], count: 5)])
  }

  @Test(arguments: [0, Int.max])
  func `a record counts once for each value of a list`(size: Int) throws {
    let tools = """
      {"id":"t-1","name":"电钻","marks":["天汾","吕四"],"watts":500}
      {"id":"t-2","name":"电刨","marks":["天汾"]}
      {"id":"t-3","name":"电锤","marks":["吕四","吕四"],"watts":500}
      {"id":"t-4","name":"电锯","marks":[]}
      {"id":"t-5","name":"电镐"}

      """
    let snapshot = Snapshot(Factory.catalog, commit: 1) { schema in
      let bytes = Array((schema === Tool.schema ? tools : "").utf8)
      return DataFile(schema, Bytes(bytes), size: bytes.count, largeSize: size)
    }
    let totals = try Totals(Tool.schema, by: ["marks"], snapshot)
    #expect(
      totals.rows == [
        Totals.Row(values: [.string("吕四")], count: 2),
        Totals.Row(values: [.string("天汾")], count: 2),
        Totals.Row(values: [nil], count: 2),
      ]
    )
    #expect(totals.total == 5)
    let both = try Totals(Tool.schema, by: ["watts", "marks"], where: ["marks=天汾"], snapshot)
    #expect(
      both.rows == [
        Totals.Row(values: [.integer(500), .string("吕四")], count: 1),
        Totals.Row(values: [.integer(500), .string("天汾")], count: 1),
        Totals.Row(values: [nil, .string("天汾")], count: 1),
      ]
    )
    #expect(both.total == 2)
  }

  @Test(arguments: [0, Int.max])
  func `conditions leave out what does not fulfil them`(size: Int) throws {
    let snapshot = Self.snapshot(size)
    let totals = try Totals(Tool.schema, by: ["厂家"], where: ["watts=500", "maker!="], snapshot)
    #expect(totals.rows == [Totals.Row(values: [.string("w-2")], count: 2)])
  }

  @Test(
    arguments: [
      (["watts>=500"], ["maker.name", "-id"], nil), (["maker.name=吕四"], ["id"], nil),
      ([], ["-maker.name", "watts"], 3), (["name~电"], [], 2), (["maker="], [], nil),
      ([], ["watts", "-name"], nil),
    ] as [([String], [String], Int?)]
  )
  func `a large file is filtered and sorted as a small one`(
    conditions: [String],
    sort: [String],
    limit: Int?
  ) throws {
    func lines(_ size: Int) throws -> [String] {
      let snapshot = Self.snapshot(size)
      let query = try Query(Tool.schema, where: conditions, sort: sort, limit: limit, snapshot)
      return try query.records(snapshot).map { text($0.line) }
    }
    let expected = try lines(.max)
    #expect(!expected.isEmpty)
    #expect(try lines(0) == expected)
  }

  @Test(arguments: [0, Int.max])
  func `texts that look like days are told apart byte for byte`(size: Int) throws {
    let texts = [
      "2008-05-31", "2008-05-30", "2008-06-31", "2018-05-31", "1949-12-31", "1950-01-01",
      "2077-12-31", "2078-01-01", "2008-00-00", "2008-16-01", "2008-15-31", "2008-05-32",
      "2008-05-3/", "2008-05-3:", "2008_05-31", "2008-05_31", "200\u{30}-5-31", "0000-00-00",
      "9999-99-99", "2\u{B7}8-05-31", "甲-05-31", "2008-05", "2008",
    ]
    // Each as often as its place says, the days among other values, all of them in more than one batch.
    let lines = texts.enumerated().flatMap { place, text in
      (0...place * 7).map { number in
        let shown = number % 5 == 4 ? text.replacing("8", with: "\\u0038") : text
        return #"{"id":"t-\#(place)-\#(number)","name":"\#(shown)","maker":"w-\#(number % 3)"}"#
      }
    }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let snapshot = Snapshot(Factory.catalog, commit: 1) { schema in
      DataFile(
        schema,
        Bytes(schema === Tool.schema ? bytes : []),
        size: schema === Tool.schema ? bytes.count : 0,
        largeSize: size
      )
    }
    let totals = try Totals(Tool.schema, by: ["name"], snapshot)
    let expected = texts.enumerated().map { Totals.Row(values: [.string($1)], count: $0 * 7 + 1) }
    #expect(Set(totals.rows) == Set(expected))
    #expect(totals.rows.count == texts.count)
  }

  @Test(arguments: ["colour", "watts.year", "maker.colour"])
  func `a key that the kind does not have is refused`(key: String) {
    let fault = #expect(throws: Diagnostics.self) {
      try Totals(Tool.schema, by: [key], Self.snapshot(.max))
    }
    #expect(fault?.list.map(\.name) == ["unknown-field"])
  }
}
