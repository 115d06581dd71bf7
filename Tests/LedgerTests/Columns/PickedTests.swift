import JSONLines
import Ledger
import Testing

/// Compares what is read of chosen lines alone with the records that are read at once.
struct PickedTests {
  private static let workshops =
    #"{"id":"w-0","name":"甲"}"# + "\n" + #"{"id":"w-2","name":"乙"}"# + "\n"
  private static let fields = [
    Tool.maker.definition, Tool.watts.definition, Tool.marks.definition,
  ]

  private static func snapshot(_ bytes: [UInt8], largeSize: Int) -> Snapshot {
    Snapshot(Factory.catalog, commit: 1) { schema in
      let bytes = schema === Tool.schema ? bytes : Array(workshops.utf8)
      return DataFile(schema, Bytes(bytes), size: bytes.count, largeSize: largeSize)
    }
  }

  /// How a file is read before lines are chosen.
  enum Before: CaseIterable {
    case small, unread, known, judged
  }

  private static func snapshot(_ bytes: [UInt8], _ before: Before) throws -> Snapshot {
    let snapshot = snapshot(bytes, largeSize: before == .small ? .max : 0)
    switch before {
    case .small, .unread: break
    case .known: _ = try snapshot.columns(Tool.schema, [Tool.name.definition])
    case .judged: _ = try snapshot.table(Tool.self)
    }
    return snapshot
  }

  @Test(arguments: 1...40, Before.allCases)
  func `chosen records are those whose value is accepted`(seed: Int, before: Before) throws {
    let bytes = ToolLines(UInt64(seed)).file
    let records = try Self.snapshot(bytes, .small).table(Tool.self).records
    for limit in [0, 500, 1000] {
      let accepts: @Sendable (Int?) -> Bool = { watts in watts.map { $0 >= limit } ?? (limit > 0) }
      let snapshot = try Self.snapshot(bytes, before)
      let columns = try snapshot.columns(
        Tool.schema,
        Self.fields,
        where: Tool.watts,
        accepts
      )
      let expected = records.filter { accepts($0[Tool.watts]) }.sorted { $0.id < $1.id }
      let ids = columns.ids(of: columns.rows)
      let found = zip(ids, columns.rows).sorted { $0.0 < $1.0 }
      let rows = found.map(\.1)
      #expect(found.map(\.0) == expected.map(\.id))
      #expect(try columns.records(of: rows).map(\.line) == expected.map(\.line))
      #expect(rows.map { columns.column(Tool.maker)[$0] } == expected.map { $0[Tool.maker] })
      #expect(rows.map { columns.column(Tool.marks)[$0] } == expected.map { $0[Tool.marks] })
      let watts = columns.values(of: Tool.watts.definition, in: rows)
      let values = watts.all(as: Int.self)
      #expect(watts.places.map { values[Int($0)] } == expected.map { $0[Tool.watts] })
      let workshops = try snapshot.judgedColumns(Workshop.schema, [Workshop.name.definition])
      let named = RowIndex(workshops).rows(named: Tool.maker.definition, by: columns, in: rows)
      let makers = try named.map { $0 < 0 ? nil : try workshops.record(Int($0)).id }
      #expect(
        makers
          == expected.map { tool in
            tool[Tool.maker].flatMap { ["w-0", "w-2"].contains($0) ? $0 : nil }
          }
      )
    }
  }

  @Test(arguments: [Before.unread, .known])
  func `every byte of a chosen line is judged, and of a line that does not count none`(
    before: Before
  ) throws {
    let broken = #"{"id":"a","name":"锯","watts":900,"note":tru}"# + "\n"
    let light = #"{"id":"b","name":"锤","watts":5,"note":tru}"# + "\n"
    let right = #"{"id":"a","name":"锯","watts":900}"# + "\n"
    // The last bytes of a file are read the strict way, so others stand there.
    let last = #"{"id":"z","name":"\#(String(repeating: "锯", count: 99))"}"# + "\n"
    func ids(_ text: String) throws -> [RecordID] {
      let columns = try Self.snapshot(Array((text + last).utf8), before).columns(
        Tool.schema,
        Self.fields,
        where: Tool.watts
      ) { ($0 ?? 0) > 500 }
      return columns.ids(of: columns.rows)
    }
    #expect(try ids(light + broken + right) == ["a"])
    let error = #expect(throws: Diagnostics.self) { try ids(light + right + broken) }
    #expect(error?.list.map(\.place?.line) == [3])
  }
}
