import Bilingual
import JSONLines
import Ledger
import Portfolio

/// The records that an example sets up, read as strictly as those of a ledger.
struct ExampleLedger {
  /// The member that says what a fact is.
  private static let record = "record"
  private static let kind = "kind"
  /// The facts that every new ledger has, over which those of the example stand.
  static let base = Snapshot(Kinds.catalog, commit: 0) { schema in
    let text = Array((Reference.lines(for: schema) ?? "").utf8)
    return try Table(schema, reading: Bytes(text), count: text.count)
  }

  private(set) var records: [Record] = []
  private(set) var faults: [ArgumentFault] = []

  init(_ example: PolicyExample) {
    for (index, fact) in example.facts.enumerated() {
      read(fact, at: [.key("facts"), .index(index)])
    }
  }

  private mutating func read(_ fact: JSONValue, at path: [PathStep]) {
    let members = fact.members ?? []
    // Kinds with a field `kind` of their own, such as trademarks, are named by `record`.
    let name = fact[Self.record] == nil ? Self.kind : Self.record
    guard let kind = fact[name]?.string, let schema = Kinds.catalog[kind] else {
      let kinds = Kinds.catalog.schemas.map(\.kind)
      faults.append(
        ArgumentFault(
          "unknown-kind",
          Phrase(en: "a fact names its kind by \"record\"", zh: "每项事实以 \"record\" 注明记录类型"),
          help: Suggestion.help(for: fact[name]?.string ?? "", among: kinds),
          at: path + (fact[name] == nil ? [] : [.key(name)])
        )
      )
      return
    }
    var draft = Draft(schema)
    let count = faults.count
    for member in members where member.key != name {
      let path = path + [.key(member.key)]
      guard let slot = schema.slot(named: Array(member.key.utf8)) else {
        faults.append(.unknownKey(member.key, among: schema.fields.map(\.name), at: path))
        continue
      }
      let field = schema.fields[slot]
      if let problem = field.type.check(member.value), !problem.isWarning {
        faults.append(ArgumentFault(problem.name, problem.message, at: path))
      }
      draft[field] = member.value
    }
    guard let id = draft.id else {
      let message = Phrase(en: "a fact needs an id", zh: "事实须有编号（id）")
      faults.append(ArgumentFault("missing-field", message, at: path))
      return
    }
    guard faults.count == count else { return }
    guard !records.contains(where: { $0.id == id && $0.schema === schema }) else {
      let message = Phrase(en: "the id '\(id)' stands twice", zh: "编号“\(id)”重复")
      faults.append(ArgumentFault("duplicate-id", message, at: path))
      return
    }
    records.append(draft.record())
  }
}
