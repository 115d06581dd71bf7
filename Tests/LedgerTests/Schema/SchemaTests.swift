import Ledger
import Testing

struct SchemaTests {
  @Test(
    arguments: [
      ("name", "name"), ("NAME", "name"), ("tool name", "name"), ("Tool  Name", "name"),
      ("工具名称", "name"), (" 工具 名称 ", "name"), ("品名", "name"), ("modelname", "name"),
      ("\u{FF4E}\u{FF41}\u{FF4D}\u{FF45}", "name"), ("watts", "watts"), ("功率", "watts"),
      ("id", "id"), ("编号", "id"), ("备注", "note"), ("Source", "source"), ("nam", nil), ("", nil),
    ] as [(String, String?)]
  )
  func `a field is found by key, label in either language, or alias`(typed: String, name: String?) {
    #expect(Tool.schema.field(named: typed)?.name == name)
  }

  @Test func `every kind begins with its id and ends with what all kinds have`() {
    #expect(
      Tool.schema.fields.map(\.name) == [
        "id", "name", "maker", "watts", "marks", "source", "note", "warnings",
      ]
    )
    for (index, field) in Tool.schema.fields.enumerated() {
      #expect(Tool.schema.slot(of: field) == index)
      #expect(Tool.schema.slot(named: Array(field.name.utf8)) == index)
    }
    #expect(Tool.schema.slot(named: Array("Name".utf8)) == nil)
  }

  @Test func `a field that refers to records names their kind`() {
    #expect(Tool.maker.definition.referredKind == "workshop")
    #expect(Tool.name.definition.referredKind == nil)
    #expect(Tool.marks.definition.referredKind == nil)
  }

  @Test(
    arguments: [
      ("tool", "tool"), ("Tools", "tool"), ("工具", "tool"), ("TOOL", "tool"),
      ("workshops", "workshop"),
      ("作坊", "workshop"), ("shop", nil), ("", nil),
    ] as [(String, String?)]
  )
  func `a kind is found by name, plural and label`(typed: String, kind: String?) {
    #expect(Factory.catalog.schema(named: typed)?.kind == kind)
  }

  @Test func `a kind in a file is found by its exact name only`() {
    #expect(Factory.catalog["tool"]?.kind == "tool")
    #expect(Factory.catalog["Tool"] == nil)
  }
}
