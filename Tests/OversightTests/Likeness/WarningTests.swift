import Bilingual
import JSONLines
import Ledger
import Oversight
import Portfolio
import Testing

/// What is said of a new mark or enterprise: of a large ledger only what its name leads to is looked at.
struct WarningTests {
  private static func mark(_ id: String, _ text: String, owner: String = "e1") -> Draft {
    var draft = Sample.draft(Trademark.self, id, ["office": "CN", "number": id, "route": "国内"])
    draft[Trademark.mark] = text
    draft[Trademark.owner] = RecordID(owner)
    draft[Trademark.classes] = [8]
    return draft
  }

  private static func enterprise(_ id: String, _ name: String) -> Draft {
    Sample.draft(Enterprise.self, id, ["name": name])
  }

  /// The same records in memory, and as lines of files whose records are found by their keys.
  private static func ledgers(_ drafts: [Draft]) -> [Snapshot] {
    var lines: [String: [UInt8]] = [:]
    for draft in drafts { lines[draft.schema.kind, default: []] += draft.record().line + [0x0A] }
    let files = lines
    return [
      Sample.ledger(drafts),
      Snapshot(Kinds.catalog, commit: 1) { schema in
        files[schema.kind].map { DataFile(schema, Bytes($0), size: $0.count, largeSize: 0) }
      },
    ]
  }

  private static func like(_ draft: Draft, _ ledger: Snapshot) throws -> [String] {
    try Likeness.warnings(for: [.put(draft)], in: ledger).map { $0.message.en }
  }

  @Test(
    arguments: [
      ("吕四海鲜", "with the same words"), ("吕四海先", "that sounds like it"),
      ("吕四海线", "that sounds like it but for its tone"), ("吕四诲鲜", "that looks like it"),
      ("吕海四鲜", "with two characters exchanged"), ("呂四海鮮", "in traditional characters"),
    ]
  )
  func `a mark is warned of in small and large ledgers`(text: String, why: String) throws {
    let known = [Self.mark("1", "吕四海鲜"), Self.mark("2", "天汾电动"), Self.mark("3", "启东船舶")]
    for ledger in Self.ledgers(known) {
      let said = try Self.like(Self.mark("9", text, owner: "e2"), ledger)
      if why == "in traditional characters", try !ledger.isSmall(Trademark.schema) {
        // Two characters differ: 'similar' finds it.
        #expect(said.isEmpty)
      } else {
        #expect(said.count == 1, "\(why)")
        #expect(said.first?.contains("trademark 1 '吕四海鲜'") == true)
      }
    }
  }

  @Test func `one's own mark, a mark unlike all, and a change are not warned of`() throws {
    for ledger in Self.ledgers([Self.mark("1", "吕四海鲜"), Self.mark("2", "天汾电动")]) {
      #expect(try Self.like(Self.mark("9", "吕四海鲜"), ledger) == [])
      #expect(try Self.like(Self.mark("9", "毫不相干", owner: "e2"), ledger) == [])
      #expect(try Self.like(Self.mark("1", "天汾电动", owner: "e2"), ledger) == [])
    }
  }

  @Test func `an enterprise is warned of whose name sounds the same, or was borne before`() throws {
    var renamed = Self.enterprise("e-2", "启东市新名渔业有限公司")
    renamed[Enterprise.formerNames] = ["启东市旧名渔业有限公司"]
    let known = [Self.enterprise("e-1", "启东市海润水产有限公司"), renamed]
    for ledger in Self.ledgers(known) {
      let sound = try Self.like(Self.enterprise("e-9", "启东市海闰水产有限公司"), ledger)
      #expect(sound.count == 1)
      #expect(sound.first?.contains("enterprise e-1") == true)
      let former = try Self.like(Self.enterprise("e-9", "启东市旧名渔业有限公司"), ledger)
      #expect(former.count == 1)
      #expect(former.first?.contains("former name") == true)
      #expect(try Self.like(Self.enterprise("e-9", "如皋市全然无关纺织厂"), ledger) == [])
    }
  }
}
