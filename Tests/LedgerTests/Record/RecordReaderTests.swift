import JSONLines
import Ledger
import Testing

struct RecordReaderTests {
  @Test func `fields are read by their handles in any order`() throws {
    let line = #"{"marks":["天汾","TF"],"watts":650,"name":"角磨机","id":"t-1","maker":"w-1"}"#
    let record = try Tool.record(line)
    #expect(record.id == "t-1")
    #expect(record[Tool.name] == "角磨机")
    #expect(record[Tool.maker] == "w-1")
    #expect(record[Tool.watts] == 650)
    #expect(record[Tool.marks] == ["天汾", "TF"])
    #expect(record[CommonField.note] == nil)
    #expect(record.place == Place(file: "tools.jsonl", line: 1, column: 1, offset: 0))
    #expect(
      text(record.line)
        == #"{"id":"t-1","name":"角磨机","maker":"w-1","watts":650,"marks":["天汾","TF"]}"#
    )
  }

  @Test func `a value of another shape is none to Swift and itself as JSON`() throws {
    let record = try Tool.record(#"{"id":"t","name":7,"watts":"650","marks":["a",1]}"#)
    #expect(record[Tool.name] == nil)
    #expect(record[Tool.watts] == nil)
    #expect(record[Tool.marks] == nil)
    #expect(record[Tool.name.definition] == .integer(7))
    #expect(record.has(Tool.marks.definition))
  }

  @Test func `null is no value`() throws {
    let record = try Tool.record(#"{"id":"t","name":"x","watts":null,"removed":null}"#)
    #expect(record[Tool.watts] == nil)
    #expect(record[Tool.watts.definition] == nil)
    #expect(!record.has(Tool.watts.definition))
    #expect(text(record.line) == #"{"id":"t","name":"x"}"#)
  }

  @Test func `unknown members are kept byte for byte behind the known ones`() throws {
    let line =
      #"{"\u65e7":1.50,"id":"t","新":{"b":[1 , 2],"a":"\u00e9\/"},"name":"x","z":null,"n":-0}"#
    let record = try Tool.record(line)
    let expected =
      #"{"id":"t","name":"x","\u65e7":1.50,"新":{"b":[1 , 2],"a":"\u00e9\/"},"z":null,"n":-0}"#
    #expect(text(record.line) == expected)
    var draft = Draft(copying: record)
    draft[Tool.watts] = 5
    #expect(
      text(draft.line) == expected.replacing(#""name":"x","#, with: #""name":"x","watts":5,"#)
    )
    #expect(record.members.map(\.key) == ["id", "name", "旧", "新", "z", "n"])
    #expect(record.members.last?.value == .integer(0))
  }

  @Test func `known values that nobody changed keep their escapes`() throws {
    let record = try Tool.record(#"{"id":"\u0074","name":"\u89d2\/x","watts":650}"#)
    #expect(record.id == "t")
    #expect(record[Tool.name] == "角/x")
    #expect(text(record.line) == #"{"id":"\u0074","name":"\u89d2\/x","watts":650}"#)
  }

  @Test func `a known key may be written with escapes`() throws {
    let record = try Tool.record(#"{"\u0069d":"t","n\u0061me":"x"}"#)
    #expect(record[Tool.name] == "x")
    #expect(text(record.line) == #"{"id":"t","name":"x"}"#)
  }

  @Test func `a removal gives its id and reason`() throws {
    let entry = try Tool.read(#"{"id":"t-1","removed":"重复登记"}"#)
    guard case .removal(let id, let reason, let place) = entry else {
      Issue.record("no removal: \(entry)")
      return
    }
    #expect(id == "t-1")
    #expect(entry.id == "t-1")
    #expect(reason == "重复登记")
    #expect(place.line == 1)
  }

  @Test(arguments: [
    (#"{"name":"x"}"#, "record-missing-id", 0),
    (#"{"id":"","name":"x"}"#, "record-missing-id", 0),
    (#"{"id":null,"name":"x"}"#, "record-missing-id", 0),
    (#"{"id":7}"#, "record-missing-id", 0),
    (#"{}"#, "record-missing-id", 0),
    (#"{"removed":"why"}"#, "record-missing-id", 0),
    (#"{"id":"t","removed":true}"#, "record-bad-removal", 20),
    (#"{"id":"t","removed":["why"]}"#, "record-bad-removal", 20),
    (#"{"id":"t","id":"t"}"#, "json-duplicate-key", 10),
    (#"{"id":"t","name":"x","watts":1,"name":"x"}"#, "json-duplicate-key", 31),
    (#"{"id":"t","name":null,"name":"x"}"#, "json-duplicate-key", 22),
    (#"{"id":"t","name":"x","n\u0061me":"y"}"#, "json-duplicate-key", 21),
    (#"{"id":"t","新":1,"\u65b0":2}"#, "json-duplicate-key", 18),
    (#"{"id":"t","removed":"a","removed":"b"}"#, "json-duplicate-key", 24),
    (#"{"id":"t","name":{"a":1,"a":2}}"#, "json-duplicate-key", 24),
    (#"{"id":"t","name":"x""#, "json-unexpected-end", 20),
    (#"["t"]"#, "json-not-an-object", 0),
    ("", "json-empty-line", 0),
  ])
  func `a line that is no record is refused at its byte`(line: String, name: String, offset: Int) {
    let fault = #expect(throws: Diagnostic.self) { try Tool.read(line) }
    #expect(fault?.name == name)
    #expect(fault?.place?.offset == offset)
    #expect(fault?.place?.file == "tools.jsonl")
    #expect(fault?.excerpt == line)
    #expect(fault?.severity == .error)
  }
}
