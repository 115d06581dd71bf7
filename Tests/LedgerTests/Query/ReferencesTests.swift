import Ledger
import Testing

struct ReferencesTests {
  private func shop(_ id: RecordID, at place: RecordID?) -> Change {
    var draft = Draft(Shop.schema)
    draft.id = id
    draft[Shop.name] = "店"
    draft[Shop.place] = place
    return .put(draft)
  }

  private func left(_ changes: [Change]) throws -> [String] {
    try References.left(by: changes, in: Fixture.snapshot()).map { "\($0.user.id) \($0.removed)" }
  }

  private let removal = Change.remove(Spot.schema, "s", reason: "关闭")

  @Test func `what is taken away while a record names it is found`() throws {
    #expect(try left([removal]) == ["shop-1 s"])
    #expect(try left([.remove(Spot.schema, "n", reason: "关闭")]).isEmpty)
  }

  @Test func `a record that goes or looks elsewhere in the same commit is left alone`() throws {
    #expect(try left([removal, .remove(Shop.schema, "shop-1", reason: "关闭")]).isEmpty)
    #expect(try left([removal, shop("shop-1", at: "n")]).isEmpty)
    #expect(try left([removal, shop("shop-1", at: nil)]).isEmpty)
  }

  @Test func `a record that comes in the same commit counts too`() throws {
    #expect(try left([removal, shop("shop-2", at: "s")]) == ["shop-1 s", "shop-2 s"])
  }
}
