import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// Conditions on real kinds, on records in memory and on the columns of a file alike.
struct ConditionTests {
  private static let files = [
    Scheme.schema.file: """
    {"id":"w","name":"甲","level":"world"}
    {"id":"n","name":"乙","level":"national"}
    {"id":"p","name":"丙","level":"provincial"}
    {"id":"m","name":"丁","level":"municipal"}
    {"id":"c","name":"戊","level":"county"}

    """,
    Recognition.schema.file: """
    {"id":"y3","scheme":"w","awarded":"2023"}
    {"id":"y4","scheme":"n","awarded":"2024"}
    {"id":"m2","scheme":"p","awarded":"2024-02"}
    {"id":"d1","scheme":"m","awarded":"2024-01-01"}
    {"id":"d2","scheme":"c","awarded":"2024-02-29"}
    {"id":"d6","scheme":"n","awarded":"2024-06-18"}
    {"id":"d9","scheme":"p","awarded":"2024-12-31"}
    {"id":"y5","scheme":"m","awarded":"2025-01"}
    {"id":"no","scheme":"w"}

    """,
    Incident.schema.file: """
    {"id":"i1","severity":"minor"}
    {"id":"i2","severity":"serious"}
    {"id":"i3","severity":"grave"}

    """,
    EnterpriseYear.schema.file: """
    {"id":"o1","year":2024}
    {"id":"o2","year":2025}

    """,
    Award.schema.file: """
    {"id":"a1","year":2024}

    """,
    AwardEvent.schema.file: """
    {"id":"v1","award":"a1"}
    {"id":"v2"}

    """,
  ]

  private static func snapshot(_ largeSize: Int) -> Snapshot {
    Snapshot(Kinds.catalog, commit: 1) { [files] schema in
      let bytes = Array((files[schema.file] ?? "").utf8)
      return DataFile(schema, Bytes(bytes), size: bytes.count, largeSize: largeSize)
    }
  }

  /// The ids of what fulfils a condition, found in both ways and counted.
  private func ids(_ condition: String, _ schema: Schema) throws -> String {
    let found = try [0, Int.max].map { size in
      let snapshot = Self.snapshot(size)
      let query = try Query(schema, where: [condition], snapshot)
      let ids = try query.records(snapshot).map(\.id.text)
      let totals = try Totals(schema, by: [], where: [condition], snapshot)
      #expect(totals.total == ids.count)
      return ids.joined(separator: " ")
    }
    #expect(found[0] == found[1])
    return found[1]
  }

  @Test(
    arguments: [
      ("awarded=2024", "y4 m2 d1 d2 d6 d9"),
      ("awarded!=2024", "y3 y5 no"),
      ("awarded<2024", "y3"),
      ("awarded<=2024", "y3 y4 m2 d1 d2 d6 d9"),
      ("awarded>2024", "y5"),
      ("awarded>=2024", "y4 m2 d1 d2 d6 d9 y5"),
      ("awarded=2024-02", "m2 d2"),
      ("awarded<2024-02", "y3 d1"),
      ("awarded<=2024-02", "y3 m2 d1 d2"),
      ("awarded>2024-02", "d6 d9 y5"),
      ("awarded<=2024-02-29", "y3 m2 d1 d2"),
      ("awarded<=2024-02-28", "y3 d1"),
      ("awarded>=2024-01-01", "y4 m2 d1 d2 d6 d9 y5"),
      ("awarded>2024-12-30", "d9 y5"),
      ("awarded=2024-06-18", "d6"),
      ("awarded!=2024-06-18", "y3 y4 m2 d1 d2 d9 y5 no"),
      ("awarded=2024年2月", "m2 d2"),
      ("awarded=", "no"),
      ("awarded~-02", "m2 d2"),
    ]
  )
  func `a date counts where all days that it may mean do`(condition: String, expected: String)
    throws
  {
    #expect(try ids(condition, Recognition.schema) == expected)
  }

  @Test(
    arguments: [
      ("awarded.year=2024", "y4 m2 d1 d2 d6 d9"), ("获得日期.年<2024", "y3"),
      ("awarded.month=2024-02", "m2 d2"), ("awarded.year=", "no"),
    ]
  )
  func `the year and the month of a date are compared too`(condition: String, expected: String)
    throws
  {
    #expect(try ids(condition, Recognition.schema) == expected)
  }

  @Test func `a field that is called year is no part of a date`() throws {
    #expect(try ids("year=2024", EnterpriseYear.schema) == "o1")
    #expect(try ids("award.year=2024", AwardEvent.schema) == "v1")
    let totals = try Totals(AwardEvent.schema, by: ["award.year"], Self.snapshot(.max))
    #expect(totals.rows.map(\.values) == [[.integer(2024)], [nil]])
  }

  @Test(arguments: ["awarded.year=2024-02", "awarded.month=2", "awarded.year=甲"])
  func `what is no year or month is refused`(condition: String) {
    let error = #expect(throws: Diagnostic.self) {
      try Filter(condition, Recognition.schema, Self.snapshot(.max))
    }
    #expect(error?.name == "bad-value")
  }

  @Test(
    arguments: [
      ("level>=provincial", "w n p"), ("level>national", "w"), ("level<=市级", "m c"),
      ("level<municipal", "c"), ("level=省", "p"), ("level!=national", "w p m c"),
    ]
  )
  func `levels are compared by rank`(condition: String, expected: String) throws {
    #expect(try ids(condition, Scheme.schema) == expected)
  }

  @Test func `ranks are compared through references, and of other kinds`() throws {
    #expect(try ids("scheme.level>=provincial", Recognition.schema) == "y3 y4 m2 d6 d9 no")
    #expect(try ids("severity>=serious", Incident.schema) == "i2 i3")
    #expect(try ids("severity<较大", Incident.schema) == "i1")
  }

  @Test(arguments: [Int.max, 1])
  func `levels are sorted by rank, also in totals`(largeSize: Int) throws {
    let snapshot = Self.snapshot(largeSize)
    func sorted(_ key: String, _ schema: Schema) throws -> String {
      try Query(schema, sort: [key], snapshot).records(snapshot).map(\.id.text)
        .joined(separator: " ")
    }
    #expect(try sorted("level", Scheme.schema) == "c m p n w")
    #expect(try sorted("-level", Scheme.schema) == "w n p m c")
    #expect(try sorted("scheme.level", Recognition.schema) == "d2 d1 y5 m2 d9 y4 d6 y3 no")
    let totals = try Totals(Recognition.schema, by: ["scheme.level"], snapshot)
    #expect(
      totals.rows.map { $0.values[0]?.string }
        == ["county", "municipal", "provincial", "national", "world"]
    )
  }

  @Test(arguments: ["route>judicial", "scheme>=n", "event<first", "document>=100", "id<r"])
  func `words without an order and references are not compared by one`(condition: String) {
    let error = #expect(throws: Diagnostic.self) {
      try Filter(condition, Recognition.schema, Self.snapshot(.max))
    }
    #expect(error?.name == "bad-condition")
    #expect(error?.message.en.contains("has no order") == true)
  }
}
