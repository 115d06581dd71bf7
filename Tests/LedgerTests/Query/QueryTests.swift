import Bilingual
import Ledger
import Testing

struct QueryTests {
  private func shops(_ conditions: [String] = [], sort: [String] = [], limit: Int? = nil) throws
    -> [String]
  {
    let snapshot = Self.snapshot()
    let query = try Query(Shop.schema, where: conditions, sort: sort, limit: limit, snapshot)
    return try query.records(snapshot).map(\.id.text)
  }

  private static func snapshot() -> Snapshot {
    let base = Fixture.snapshot()
    var drafts: [Change] = []
    for (id, name, place, size) in [
      ("shop-2", "电动工具店", "n", 9), ("shop-3", "Café", nil, 100), ("shop-4", "空店", "n", nil),
    ] as [(RecordID, String, RecordID?, Int?)] {
      var draft = Draft(Shop.schema)
      draft.id = id
      draft[Shop.name] = name
      draft[Shop.place] = place
      draft[Shop.size] = size
      drafts.append(.put(draft))
    }
    return base.applying(drafts)
  }

  @Test(
    arguments: [
      ("place=n", ["shop-2", "shop-4"]),
      ("place=北街", ["shop-1", "shop-2", "shop-4"]),
      ("place=南街", ["shop-1"]),
      ("地点=南街", ["shop-1"]),
      ("place=", ["shop-3"]),
      ("place!=", ["shop-1", "shop-2", "shop-4"]),
      ("place!=n", ["shop-1", "shop-3"]),
      ("place.name~南", ["shop-1"]),
      ("size>=40", ["shop-1", "shop-3"]),
      ("size>40", ["shop-3"]),
      ("size<=40", ["shop-1", "shop-2"]),
      ("size<40", ["shop-2"]),
      ("size=100", ["shop-3"]),
      ("name~工具", ["shop-2"]),
      ("name=CAFÉ", ["shop-3"]),
      ("size≥100", ["shop-3"]),
      ("name!=\u{338}x", ["shop-1", "shop-2", "shop-3", "shop-4"]),
    ]
  )
  func `a condition keeps the records that fulfil it`(_ typed: String, _ ids: [String]) throws {
    #expect(try shops([typed]) == ids)
  }

  @Test func `all conditions must hold`() throws {
    #expect(try shops(["place=n", "size>1"]) == ["shop-2"])
  }

  @Test func `records are sorted by value, those without one last, and limited`() throws {
    #expect(try shops(sort: ["size"]) == ["shop-2", "shop-1", "shop-3", "shop-4"])
    #expect(try shops(sort: ["-size"]) == ["shop-3", "shop-1", "shop-2", "shop-4"])
    #expect(try shops(sort: ["place", "-size"], limit: 2) == ["shop-2", "shop-4"])
  }

  @Test func `names in conditions that no record has are found`() throws {
    let snapshot = Self.snapshot()
    let conditions = ["place=北街", "place=东街", "place!=西街", "name=没有", "place="]
    let names = try Query(Shop.schema, where: conditions, snapshot).unknownNames(snapshot)
    #expect(names.map(\.text) == ["东街"])
    #expect(names.map(\.schema.kind) == ["place"])
  }

  @Test func `every wrong condition and key is told`() throws {
    let error = #expect(throws: Diagnostics.self) {
      try shops(["colour=red", "size>=x", "nothing"], sort: ["nmae"])
    }
    #expect(
      error?.list.map(\.name) == ["unknown-field", "bad-value", "bad-condition", "unknown-field"]
    )
    #expect(error?.list.last?.help?.en == "did you mean 'name'?")
  }

  @Test func `a text is found in any field whatever its width and case`() throws {
    let hits = try Search.find("ＣＡＦÉ", in: Self.snapshot())
    #expect(hits.map(\.record.id.text) == ["shop-3"])
    #expect(hits.first?.field == "name")
  }
}
