import Bilingual
import JSONLines
import Ledger
import Testing

/// A row is the same thing as a record that was renamed or merged into another one.
struct PastTests {
  private static let lines = #"""
    {"id":"shop-1","name":"海鲜店","size":40}
    {"id":"shop-2","name":"鲜货铺","size":7}
    {"id":"shop-3","name":"南货店","formerNames":["老店"]}
    {"id":"shop-4","name":"误记店"}
    {"id":"shop-2","removed":"merged into shop-1: 同一店铺"}
    {"id":"shop-4","removed":"误记"}
    {"id":"shop-5","name":"分店"}
    {"id":"shop-5","removed":"merged into shop-2: 同一店铺"}

    """#

  /// The same records in memory and found by the keys of a file.
  private static func editors() -> [Editor] {
    let bytes = Bytes(Array(lines.utf8))
    return [Int.max, 0].map { size in
      let snapshot = Snapshot(Fixture.catalog, commit: 1) { schema in
        guard schema === Shop.schema else { return nil }
        return DataFile(schema, bytes, size: bytes.count, largeSize: size)
      }
      return Editor(snapshot, ids: Fixture.ids())
    }
  }

  private func row(_ name: String, _ size: String? = nil, id: String? = nil) -> [Assignment] {
    [Assignment("name", name)] + (size.map { [Assignment("size", $0)] } ?? [])
      + (id.map { [Assignment("id", $0)] } ?? [])
  }

  @Test func `a name that was merged away is the kept record, over several mergings`() throws {
    for editor in Self.editors() {
      #expect(try editor.add(Shop.schema, row("鲜货 铺", "40"), merging: true) == .same("shop-1"))
      #expect(try editor.add(Shop.schema, row("分店"), merging: true) == .same("shop-1"))
      #expect(editor.diagnostics.isEmpty)
      #expect(editor.changes.isEmpty)
    }
  }

  @Test func `what differs of it stays and is told`() throws {
    for editor in Self.editors() {
      #expect(try editor.add(Shop.schema, row("鲜货铺", "7"), merging: true) == .same("shop-1"))
      #expect(editor.diagnostics.map(\.name) == ["former-record"])
      #expect(editor.diagnostics[0].severity == .warning)
      #expect(
        editor.diagnostics[0].message.en
          == "shop-2 was merged into shop-1, whose values stay: size"
      )
    }
  }

  @Test func `what the record lacks is taken of a row under its former name`() throws {
    for editor in Self.editors() {
      let effect = try editor.add(Shop.schema, row("老店", "3"), merging: true)
      #expect(effect == .changed("shop-3", fields: ["size"]))
      #expect(editor.diagnostics.isEmpty)
      #expect(
        editor.changes.flatMap(\.lines).map { $0.span.text } == [
          #"{"id":"shop-3","name":"南货店","size":3,"formerNames":["老店"]}"#
        ]
      )
    }
  }

  @Test func `an id that was merged is no free one`() throws {
    for editor in Self.editors() {
      let other = row("别家店", id: "shop-2")
      #expect(try editor.add(Shop.schema, other) == .refused)
      #expect(editor.diagnostics.map(\.name) == ["record-exists"])
      #expect(
        editor.diagnostics[0].message.en
          == "shop-2 was merged into shop-1, which stands for this shop"
      )
      #expect(try editor.add(Shop.schema, other, merging: true) == .same("shop-1"))
      #expect(editor.diagnostics.last?.name == "former-record")
    }
  }

  @Test func `a record that was removed for another reason comes back`() throws {
    for editor in Self.editors() {
      #expect(
        try editor.add(Shop.schema, row("误记店"), merging: true) == .new("shop-20251103-aaaaaa")
      )
    }
  }

  @Test func `somebody else may be added under a name that is no longer borne`() throws {
    for editor in Self.editors() {
      guard case .new = try editor.add(Shop.schema, row("老店")) else {
        Issue.record("the shop was not added")
        continue
      }
    }
  }
}
