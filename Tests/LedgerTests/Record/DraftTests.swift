import JSONLines
import Ledger
import Testing

struct DraftTests {
  @Test func `fields are written in schema order whatever the order of setting`() {
    var draft = Draft(Tool.schema)
    draft[CommonField.note] = "备注"
    draft[Tool.marks] = ["a", "b\"c"]
    draft[Tool.watts] = 0
    draft[Tool.name] = "电锤\n\u{0}"
    draft.id = "t-1"
    #expect(
      text(draft.line)
        == #"{"id":"t-1","name":"电锤\n\u0000","watts":0,"marks":["a","b\"c"],"note":"备注"}"#
    )
    #expect(draft[Tool.marks] == ["a", "b\"c"])
    #expect(draft[Tool.name] == "电锤\n\u{0}")
  }

  @Test func `a value is taken away with nil or null`() {
    var draft = Tool.draft("t", "x", watts: 5)
    draft[Tool.watts] = nil
    #expect(text(draft.line) == #"{"id":"t","name":"x"}"#)
    draft[Tool.watts.definition] = .integer(6)
    #expect(draft[Tool.watts] == 6)
    draft[Tool.watts.definition] = .null
    #expect(draft[Tool.watts.definition] == nil)
    #expect(text(draft.line) == #"{"id":"t","name":"x"}"#)
  }

  @Test func `a new draft has no id`() {
    let draft = Draft(Tool.schema)
    #expect(draft.id == nil)
    #expect(Change.put(draft).id == nil)
    #expect(text(draft.line) == "{}")
  }

  @Test func `a draft read as a record has its values`() {
    let record = Tool.draft("t", "电锤", watts: 800).record(at: Place(file: "typed", line: 3))
    #expect(record.id == "t")
    #expect(record[Tool.watts] == 800)
    #expect(record.place.file == "typed")
    #expect(record.place.line == 3)
  }

  @Test func `writing, reading and writing again gives the same bytes`() throws {
    let names = ["", "电锤", "🦀", "e\u{301}", "\u{0}\u{1F}\u{7F}", "\u{2028}\u{FFFF}", "\"\\/"]
    for name in names {
      for watts in [Int.min, -1, 0, Int.max] {
        let line = Tool.draft(RecordID("t/\(name)"), name, watts: watts).line
        let record = try Tool.record(text(line))
        #expect(record.line == line)
        #expect(Draft(copying: record).record().line == line)
        #expect(record[Tool.name].map { $0.utf8.elementsEqual(name.utf8) } == true)
        #expect(record[Tool.watts] == watts)
      }
    }
  }
}
