import JSONLines
import Ledger
import Testing

/// Compares what is read when it is touched with what is read at once.
struct ColumnsTests {
  private static func snapshots(_ bytes: [UInt8], size: Int? = nil) -> (
    small: Snapshot, large: Snapshot
  ) {
    func snapshot(_ largeSize: Int) -> Snapshot {
      Snapshot(Factory.catalog, commit: 1) { schema in
        schema === Tool.schema
          ? DataFile(schema, Bytes(bytes), size: size ?? bytes.count, largeSize: largeSize) : nil
      }
    }
    return (snapshot(.max), snapshot(0))
  }

  @Test(arguments: 1...40)
  func `a large file gives the same records, ends and places as a small one`(seed: Int) throws {
    let bytes = ToolLines(UInt64(seed)).file
    let (small, large) = Self.snapshots(bytes)
    let one = try small.table(Tool.self)
    let two = try large.table(Tool.self)
    #expect(two.records.map(\.line) == one.records.map(\.line))
    #expect(two.records.map(\.place) == one.records.map(\.place))
    #expect(two.count == one.count)
    #expect(two.removals == one.removals)
    for number in 0..<60 {
      let id = ToolLines.id(number)
      #expect(two[id]?.line == one[id]?.line, "\(id)")
      #expect(try large.record(id, Tool.schema)?.line == one[id]?.line, "\(id)")
      #expect(try small.record(id, Tool.schema)?.line == one[id]?.line, "\(id)")
    }
    var handed: [[UInt8]] = []
    two.visit { handed.append($0.line) }
    #expect(handed == one.records.map(\.line))
  }

  @Test
  func `columns that were given back are read again`() throws {
    let (small, large) = Self.snapshots(ToolLines(7).file)
    let makers = try small.table(Tool.self).records.map { $0[Tool.maker] }
    for snapshot in [small, large] {
      let before = try snapshot.columns(Tool.schema, [Tool.maker.definition])
      snapshot.giveBackColumns(of: Tool.schema)
      let behind = try snapshot.columns(Tool.schema, [Tool.maker.definition])
      for columns in [before, behind] {
        #expect(columns.rows.map { columns.column(Tool.maker)[$0] } == makers)
      }
    }
  }

  @Test(arguments: 1...40)
  func `columns hold what the records hold`(seed: Int) throws {
    let bytes = ToolLines(UInt64(seed)).file
    let (small, large) = Self.snapshots(bytes)
    let records = try small.table(Tool.self).records
    let wanted = [Tool.maker.definition, Tool.watts.definition, Tool.marks.definition]
    for snapshot in [small, large] {
      let columns = try snapshot.columns(Tool.schema, wanted)
      #expect(columns.count == records.count)
      let rows = columns.rows
      #expect(try rows.map { try columns.record($0).line } == records.map(\.line))
      #expect(rows.map { columns.column(Tool.maker)[$0] } == records.map { $0[Tool.maker] })
      #expect(rows.map { columns.column(Tool.watts)[$0] } == records.map { $0[Tool.watts] })
      #expect(rows.map { columns.column(Tool.marks)[$0] } == records.map { $0[Tool.marks] })
      let strong = columns.rows(where: Tool.watts) { ($0 ?? 0) > 500 }
      #expect(
        try strong.map { try columns.record($0).line }
          == records.filter { ($0[Tool.watts] ?? 0) > 500 }.map(\.line)
      )
    }
  }

  @Test(arguments: 1...20)
  func `changes over a large file give what they give over a small one`(seed: Int) throws {
    let bytes = ToolLines(UInt64(seed)).file
    let (small, large) = Self.snapshots(bytes)
    let known = try small.table(Tool.self).records.map(\.id)
    let first = try #require(known.first)
    let last = try #require(known.last)
    let changes: [Change] = [
      .put(Tool.draft(last, "改名", watts: 7)), .remove(Tool.schema, first, reason: "重复"),
      .put(Tool.draft("new-1", "新")), .put(Tool.draft("new-2", "新")),
      .remove(Tool.schema, "new-1", reason: "误"),
    ]
    let one = try small.applying(changes).table(Tool.self)
    let two = try large.applying(changes).table(Tool.self)
    // Who comes back stands where the lines, once appended, put it.
    let back = try small.table(Tool.self).removals.keys.sorted { $0.text < $1.text }
      .prefix(3).map { Change.put(Tool.draft($0, "回来")) }
    let appended = back.flatMap { change -> [UInt8] in
      guard case .put(let draft) = change else { return [] }
      return draft.record().line + [0x0A]
    }
    let (after, _) = Self.snapshots(bytes + appended)
    let expected = try after.table(Tool.self).records.map(\.line)
    for snapshot in [small, large] {
      #expect(try snapshot.applying(back).table(Tool.self).records.map(\.line) == expected)
      let twice = snapshot.applying(Array(back.prefix(1))).applying(Array(back.dropFirst()))
      #expect(try twice.table(Tool.self).records.map(\.line) == expected)
    }
    #expect(two.records.map(\.line) == one.records.map(\.line))
    #expect(two.count == one.count)
    #expect(two.removals == one.removals)
    for id in [first, last, "new-1", "new-2", "no"] { #expect(two[id]?.line == one[id]?.line) }
  }

  private static let texts = [
    "电动工具 7", "动 工具3", "x动工", "工具", "天汾", "w-1", "NO", "原因", "\"no\"", "t-3", "3", "Ａ-1、", "ﬁ", "é",
    "k",
    "name", "工具，", "·", "が", "隆", "\\", "true", "\"天汾\",\"", "{\"id\":\"no\"", "i",
  ]

  @Test(arguments: 1...40)
  func `a text is found, and users of a record, in a large file as in a small one`(
    seed: Int
  ) throws {
    let (small, large) = Self.snapshots(ToolLines(UInt64(seed)).file)
    for text in Self.texts {
      let one = try Search.find(text, in: small)
      let two = try Search.find(text, in: large)
      #expect(two.map(\.record.line) == one.map(\.record.line), "\(text)")
      #expect(two.map(\.field) == one.map(\.field), "\(text)")
    }
    var draft = Draft(Workshop.schema)
    draft.id = "w-1"
    let maker = draft.record()
    let users = try References.users(of: maker, in: small)
    #expect(try References.users(of: maker, in: large).map(\.line) == users.map(\.line))
  }

  @Test func `only the committed bytes are read`() throws {
    let whole = #"{"id":"a","name":"1","watts":5}"# + "\n"
    let bytes = Array((whole + whole + "not JSON\n").utf8)
    let columns = try Self.snapshots(bytes, size: whole.utf8.count).large.columns(
      Tool.schema,
      [Tool.watts.definition]
    )
    #expect(columns.count == 1)
    #expect(columns.rows.map { columns.column(Tool.watts)[$0] } == [5])
  }

  @Test(arguments: [
    #"{"id":"a","name":"x""#, #"{"name":"x"}"#, #"{"id":"a","id":"b"}"#, "", "[]",
    #"{"id":"a","removed":1}"#, #"{"id":7}"#, #"{"id":"a","name":"\ud800"}"#,
  ])
  func `a broken line of a large file is told as one of a small file is`(line: String) throws {
    let right = #"{"id":"a","name":"电动工具","maker":"w-1","watts":500,"marks":["天汾"]}"# + "\n"
    let bytes = Array((right + line + "\n" + right).utf8)
    let (small, large) = Self.snapshots(bytes)
    let one = #expect(throws: Diagnostics.self) { try small.table(Tool.self) }
    let two = #expect(throws: Diagnostics.self) { try large.table(Tool.self) }
    #expect(one?.list.map(\.message) == two?.list.map(\.message))
    #expect(one?.list.map(\.place) == two?.list.map(\.place))
    #expect(two?.list.first?.place?.line == 2)
  }
}
