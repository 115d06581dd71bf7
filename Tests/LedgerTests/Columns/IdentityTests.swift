import Bilingual
import JSONLines
import Ledger
import Testing

/// Recognises what is there already, in a large file by the hashes of its identities.
struct IdentityTests {
  private static let office = field("office", .text)
  private static let number = field("number", .text)

  private static func field(_ name: String, _ type: FieldType) -> Field<String> {
    Field(name, Phrase(en: name, zh: name), type, Phrase(en: name, zh: name))
  }

  private static let schema = Schema(
    "mark",
    Phrase(en: "mark", zh: "商标"),
    file: "marks.jsonl",
    key: .generated(prefix: "m"),
    meaning: Phrase(en: "A mark.", zh: "商标。"),
    fields: [office.definition, number.definition],
    identities: [[office.definition, number.definition]]
  )

  private static let lines = """
    {"id":"m-1","office":"CN","number":"100"}
    {"id":"m-2","office":"CN","number":"２００"}
    {"id":"m-3","office":"US","number":"100"}
    {"id":"m-4","office":"CN","number":"300"}
    {"id":"m-4","office":"CN","number":"400"}
    {"id":"m-5","office":"CN","number":"500"}
    {"id":"m-5","removed":"误"}
    {"number":"6\\u00300","id":"m-6","office":"cn"}

    """

  private static func editor(_ largeSize: Int) -> Editor {
    let bytes = Array(lines.utf8)
    let snapshot = Snapshot(Catalog([schema]), commit: 1) {
      DataFile($0, Bytes(bytes), size: bytes.count, largeSize: largeSize)
    }
    return Editor(snapshot, ids: IDMaker(date: "20250101") { 7 })
  }

  @Test(
    arguments: [
      ("CN", "100", "m-1"), ("cn", "１００", "m-1"), ("CN", "200", "m-2"), ("US", "100", "m-3"),
      ("CN", "300", nil), ("CN", "400", "m-4"), ("CN", "500", nil), ("CN", "600", "m-6"),
      ("EM", "100", nil),
    ] as [(String, String, String?)]
  )
  func `the same thing typed in two ways is the same`(
    office: String,
    number: String,
    id: String?
  ) throws {
    for size in [0, Int.max] {
      let editor = Self.editor(size)
      let effect = try editor.add(
        Self.schema,
        [Assignment("office", office), Assignment("number", number)],
        merging: true
      )
      switch effect {
      case .new: #expect(id == nil, "\(size)")
      case .changed(let found, _), .same(let found): #expect(found.text == id, "\(size)")
      case .refused: Issue.record("refused")
      }
    }
  }
}
