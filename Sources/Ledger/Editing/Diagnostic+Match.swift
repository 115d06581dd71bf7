import Bilingual

extension Diagnostic {
  /// Says that a row is the same as one before it, and sums would count only one.
  static func rowTwice(_ schema: Schema, at place: Place?) -> Diagnostic {
    let tellers = schema.identities.compactMap(\.last)
    return Diagnostic(
      "row-twice",
      Phrase(
        en: "the row is the same as one before it: only one \(schema.label.en) would be kept",
        zh: "该行与前面一行完全相同：只会保留一条\(schema.label.zh)"
      ),
      help: Phrase(
        en:
          "say what tells them apart (\((tellers.map(\.name) + ["note"]).joined(separator: ", "))), "
          + "or take the row out",
        zh: "请补充能区分的内容（\((tellers.map(\.label.zh) + ["备注"]).joined(separator: "、"))），或删去该行"
      ),
      at: place
    )
  }

  /// Says that what is added is there already, or was before it was renamed or merged.
  static func exists(_ schema: Schema, _ match: Match, at place: Place?) -> Diagnostic {
    guard match.others.isEmpty else {
      let ids = ([match.id] + match.others).map(\.text)
      guard match.past != nil else { return severalAre(ids, schema, at: place) }
      return Diagnostic(
        "ambiguous-reference",
        Phrase(
          en: "several records of kind \(schema.kind) were this one before: "
            + ids.joined(separator: ", "),
          zh: "有多条\(schema.label.zh)记录曾与此相同：\(ids.joined(separator: "、"))"
        ),
        help: Phrase(en: "give the id of the one that is meant", zh: "请填写所指记录的编号"),
        at: place
      )
    }
    guard case .merged(let old) = match.past else { return exists(schema, match.id, at: place) }
    return Diagnostic(
      "record-exists",
      Phrase(
        en: "\(old) was merged into \(match.id), which stands for this \(schema.label.en)",
        zh: "\(old) 已并入 \(match.id)，该\(schema.label.zh)以后者为准"
      ),
      help: Phrase(
        en: "change that one with 'set', or add this one under another id",
        zh: "如需修改请用 set；如为另一对象，请换用其他编号"
      ),
      at: place
    )
  }

  /// Says that several records bear the name or number that was given.
  private static func severalAre(_ ids: [String], _ schema: Schema, at place: Place?) -> Diagnostic
  {
    Diagnostic(
      "ambiguous-reference",
      Phrase(
        en: "several records of kind \(schema.kind) may be meant: \(ids.joined(separator: ", "))",
        zh: "可能指多条\(schema.label.zh)记录：\(ids.joined(separator: "、"))"
      ),
      help: Phrase(
        en: "give the id of the one that is meant, or what tells it from the others; another "
          + "\(schema.label.en) needs an id of its own",
        zh: "请填写所指记录的编号，或能区分它们的其他取值；如为另一\(schema.label.zh)，请填写其自己的编号"
      ),
      at: place
    )
  }

  /// Says which values of a record stay, though others were given where it is referred to.
  static func valuesKept(
    _ id: RecordID,
    _ schema: Schema,
    _ values: [(field: FieldDefinition, stands: String, given: String)],
    at place: Place?
  ) -> Diagnostic {
    let en = values.map { "\($0.field.name) is '\($0.stands)', given '\($0.given)'" }
    let zh = values.map { "\($0.field.label.zh)为“\($0.stands)”，所填为“\($0.given)”" }
    return Diagnostic(
      "values-kept",
      Phrase(
        en: "the \(schema.label.en) \(id) stays as it is: \(en.joined(separator: "; "))",
        zh: "\(schema.label.zh) \(id) 保持不变：\(zh.joined(separator: "；"))"
      ),
      help: Phrase(
        en: "where what was given is right, 'brandledger set \(schema.kind) \(id) …' changes it",
        zh: "如以所填为准，请用 brandledger set \(schema.kind) \(id) … 修改"
      ),
      severity: .warning,
      at: place
    )
  }

  /// Says that a record to be referred to bears another name than the one that was given.
  static func otherName(
    _ name: String,
    _ id: RecordID,
    _ known: String,
    _ schema: Schema,
    at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      "other-name",
      Phrase(
        en: "the \(schema.label.en) \(id) is '\(known)', not '\(name)'",
        zh: "\(schema.label.zh) \(id) 的名称是“\(known)”，不是“\(name)”"
      ),
      help: Phrase(
        en: "correct the code, the number or the name; if it was renamed, "
          + "'brandledger set \(schema.kind) \(id) name=…' keeps both names",
        zh: "请更正代码、号码或名称；如已更名，请先用 brandledger set \(schema.kind) \(id) 名称=…，新旧名称都会保留"
      ),
      at: place
    )
  }

  /// Says that a row tells of what a record was before, and which of its values are not taken.
  static func staysAsIs(
    _ id: RecordID,
    _ schema: Schema,
    _ match: Match,
    _ fields: [FieldDefinition],
    at place: Place?
  ) -> Diagnostic {
    let why =
      switch match.past {
      case .merged(let old):
        Phrase(en: "\(old) was merged into \(id)", zh: "\(old) 已并入 \(id)")
      case .named(let name):
        Phrase(en: "'\(name)' is a former name of \(id)", zh: "“\(name)”是 \(id) 的曾用名")
      case nil: Phrase(en: "the record is \(id)", zh: "该记录为 \(id)")
      }
    return Diagnostic(
      "former-record",
      Phrase(
        en: "\(why.en), whose values stay: \(fields.map(\.label.en).joined(separator: ", "))",
        zh: "\(why.zh)，其取值保持不变：\(fields.map(\.label.zh).joined(separator: "、"))"
      ),
      help: Phrase(
        en: "if they changed, give the row the id or the name of \(id); another "
          + "\(schema.label.en) needs an id of its own",
        zh: "如取值确有变化，请在该行填写 \(id) 的编号或现名；如为另一\(schema.label.zh)，请填写其自己的编号"
      ),
      severity: .warning,
      at: place
    )
  }
}
