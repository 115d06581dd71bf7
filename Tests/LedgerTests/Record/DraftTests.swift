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
    #expect(text(draft.line) == "{}")
  }

  @Test func `a draft read as a record has its values`() {
    let record = Tool.draft("t", "电锤", watts: 800).record(at: Place(file: "typed", line: 3))
    #expect(record.id == "t")
    #expect(record[Tool.watts] == 800)
    #expect(record.place.file == "typed")
    #expect(record.place.line == 3)
  }

  @Test(arguments: [
    #"{"id":"t","name":"x","watts":5}"#,
    #"{"name":"x","id":"t","watts":5}"#,
    #"{"id":"t","watts":5,"name":"x"}"#,
    #"{"id": "t","name":"x","watts":5}"#,
    #" {"id":"t","name":"x","watts":5} "#,
    #"{"id":"t","n\u0061me":"x","watts":5}"#,
    #"{"id":"t","name":"x","watts":5,"note":null}"#,
    #"{"marks":null,"id":"t","name":"x","watts":5}"#,
  ])
  func `whatever way a line is written, its record is written in one`(line: String) throws {
    let record = try Tool.record(line)
    #expect(text(record.line) == #"{"id":"t","name":"x","watts":5}"#)
    var draft = Draft(copying: record)
    #expect(text(draft.line) == #"{"id":"t","name":"x","watts":5}"#)
    draft[CommonField.note] = nil
    #expect(text(draft.line) == #"{"id":"t","name":"x","watts":5}"#)
    draft[Tool.watts] = nil
    #expect(text(draft.line) == #"{"id":"t","name":"x"}"#)
    draft[Tool.name] = "更长的名称"
    draft[Tool.watts] = 7
    #expect(text(draft.line) == #"{"id":"t","name":"更长的名称","watts":7}"#)
    #expect(draft[Tool.name] == "更长的名称")
    #expect(text(record.line) == #"{"id":"t","name":"x","watts":5}"#)
  }

  @Test func `unknown members stay behind the others as they stand`() throws {
    let line = #"{"id":"t","x":[ 1,2 ],"name":"x","y\n":{"id":"z"}}"#
    let record = try Tool.record(line)
    let expected = #"{"id":"t","name":"x","x":[ 1,2 ],"y\n":{"id":"z"}}"#
    #expect(text(record.line) == expected)
    var draft = Draft(copying: record)
    draft[Tool.watts] = 1
    draft[Tool.watts] = nil
    #expect(text(draft.line) == expected)
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
