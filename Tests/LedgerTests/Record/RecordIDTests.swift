import JSONLines
import Ledger
import Testing

struct RecordIDTests {
  @Test func `ids are equal when their bytes are`() {
    let composed = RecordID("caf\u{E9}")
    let decomposed = RecordID("cafe\u{301}")
    #expect(composed.text == decomposed.text)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed, RecordID("caf\u{E9}")]).count == 2)
    // The sign of the kelvin is the letter K to Unicode's equivalence.
    #expect(RecordID("\u{212A}1") != RecordID("K1"))
  }

  @Test func `ids are ordered by bytes`() {
    let ids: [RecordID] = ["b", "a-10", "a-9", "A", "é", "启", "a"]
    #expect(ids.sorted().map(\.text) == ["A", "a", "a-10", "a-9", "b", "é", "启"])
    #expect(!(RecordID("a") < RecordID("a")))
  }

  @Test func `an id is stored as its text`() throws {
    let record = try Tool.record(#"{"id":"t","name":"x","maker":"\u5929汾"}"#)
    #expect(record[Tool.maker] == "天汾")
    #expect(RecordID("a\"b").json == .string("a\"b"))
  }
}
