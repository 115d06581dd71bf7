import JSONLines
import Ledger
import Synchronization
import Testing

struct SnapshotTests {
  private let snapshot = Snapshot(
    Factory.catalog,
    drafts: [Tool.draft("a", "电锤"), Tool.draft("b", "电钻")]
  )

  @Test func `a snapshot in memory holds its drafts by kind`() throws {
    #expect(try snapshot.table(Tool.self).records.map(\.id) == ["a", "b"])
    #expect(try snapshot.table(Workshop.self).records.isEmpty)
    #expect(snapshot.commit == 0)
  }

  @Test func `changes give a new snapshot and leave the old one`() throws {
    let after = snapshot.applying([
      .put(Tool.draft("b", "电刨")),
      .put(Tool.draft("c", "电圆锯")),
      .remove(Tool.schema, "a", reason: "停产"),
    ])
    let table = try after.table(Tool.self)
    #expect(table.records.map { $0[Tool.name] } == ["电刨", "电圆锯"])
    #expect(table["a"] == nil)
    #expect(table["c"]?.id == "c")
    #expect(table.removals == ["a": "停产"])
    #expect(try snapshot.table(Tool.self).records.map { $0[Tool.name] } == ["电锤", "电钻"])
    #expect(try after.table(Workshop.self).records.isEmpty)
  }

  @Test func `the last of several changes of a record counts`() throws {
    let away = Change.remove(Tool.schema, "a", reason: "误删")
    let back = Change.put(Tool.draft("a", "电锤二代"))
    let returned = try snapshot.applying([away, back]).table(Tool.self)
    #expect(returned.records.map(\.id) == ["a", "b"])
    #expect(returned["a"]?[Tool.name] == "电锤二代")
    #expect(returned.removals.isEmpty)
    let gone = try snapshot.applying([back, away]).table(Tool.self)
    #expect(gone.records.map(\.id) == ["b"])
    let never = Change.put(Tool.draft("n", "x"))
    let ended = Change.remove(Tool.schema, "n", reason: "y")
    #expect(try snapshot.applying([never, ended]).table(Tool.self)["n"] == nil)
  }

  @Test func `changes upon changes keep the reasons of removals`() throws {
    let after = snapshot.applying([.remove(Tool.schema, "a", reason: "停产")])
      .applying([.put(Tool.draft("c", "电圆锯"))])
    #expect(try after.table(Tool.self).removals == ["a": "停产"])
    #expect(try after.table(Tool.self).records.map(\.id) == ["b", "c"])
  }

  @Test func `what changes would give is what their lines give when they are read`() throws {
    let changes: [Change] = [
      .put(Tool.draft("c", "1")), .remove(Tool.schema, "a", reason: "r"),
      .put(Tool.draft("b", "2")), .put(Tool.draft("a", "3")),
      .remove(Tool.schema, "c", reason: "s"), .put(Tool.draft("c", "4")),
    ]
    // Every run of three of them, in every order.
    for first in changes {
      for second in changes {
        for third in changes {
          let run = [first, second, third]
          let lines = try snapshot.table(Tool.self).records.map(\.line) + run.flatMap(\.lines)
          let file = lines.map { text($0) + "\n" }.joined()
          let read = try Tool.table(file)
          let applied = try snapshot.applying(run).table(Tool.self)
          #expect(applied.records.map(\.line) == read.records.map(\.line))
          #expect(applied.removals == read.removals)
        }
      }
    }
  }

  @Test func `a table is read once, when it is first asked for`() throws {
    let reads = Mutex(0)
    let snapshot = Snapshot(Factory.catalog, commit: 3) { schema in
      reads.withLock { $0 += 1 }
      return Table(schema)
    }
    #expect(reads.withLock { $0 } == 0)
    _ = try snapshot.table(Tool.self)
    _ = try snapshot.table(Tool.schema)
    #expect(reads.withLock { $0 } == 1)
  }
}
