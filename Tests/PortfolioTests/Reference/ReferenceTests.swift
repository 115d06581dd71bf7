import JSONLines
import Ledger
import Portfolio
import Testing

struct ReferenceTests {
  private static let kinds = [
    "scheme", "authority", "target", "town", "nice-class", "term", "holiday", "fee",
  ]

  private func all() throws -> [Record] {
    try Reference.files.flatMap { try records(of: $0.schema, in: $0.lines) }
  }

  @Test func `every record fits its schema without a warning`() throws {
    var faults = RecordFaults()
    for record in try all() { faults.check(record) }
    #expect(faults.list == [])
  }

  @Test func `no two records share an id or an identity`() throws {
    var faults = RecordFaults()
    for (schema, lines) in Reference.files {
      faults.checkDistinct(try records(of: schema, in: lines))
    }
    #expect(faults.list == [])
  }

  @Test func `every record names its source`() throws {
    let silent = try all().filter { ($0[CommonField.source] ?? "").isEmpty }.map(\.id)
    #expect(silent == [])
  }

  @Test func `references stay among the reference records`() throws {
    let ids = Dictionary(grouping: try all()) { $0.schema.kind }
      .mapValues { Set($0.map(\.id)) }
    var faults = RecordFaults()
    for record in try all() { faults.checkReferences(record, among: ids) }
    #expect(faults.list == [])
  }

  @Test func `files come in the order of the catalog and end with a line end`() {
    #expect(Reference.files.map(\.schema.kind) == Self.kinds)
    let order = Kinds.catalog.schemas.map(\.kind).filter(Self.kinds.contains)
    #expect(order == Self.kinds)
    #expect(Reference.files.allSatisfy { $0.lines.utf8.last == 0x0A })
  }

  @Test func `lines are written as the ledger would write them`() throws {
    for (schema, lines) in Reference.files {
      let written = try records(of: schema, in: lines)
        .map { String(decoding: $0.line, as: UTF8.self) + "\n" }
      #expect(written.joined() == lines)
    }
  }

  @Test func `a kind that starts empty has no lines`() {
    #expect(Reference.lines(for: Enterprise.schema) == nil)
    #expect(Reference.lines(for: Fee.schema)?.isEmpty == false)
  }

  @Test func `the faults of a bad record are found`() throws {
    let text = """
      {"id":"x","name":"甲","type":"street","colour":1,"from":"2025-02-30"}
      {"id":"x","name":"甲","type":"town"}

      """
    let bad = try records(of: Town.schema, in: text)
    var faults = RecordFaults()
    for record in bad { faults.check(record) }
    faults.checkDistinct(bad)
    #expect(faults.list.count == 5)
  }
}
