import Bilingual
import Ledger
import Testing

struct EditorTests {
  private func values(_ typed: String...) -> [Assignment] {
    typed.compactMap { Assignment(typed: $0) }
  }

  private func draft(_ editor: Editor, _ index: Int = 0) throws -> Draft {
    guard case .put(let draft) = try #require(editor.changes[index...].first) else {
      throw Diagnostic("not-a-put", .init(en: "", zh: ""))
    }
    return draft
  }

  @Test func `fields are named in either language and references by name`() throws {
    let editor = Fixture.editor()
    let effect = try editor.add(Shop.schema, values("名称=电动工具店", "place=旧街", "面积=1,200"))
    #expect(effect == .new("shop-20251103-aaaaaa"))
    let draft = try draft(editor)
    #expect(draft[Shop.place] == "s")
    #expect(draft[Shop.size] == 1_200)
  }

  @Test func `a name that two records bear is refused with both candidates`() throws {
    let editor = Fixture.editor()
    #expect(try editor.add(Shop.schema, values("name=甲", "place=北街")) == .refused)
    let found = try #require(editor.diagnostics.first)
    #expect(found.name == "ambiguous-reference")
    #expect(found.help?.zh.contains("n 北街") == true)
    #expect(found.help?.zh.contains("s 南街") == true)
  }

  @Test func `an id decides where it is also a name`() throws {
    let editor = Fixture.editor()
    _ = try editor.add(Shop.schema, values("name=甲", "place=n"))
    #expect(try draft(editor)[Shop.place] == "n")
  }

  @Test func `everything that is wrong is told at once`() throws {
    let editor = Fixture.editor()
    let effect = try editor.add(Shop.schema, values("place=中街", "size=大", "colour=red"))
    #expect(effect == .refused)
    #expect(
      editor.diagnostics.map(\.name)
        == ["unknown-reference", "bad-value", "unknown-field", "missing-field"]
    )
    #expect(editor.changes.isEmpty)
  }

  @Test func `a missing required field is told with what it takes`() throws {
    let editor = Fixture.editor()
    #expect(try editor.add(Shop.schema, values("size=3")) == .refused)
    #expect(editor.diagnostics.map(\.name) == ["missing-field"])
  }

  @Test func `an unknown name is created where that is asked for`() throws {
    let editor = Fixture.editor(creates: true)
    let effect = try editor.add(Shop.schema, values("name=甲", "place=中街"))
    guard case .new = effect else { throw Diagnostic("not-new", .init(en: "", zh: "")) }
    #expect(editor.changes.map { $0.schema.kind } == ["place", "shop"])
    #expect(try draft(editor, 1)[Shop.place] == draft(editor, 0).id)
  }

  @Test func `fields with a point belong to what is created, found again the second time`() throws {
    let editor = Fixture.editor()
    _ = try editor.add(Shop.schema, values("name=甲", "place.name=中街"))
    _ = try editor.add(Shop.schema, values("name=乙", "place.name=中街"))
    #expect(editor.changes.map { $0.schema.kind } == ["place", "shop", "shop"])
    #expect(try draft(editor, 1)[Shop.place] == draft(editor, 2)[Shop.place])
  }

  @Test func `a refused record takes back what was created for it`() throws {
    let editor = Fixture.editor()
    #expect(try editor.add(Shop.schema, values("place.name=中街", "size=3")) == .refused)
    #expect(editor.changes.isEmpty)
    #expect(try editor.find("中街", Spot.schema) == nil)
  }

  @Test func `a record that is there is refused by add and completed by a merge`() throws {
    let adding = Fixture.editor()
    #expect(try adding.add(Shop.schema, values("name=海鲜店")) == .refused)
    #expect(adding.diagnostics.map(\.name) == ["record-exists"])

    let merging = Fixture.editor()
    let effect = try merging.add(Shop.schema, values("name=海鲜店", "size=50"), merging: true)
    #expect(effect == .changed("shop-1", fields: ["size"]))
    #expect(try draft(merging)[Shop.place] == "s")
  }

  @Test func `the same values change nothing`() throws {
    let editor = Fixture.editor()
    // The name differs in blanks and breaks only: the one that stands is kept.
    for name in ["海 鲜 店", "海鲜\n店", "海鲜\u{3000}店"] {
      let effect = try editor.add(Shop.schema, values("name=\(name)", "size=40"), merging: true)
      #expect(effect == .same("shop-1"))
    }
    // Who gives the id means this record, and its name as it is given.
    let other = Fixture.editor()
    let named = try other.add(Shop.schema, values("id=shop-1", "name=海 鲜 店"), merging: true)
    #expect(named == .changed("shop-1", fields: ["name"]))
    let again = try Fixture.editor().add(
      Shop.schema,
      values("name=海鲜店", "size=40"),
      merging: true
    )
    #expect(again == .same("shop-1"))
  }

  @Test func `one thing given twice with other values is refused the second time`() throws {
    let editor = Fixture.editor()
    _ = try editor.add(Shop.schema, values("name=甲", "size=1"), merging: true)
    let second = try editor.add(Shop.schema, values("name=甲", "size=2"), merging: true)
    #expect(second == .refused)
    #expect(editor.diagnostics.map(\.name) == ["given-twice"])
    #expect(editor.changes.count == 1)
  }

  @Test func `what a table gives twice is refused even where its first row changes nothing`() throws
  {
    let editor = Fixture.editor()
    let same = try editor.add(Shop.schema, values("name=海鲜店", "size=40"), merging: true)
    #expect(same == .same("shop-1"))
    let other = try editor.add(Shop.schema, values("name=海鲜店", "size=50"), merging: true)
    #expect(other == .refused)
    #expect(editor.diagnostics.map(\.name) == ["given-twice"])
    #expect(editor.changes.isEmpty)
  }

  @Test func `who looks for a record is told what there is, not to add it`() throws {
    let editor = Fixture.editor()
    #expect(try editor.find("火星", Spot.schema) == nil)
    #expect(editor.diagnostics.first?.help?.en == "'brandledger list place' shows what there is")
  }

  @Test func `set changes and clears values, and says when nothing changes`() throws {
    let snapshot = Fixture.snapshot()
    let record = try #require(try snapshot.table(Shop.self)["shop-1" as RecordID])
    let editor = Fixture.editor()
    #expect(try editor.set(record, values("size=")) == .changed("shop-1", fields: ["size"]))
    #expect(try draft(editor)[Shop.size] == nil)
    #expect(try Fixture.editor().set(record, values("size=40")) == .same("shop-1"))
    #expect(try Fixture.editor().set(record, values("id=x")) == .refused)
  }

  @Test func `a name that changes stays among the former names, once`() throws {
    func renamed(_ id: RecordID, _ assignments: String...) throws -> [String] {
      let editor = Fixture.editor()
      let record = try #require(try Fixture.snapshot().table(Spot.self)[id])
      let typed = assignments.compactMap { Assignment(typed: $0) }
      guard case .changed = try editor.set(record, typed) else { return ["unchanged"] }
      let draft = try draft(editor)
      return [try #require(draft[Spot.name])] + (draft[Spot.former] ?? [])
    }
    #expect(try renamed("n", "name=中街") == ["中街", "北街"])
    #expect(try renamed("s", "name=旧街") == ["旧街", "北街", "南街"])
    #expect(try renamed("s", "name=新街") == ["新街", "旧街", "北街", "南街"])
    // Who gives the list decides; other blanks make no other name.
    #expect(try renamed("s", "name=新街", "formerNames=") == ["新街"])
    #expect(try renamed("s", "name=南 街") == ["南 街", "旧街", "北街"])
  }

  @Test func `a name that comes with a record that is there is kept in the same way`() throws {
    let editor = Fixture.editor()
    let effect = try editor.add(Spot.schema, values("id=n", "name=中街"), merging: true)
    #expect(effect == .changed("n", fields: ["name", "formerNames"]))
    #expect(try draft(editor)[Spot.former] == ["北街"])
  }

  @Test func `a name of which no letter is the same is not suggested`() {
    #expect(Nearest.name(to: "Z", among: ["戊", "己"]) == nil)
    #expect(Nearest.name(to: "乙", among: ["甲"]) == nil)
    #expect(Nearest.name(to: "海螺", among: ["海鲜"]) == "海鲜")
  }

  @Test func `an id that a record has already is made again`() throws {
    let first = Fixture.editor()
    _ = try first.add(Shop.schema, values("name=甲"))
    let after = Fixture.snapshot().applying(first.changes)
    let second = Editor(after, ids: Fixture.ids())
    #expect(try second.add(Shop.schema, values("name=乙")) == .new("shop-20251103-baaaaa"))
  }

  @Test func `the kind whose ids are chosen asks for one`() throws {
    let editor = Fixture.editor()
    #expect(try editor.add(Spot.schema, values("name=西街")) == .refused)
    #expect(editor.diagnostics.map(\.name) == ["missing-id"])
  }

  @Test(
    arguments: [
      ("a=b", "a", "b"), ("名称=甲=乙", "名称", "甲=乙"), (" a = b ", "a", "b"), ("a=", "a", ""),
      ("名称=值", "名称", "值"),
    ]
  )
  func `an assignment is read`(_ typed: String, _ field: String, _ text: String) throws {
    let assignment = try #require(Assignment(typed: typed))
    #expect(assignment.field == field)
    #expect(assignment.text == text)
  }

  @Test(arguments: ["a", "=b", ""])
  func `a word without field or equals sign is no assignment`(_ typed: String) {
    #expect(Assignment(typed: typed) == nil)
  }

  @Test func `a field that is given twice is refused, whatever its two names`() throws {
    let editor = Fixture.editor()
    #expect(try editor.add(Shop.schema, values("name=甲", "名称=乙")) == .refused)
    #expect(editor.diagnostics.map(\.name) == ["field-given-twice"])
    #expect(editor.diagnostics.first?.message.zh == "“名称”重复给出：乙")
    let inner = Fixture.editor()
    let nested = values("name=甲", "place.name=中街", "place.name=后街")
    #expect(try inner.add(Shop.schema, nested) == .refused)
    #expect(inner.diagnostics.map(\.name) == ["field-given-twice"])
    let record = try #require(try Fixture.snapshot().record("shop-1", Shop.schema))
    #expect(try editor.set(record, values("size=1", "size=1")) == .refused)
    #expect(try editor.set(record, values("size=1", "place=n")) != .refused)
  }

  @Test(arguments: ["", " ", "\u{3000}"])
  func `a required text that is blank is missing`(text: String) throws {
    var draft = Draft(Shop.schema)
    draft[Shop.name] = text
    let editor = Fixture.editor()
    #expect(try editor.add(draft) == .refused)
    #expect(editor.diagnostics.map(\.name) == ["missing-field"])
    draft[Shop.name] = "甲"
    draft.id = RecordID(text)
    #expect(try editor.add(draft) == .refused)
    #expect(editor.changes.isEmpty)
  }

  @Test func `set refuses to make of a record one that stands already`() throws {
    let adding = Fixture.editor()
    _ = try adding.add(Shop.schema, values("name=工具店"))
    let snapshot = Fixture.snapshot().applying(adding.changes)
    let editor = Editor(snapshot, ids: Fixture.ids())
    let record = try #require(try snapshot.record("shop-1", Shop.schema))
    #expect(try editor.set(record, values("name=工 具店")) == .refused)
    #expect(editor.diagnostics.map(\.name) == ["record-exists"])
    #expect(editor.changes.isEmpty)
    // Its own name written in another way is no other record.
    #expect(
      try editor.set(record, values("name=海 鲜店")) == .changed("shop-1", fields: ["name"])
    )
  }
}
