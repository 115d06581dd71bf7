import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio

/// The arguments that several record commands share.
enum RecordArguments {
  static let kindValue = ValueKind(Phrase(en: "KIND", zh: "种类")) {
    (text) throws(Mismatch) -> Schema in
    if let schema = Kinds.catalog.schema(named: text) { return schema }
    let names = Kinds.catalog.schemas.map(\.kind)
    let near = Nearest.name(to: text, among: names + Kinds.catalog.schemas.map(\.label.zh))
    throw Mismatch(
      expected: near.map {
        Phrase(en: "a kind of record; did you mean '\($0)'?", zh: "记录种类；是否指“\($0)”？")
      }
        ?? Phrase(
          en: "a kind of record: \(names.joined(separator: ", "))",
          zh: "记录种类：\(Kinds.catalog.schemas.map(\.label.zh).joined(separator: "、"))"
        )
    )
  }

  static let kind = Argument(
    kindValue,
    help: Phrase(
      en: "The kind of record, such as recognition; 'brandledger kinds' lists them",
      zh: "记录种类，例如 recognition 或 荣誉；用 brandledger kinds 查看全部"
    )
  )

  static let id = Argument(
    .text(Phrase(en: "ID", zh: "编号")),
    help: Phrase(en: "The id of a record, or its name", zh: "记录的编号或名称")
  )

  static let values = Argument(
    repeated: assignment,
    atLeast: 1,
    help: Phrase(
      en: "Fields and their values; an empty value takes the value away",
      zh: "字段与取值；取值为空表示清除"
    )
  )

  static let optionalValues = Argument(
    repeated: assignment,
    help: Phrase(en: "Fields and their values, names in English or Chinese", zh: "字段与取值，字段名中英文均可")
  )

  private static let assignment = ValueKind(
    Phrase(en: "FIELD=VALUE", zh: "字段=值"),
    expected: Phrase(en: "a field, an equals sign and a value", zh: "字段=值")
  ) { Assignment(typed: $0) }

  static let creates = Option(
    flag: "create",
    help: Phrase(
      en: "Create what is named but not there yet, in the same commit",
      zh: "引用的对象不存在时一并创建"
    )
  )
}

extension Session {
  /// Starts an editor over the records, with what the domain adds to new ones.
  ///
  /// - Parameters:
  ///   - snapshot: The records.
  ///   - creates: Whether a name that no record has creates one.
  ///   - folder: Where a file can be made for what is to be written, instead of memory.
  ///   - seats: Refuses the seats of new enterprises that contradict themselves; what is typed is judged later.
  /// - Returns: The editor.
  func editor(
    _ snapshot: Snapshot,
    creates: Bool = false,
    waitingIn folder: String? = nil,
    judging seats: SeatJudge? = nil
  ) -> Editor {
    Editor(
      snapshot,
      ids: ids,
      creates: creates,
      waitingIn: folder,
      completion: Self.completion(seats ?? SeatJudge(snapshot), refuses: seats != nil)
    )
  }

  /// What is added to new records: what the domain derives, and the names of indicators as they are kept.
  private static func completion(_ seats: SeatJudge, refuses: Bool) -> Editor.Completion {
    Editor.Completion { draft, snapshot in
      let isTownGiven = draft.schema === Enterprise.schema && draft.has(Enterprise.town.definition)
      try IndicatorNames.complete(&draft, snapshot)
      let problems = try Derivation.complete(&draft, snapshot)
      let seat = try seats.settle(&draft, whereTownIsGiven: isTownGiven)
      return refuses ? problems + [seat].compactMap(\.self) : problems
    } fills: { schema in
      IndicatorNames.field(of: schema) == nil ? Derivation.completion.fills(schema) : nil
    } doubts: { schema in
      Derivation.completion.doubts(schema)
    }
  }

  /// Finds the one record of a kind that a text names.
  func record(_ text: String, _ schema: Schema, in snapshot: Snapshot) throws -> Record {
    // One record by its id needs no index of all of them.
    if let record = try snapshot.record(RecordID(text), schema) { return record }
    let editor = editor(snapshot)
    guard let id = try editor.find(text, schema), let record = try snapshot.record(id, schema)
    else { throw Diagnostics(editor.diagnostics) }
    // Neither id nor name: an id of before, which is told.
    let isNamed =
      try snapshot.records(named: text, schema).contains { $0.id == record.id }
    if !isNamed { _ = try successor(of: text, schema, in: snapshot) }
    return record
  }

  /// Warns of names in conditions that no record has; told where nothing was found.
  func tellUnknownNames(in query: Query, _ snapshot: Snapshot) throws {
    for (schema, text) in try query.unknownNames(snapshot) {
      do {
        _ = try record(text, schema, in: snapshot)
      } catch let found as Diagnostics {
        let warnings = found.list.map { fault in
          var warning = fault
          warning.severity = .warning
          return warning
        }
        Failure.tell(warnings, self)
      }
    }
  }
}
