import Bilingual
import JSONLines

extension Diagnostic {
  /// Tells why a value does not fit its field.
  ///
  /// - Parameters:
  ///   - problem: What is wrong with the value.
  ///   - field: The field.
  ///   - place: Where the value was given.
  public init(_ problem: FieldProblem, _ field: FieldDefinition, at place: Place?) {
    self.init(
      problem.name,
      Phrase(
        en: "\(field.name): \(problem.message.en)",
        zh: "\(field.label.zh)：\(problem.message.zh)"
      ),
      severity: problem.isWarning ? .warning : .error,
      at: place
    )
  }

  static func missing(_ field: FieldDefinition, _ schema: Schema, at place: Place?) -> Diagnostic {
    Diagnostic(
      "missing-field",
      Phrase(
        en: "the \(schema.label.en) has no '\(field.name)'",
        zh: "\(schema.label.zh)缺少“\(field.label.zh)”（\(field.name)）"
      ),
      help: Phrase(
        en: "give \(field.typedName)=…, \(field.type.expectation.en)",
        zh: "请填写 \(field.label.zh)=…，\(field.type.expectation.zh)"
      ),
      at: place
    )
  }

  /// Says that a number was given under a name that ends with Fen, as the ledger calls money, without its unit.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - text: The number.
  ///   - place: Where it was given.
  /// - Returns: The diagnostic.
  public static func fenOrYuan(_ name: String, _ text: String, at place: Place?) -> Diagnostic {
    let rule = "--map '\(name):={\(name)}分'"
    return Diagnostic(
      "fen-or-yuan",
      Phrase(
        en: "'\(name)' is kept in fen, and typed in yuan: in which is \(text)?",
        zh: "“\(name)”以分保存、以元填写：\(text) 是分还是元？"
      ),
      help: place == nil
        ? Phrase(
          en: "write the unit: \(name)=\(text)元 or \(name)=\(text)分",
          zh: "请写明单位：\(name)=\(text)元 或 \(name)=\(text)分"
        )
        : Phrase(
          en: "say the unit of the column, \(rule), or with 元",
          zh: "请指明该列的单位：\(rule)，或用“元”"
        ),
      at: place
    )
  }

  /// Says that a kind has no field of a name, and which one may be meant.
  ///
  /// - Parameters:
  ///   - name: What was typed.
  ///   - schema: The kind.
  ///   - place: Where it was typed.
  /// - Returns: The diagnostic.
  public static func unknownField(
    _ name: String,
    _ schema: Schema,
    at place: Place? = nil
  ) -> Diagnostic {
    let near = Nearest.name(to: name, among: schema.fields.flatMap(\.spellings))
    let known = Phrase(
      en: schema.fields.map(\.name).joined(separator: ", "),
      zh: schema.fields.map(\.label.zh).joined(separator: "、")
    )
    return Diagnostic(
      "unknown-field",
      Phrase(
        en: "a record of kind \(schema.kind) has no field '\(name)'",
        zh: "\(schema.label.zh)没有“\(name)”字段"
      ),
      help: near.map { Phrase(en: "did you mean '\($0)'?", zh: "是否指“\($0)”？") }
        ?? Phrase(en: "its fields: \(known.en)", zh: "可用字段：\(known.zh)"),
      at: place
    )
  }

  static func unknown(
    _ text: String,
    _ schema: Schema,
    near names: [String],
    isSought: Bool = false,
    at place: Place?
  ) -> Diagnostic {
    let near = Nearest.name(to: Folding.key(text), among: names)
    // Who looks for a record wants to see what there is; who refers to one may have to add it.
    var help =
      isSought
      ? Phrase(
        en: "'brandledger list \(schema.kind)' shows what there is",
        zh: "可用 brandledger list \(schema.kind) 查看已有记录"
      )
      : Phrase(
        en: "add it first with 'brandledger add \(schema.kind)'"
          + (schema.names.isEmpty ? "" : ", or create it with --create"),
        zh: "请先用 brandledger add \(schema.kind) 添加"
          + (schema.names.isEmpty ? "" : "，或加 --create 一并创建")
      )
    if !isSought, let unlisted = schema.unlisted {
      help = Phrase(en: "\(help.en); \(unlisted.en)", zh: "\(help.zh)；\(unlisted.zh)")
    }
    return Diagnostic(
      "unknown-reference",
      Phrase(
        en: "there is no \(schema.label.en) '\(text)'",
        zh: "没有名为或编号为“\(text)”的\(schema.label.zh)"
      ),
      help: near.map { near in
        // JSON lines name records by their ids.
        near == text
          ? Phrase(
            en: "that is a name: give the id, which 'brandledger find' tells",
            zh: "这是名称：请填写编号，可用 brandledger find 查询"
          )
          : Phrase(en: "did you mean '\(near)'?", zh: "是否指“\(near)”？")
      } ?? help,
      at: place
    )
  }

  static func ambiguous(
    _ text: String,
    _ schema: Schema,
    _ candidates: [Draft],
    at place: Place?
  ) -> Diagnostic {
    let list = candidates.map { draft in
      let names = schema.names.prefix(1).compactMap { draft[$0]?.string }
      return ([draft.id?.text ?? ""] + names).joined(separator: " ")
    }
    return Diagnostic(
      "ambiguous-reference",
      Phrase(
        en: "'\(text)' may be \(candidates.count, of: "record") of kind \(schema.kind)",
        zh: "“\(text)”对应 \(candidates.count) 条\(schema.label.zh)记录"
      ),
      help: Phrase(
        en: "give the id: \(list.joined(separator: "; "))",
        zh: "请改用编号：\(list.joined(separator: "；"))"
      ),
      at: place
    )
  }

  static func exists(_ schema: Schema, _ id: RecordID, at place: Place?) -> Diagnostic {
    let tellers =
      schema.distinctions.isEmpty
      ? [] : (schema.identities.last ?? []).dropFirst() + schema.distinctions
    let names = Phrase(
      en: tellers.map(\.name).joined(separator: ", "),
      zh: tellers.map(\.label.zh).joined(separator: "、")
    )
    return Diagnostic(
      "record-exists",
      Phrase(
        en: "this \(schema.label.en) is in the ledger already: \(id)",
        zh: "账本中已有该\(schema.label.zh)：\(id)"
      ),
      help: Phrase(
        en: "change it with 'brandledger set \(schema.kind) \(id) field=value'"
          + (tellers.isEmpty ? "" : "; another one has another \(names.en)"),
        zh: "如需修改，请用 brandledger set \(schema.kind) \(id) 字段=值"
          + (tellers.isEmpty ? "" : "；如为另一\(schema.label.zh)，请填写能区分的\(names.zh)")
      ),
      at: place
    )
  }

  static func fieldTwice(_ assignment: Assignment, _ schema: Schema) -> Diagnostic {
    let label = schema.field(named: assignment.field)?.label.zh ?? assignment.field
    return Diagnostic(
      "field-given-twice",
      Phrase(
        en: "'\(assignment.field)' is given a second time: \(assignment.text)",
        zh: "“\(label)”重复给出：\(assignment.text)"
      ),
      help: Phrase(
        en: "keep one of the two; several values of one field have commas between them",
        zh: "请只保留一个；同一字段的多个值用逗号隔开"
      ),
      at: assignment.place
    )
  }

  static func becomes(_ id: RecordID, _ other: RecordID, _ schema: Schema, at place: Place?)
    -> Diagnostic
  {
    Diagnostic(
      "record-exists",
      Phrase(
        en: "this would make \(id) the same \(schema.label.en) as \(other)",
        zh: "修改后 \(id) 与 \(other) 成为同一\(schema.label.zh)"
      ),
      help: Phrase(
        en:
          "if they are one, 'brandledger merge \(schema.kind) \(other) \(id)' makes them so",
        zh: "如确为同一对象，请用 brandledger merge \(schema.kind) \(other) \(id) 合并"
      ),
      at: place
    )
  }

  static func givenTwice(
    _ schema: Schema,
    _ id: RecordID,
    _ fields: [String],
    at place: Place?
  ) -> Diagnostic {
    let areLists = fields.allSatisfy { name in
      if case .list = schema.field(named: name)?.type.form { true } else { false }
    }
    return Diagnostic(
      "given-twice",
      Phrase(
        en: "the same \(schema.label.en) (\(id)) is given twice with other values: "
          + fields.joined(separator: ", "),
        zh: "同一\(schema.label.zh)（\(id)）给出两次且取值不同：\(fields.joined(separator: "、"))"
      ),
      help: areLists
        ? Phrase(
          en: "join the two in one row that names all values, as in '7;9'; this row alone would "
            + "take the place of the first",
          zh: "请将两行合并为一行并列出全部取值，写作 7;9；单独导入此行会替换前一行的取值"
        )
        : Phrase(en: "keep one of the two", zh: "请只保留一条"),
      at: place
    )
  }

  /// Says that what is created bears a name that looks like several.
  static func severalNames(_ name: String, _ schema: Schema, at place: Place?) -> Diagnostic {
    Diagnostic(
      "several-names",
      Phrase(
        en: "one \(schema.label.en) is created with the name '\(name)', which looks like several",
        zh: "“\(name)”像是多个名称，但只创建了一条\(schema.label.zh)"
      ),
      help: Phrase(
        en: "'brandledger undo' takes the commit back; this field holds one record: name it alone, "
          + "or give a row to each",
        zh: "可用 brandledger undo 撤销本次提交；此字段只指一条记录：请只写一个名称，或分行填写"
      ),
      severity: .warning,
      at: place
    )
  }

  /// Says that a list was replaced by one without some of its values.
  static func valuesGone(
    _ id: RecordID,
    _ field: FieldDefinition,
    _ gone: [String],
    at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      "values-gone",
      Phrase(
        en:
          "\(field.name) of \(id) loses what the row does not name: \(gone.joined(separator: ", "))",
        zh: "\(id) 的\(field.label.zh)不再包含该行未列出的：\(gone.joined(separator: "、"))"
      ),
      help: Phrase(
        en: "a row names all values of a list: join the rows of one record, as in '7;9'",
        zh: "一行须列出该字段的全部取值：请将同一记录的多行合并，写作 7;9"
      ),
      severity: .warning,
      at: place
    )
  }

  static func needsID(_ schema: Schema, at place: Place?) -> Diagnostic {
    Diagnostic(
      "missing-id",
      Phrase(
        en: "a \(schema.label.en) gets the id that you choose for it",
        zh: "\(schema.label.zh)的编号由填写人确定"
      ),
      help: Phrase(en: "give id=…, short and readable", zh: "请填写 id=…，简短易读"),
      at: place
    )
  }

  static func idIsForEver(_ record: Record) -> Diagnostic {
    Diagnostic(
      "id-is-for-ever",
      Phrase(en: "the id of \(record.id) cannot be changed", zh: "\(record.id) 的编号不能修改"),
      help: Phrase(en: "remove the record with a reason and add it anew", zh: "请说明原因后删除该记录，再重新添加")
    )
  }

  static func nobodyNamed(_ field: FieldDefinition, _ given: [Assignment], at place: Place?)
    -> Diagnostic
  {
    let list = given.map { "\(field.name).\($0.field)=\($0.text)" }.joined(separator: ", ")
    return Diagnostic(
      "nobody-named",
      Phrase(
        en: "\(list) was left out: the \(field.label.en) itself is not named",
        zh: "\(list) 未采用：没有写明\(field.label.zh)的名称"
      ),
      severity: .warning,
      at: place
    )
  }

  static func notAReference(_ field: FieldDefinition, at place: Place?) -> Diagnostic {
    Diagnostic(
      "not-a-reference",
      Phrase(
        en: "'\(field.name)' does not refer to a record, so it has no fields of its own",
        zh: "“\(field.label.zh)”不是引用字段，没有下级字段"
      ),
      at: place
    )
  }
}

extension FieldDefinition {
  /// The name under which a value is typed: that of money tells of fen, in which nobody types it.
  fileprivate var typedName: String {
    if case .money = type.form { aliases.first ?? name } else { name }
  }
}
