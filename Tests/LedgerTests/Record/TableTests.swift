import JSONLines
import Ledger
import Testing

struct TableTests {
  @Test func `a later line replaces an earlier one in its place`() throws {
    let table = try Tool.table(
      """
      {"id":"b","name":"1"}
      {"id":"a","name":"2"}
      {"id":"b","name":"3"}

      """
    )
    #expect(table.records.map(\.id) == ["b", "a"])
    #expect(table["b"]?[Tool.name] == "3")
    #expect(table["b"]?.place.line == 3)
    #expect(table["c"] == nil)
    #expect(table[nil] == nil)
    #expect(table.removals.isEmpty)
  }

  @Test func `a removed record is gone and its reason stays`() throws {
    let table = try Tool.table(
      """
      {"id":"a","name":"1"}
      {"id":"b","name":"2"}
      {"id":"a","removed":"重复"}
      {"id":"x","removed":"never was"}

      """
    )
    #expect(table.records.map(\.id) == ["b"])
    #expect(table["a"] == nil)
    #expect(table.removals == ["a": "重复", "x": "never was"])
  }

  @Test func `a removed record comes back where it first stood`() throws {
    let table = try Tool.table(
      """
      {"id":"a","name":"1"}
      {"id":"b","name":"2"}
      {"id":"a","removed":"gone"}
      {"id":"a","name":"3"}

      """
    )
    #expect(table.records.map(\.id) == ["a", "b"])
    #expect(table["a"]?[Tool.name] == "3")
    #expect(table.removals.isEmpty)
  }

  @Test func `a line that ends a record which never was keeps its place`() throws {
    let table = try Tool.table(
      """
      {"id":"a","removed":"too early"}
      {"id":"b","name":"2"}
      {"id":"a","name":"3","removed":null}

      """
    )
    #expect(table.records.map(\.id) == ["a", "b"])
    #expect(table.removals.isEmpty)
  }

  @Test func `ids in two forms of Unicode are two records`() throws {
    let table = try Tool.table("{\"id\":\"\u{E9}\"}\n{\"id\":\"e\u{301}\"}\n")
    #expect(table.records.count == 2)
  }

  @Test func `only the bytes that are true are looked at`() throws {
    let good = "{\"id\":\"a\"}\n"
    let bytes = Bytes(Array((good + "{\"id\":\"b\"}\n{torn").utf8))
    let table = try Table(Tool.schema, reading: bytes, count: good.utf8.count)
    #expect(table.records.map(\.id) == ["a"])
    #expect(try Table(Tool.schema, reading: bytes, count: 0).records.isEmpty)
  }

  @Test func `all faults of a file are told with their places`() {
    let file = """
      {"id":"a","name":"吕四"}
      {"id":"b","名":"吕四", x}

      {"name":"no id"}
      {"id":"c"}
      {"id":"d","d":1,"d":2}

      """
    let faults = #expect(throws: Diagnostics.self) { try Tool.table(file) }
    #expect(
      faults?.list.map(\.name) == [
        "json-unexpected-byte", "json-empty-line", "record-missing-id", "json-duplicate-key",
      ]
    )
    #expect(faults?.list.map(\.place?.line) == [2, 3, 4, 6])
    #expect(faults?.list.map(\.place?.column) == [21, 1, 1, 17])
    #expect(faults?.list.map(\.place?.file) == Array(repeating: "tools.jsonl", count: 4))
    #expect(faults?.list.first?.excerpt == #"{"id":"b","名":"吕四", x}"#)
    #expect(faults?.outcome == .refused)
    for fault in faults?.list ?? [] {
      let offset = fault.place?.offset ?? 0
      let before = file.utf8.prefix(offset).filter { $0 == 0x0A }.count
      #expect(before + 1 == fault.place?.line)
    }
  }
}
