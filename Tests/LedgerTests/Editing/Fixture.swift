import Bilingual
import Ledger
import Synchronization

/// A small world of two kinds: places, and shops that stand in them.
enum Shop: Kind {
  static let name = Field<String>(
    "name",
    Phrase(en: "name", zh: "名称"),
    .text,
    required: true,
    Phrase(en: "What it is called.", zh: "名称。")
  )
  static let place = Field<RecordID>(
    "place",
    Phrase(en: "place", zh: "地点"),
    .reference(to: "place"),
    Phrase(en: "Where it stands.", zh: "所在地点。")
  )
  static let size = Field<Int>(
    "size",
    Phrase(en: "size", zh: "面积"),
    .integer,
    Phrase(en: "How large it is.", zh: "面积。")
  )
  static let former = Field<[String]>(
    "formerNames",
    Phrase(en: "former names", zh: "曾用名"),
    .list(of: .text),
    Phrase(en: "What it was called.", zh: "曾用名。")
  )
  static let schema = Schema(
    "shop",
    Phrase(en: "shop", zh: "店铺"),
    file: "shops.jsonl",
    key: .generated(prefix: "shop"),
    meaning: Phrase(en: "A shop.", zh: "店铺。"),
    fields: [name.definition, place.definition, size.definition, former.definition],
    names: [name.definition, former.definition],
    identities: [[name.definition]]
  )
}

/// Where a shop may stand.
enum Spot: Kind {
  static let name = Field<String>(
    "name",
    Phrase(en: "name", zh: "名称"),
    .text,
    required: true,
    Phrase(en: "What it is called.", zh: "名称。")
  )
  static let former = Field<[String]>(
    "formerNames",
    Phrase(en: "former names", zh: "曾用名"),
    .list(of: .text),
    Phrase(en: "What it was called.", zh: "曾用名。")
  )
  static let schema = Schema(
    "place",
    Phrase(en: "place", zh: "地点"),
    file: "places.jsonl",
    key: .chosen,
    meaning: Phrase(en: "A place.", zh: "地点。"),
    fields: [name.definition, former.definition],
    names: [name.definition, former.definition]
  )
}

/// Snapshots of that world.
enum Fixture {
  static let catalog = Catalog([Spot.schema, Shop.schema])
  /// Returns a maker of ids that counts from 0.
  static func ids() -> IDMaker {
    let count = Count()
    return IDMaker(date: "20251103", random: { count.next() })
  }

  private final class Count: Sendable {
    private let value = Mutex<UInt64>(0)

    func next() -> UInt64 {
      value.withLock { value in
        defer { value += 1 }
        return value
      }
    }
  }

  /// Returns a snapshot with two places and one shop, which had another name and into which another one was merged.
  static func snapshot() -> Snapshot {
    var north = Draft(Spot.schema)
    north.id = "n"
    north[Spot.name] = "北街"
    var south = Draft(Spot.schema)
    south.id = "s"
    south[Spot.name] = "南街"
    south[Spot.former] = ["旧街", "北街"]
    var shop = Draft(Shop.schema)
    shop.id = "shop-1"
    shop[Shop.name] = "海鲜店"
    shop[Shop.place] = "s"
    shop[Shop.size] = 40
    shop[Shop.former] = ["老店"]
    var twin = Draft(Shop.schema)
    twin.id = "shop-2"
    twin[Shop.name] = "鲜货铺"
    return Snapshot(catalog, drafts: [north, south, shop, twin])
      .applying([.remove(Shop.schema, "shop-2", reason: "merged into shop-1: 同一店铺")])
  }

  /// Starts an editor over that snapshot.
  static func editor(creates: Bool = false) -> Editor {
    Editor(snapshot(), ids: ids(), creates: creates)
  }
}
