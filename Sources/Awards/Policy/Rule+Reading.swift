import Bilingual
import JSONLines
import Ledger
import Portfolio

extension Rule {
  private static let argumentsPath = [PathStep.key(Clause.arguments.definition.name)]

  /// Reads a clause; `nil` where its operation does not exist.
  init?(_ record: Record, of policy: RecordID, schemes: Table?, _ faults: inout [ArgumentFault]) {
    let name = record[Clause.operation] ?? ""
    guard let type = Operations.type(named: name) else {
      faults.append(
        ArgumentFault(
          "unknown-operation",
          Phrase(en: "there is no operation '\(name)'", zh: "没有操作“\(name)”"),
          help: Suggestion.help(
            for: name,
            among: Operations.all.map(\.name),
            list: Phrase(
              en: "'brandledger policy help' lists the operations",
              zh: "brandledger policy help 列出全部操作"
            )
          ),
          at: [.key(Clause.operation.definition.name)]
        )
      )
      return nil
    }
    let declaration = type.declaration
    var arguments = Arguments(
      record[Clause.arguments],
      at: Self.argumentsPath,
      declared: declaration.parameters
    )
    let operation = type.init(&arguments)
    faults += arguments.faults
    id = record.id
    self.policy = policy
    number = record[Clause.number] ?? record.id.text
    order = record[Clause.order]
    governed = record[Clause.for] ?? []
    stage = declaration.stage
    self.operation = operation
    self.record = record
    if valuation != nil, !governed.isEmpty {
      faults.append(
        ArgumentFault(
          "bad-argument",
          Phrase(
            en: "a clause that gives an award cannot apply to other clauses",
            zh: "给出奖励的条款不能适用于其他条款"
          ),
          at: [.key(Clause.for.definition.name)]
        )
      )
    }
    if let schemes { faults += unknownSchemes(schemes) }
  }

  /// The id of a title that was given by its name, else the nearest id.
  private static func help(forScheme code: String, _ schemes: Table) -> Phrase {
    let named = schemes.records.first { scheme in
      scheme[Scheme.name].map { Folding.key($0) == Folding.key(code) } ?? false
    }
    guard let id = named?.id else {
      return Suggestion.help(for: code, among: schemes.records.map(\.id.text).sorted())
    }
    return Phrase(en: "that is its name: write the id, '\(id)'", zh: "这是名称，请填写编号“\(id)”")
  }

  /// Titles that the ledger does not know: nothing will ever be selected by them.
  private func unknownSchemes(_ schemes: Table) -> [ArgumentFault] {
    let key = Recognition.scheme.definition.name
    let named = valuation?.selection.filters.first { $0.attribute.name == key }?.codes ?? []
    return named.filter { schemes[RecordID($0)] == nil }.map { code in
      ArgumentFault(
        "unknown-scheme",
        Phrase(
          en:
            "clause \(number) of \(policy) names the scheme '\(code)', which is not in the ledger",
          zh: "\(policy) \(number) 所指荣誉项目“\(code)”不在台账中"
        ),
        help: Self.help(forScheme: code, schemes),
        severity: .warning,
        at: Self.argumentsPath + [.key(key)]
      )
    }
  }
}

extension RuleSet {
  /// Reads a policy with its rules, which come in the order of their file.
  init(
    _ record: Record,
    in lines: PolicyLines,
    rules: [Rule],
    _ faults: inout [ArgumentFault]
  ) {
    id = record.id
    self.record = record
    var arguments = Arguments(
      record[Policy.window],
      at: [.key(Policy.window.definition.name)],
      declared: AwardWindow.parameters
    )
    window = AwardWindow(&arguments)
    faults += arguments.faults
    if record[Policy.inForceFrom] == nil {
      faults.append(
        ArgumentFault(
          "missing-argument",
          Phrase(en: "the policy does not say from when it holds", zh: "政策未注明施行日期"),
          at: []
        )
      )
    }
    if let from = record[Policy.inForceFrom], let earlier = record[Policy.retroactiveFrom],
      earlier.first >= from.first
    {
      faults.append(
        ArgumentFault(
          "not-retroactive",
          Phrase(
            en: "'retroactiveFrom' \(earlier) is not before 'inForceFrom' \(from)",
            zh: "retroactiveFrom（\(earlier)）不早于 inForceFrom（\(from)）"
          ),
          help: Phrase(
            en: "leave it out where only facts since it came into force are paid",
            zh: "只奖励施行后的事实的，请省去 retroactiveFrom"
          ),
          at: [.key(Policy.retroactiveFrom.definition.name)]
        )
      )
    }
    let version = lines.version(record.id)
    inForceFrom = version?.from ?? Day(ordinal: 0)
    from = version?.start ?? Day(ordinal: 0)
    until = version?.until
    inForceUntil = version?.inForceUntil
    gaps = lines.gaps(beside: record.id)
    lineage = lines.lineage(of: record.id)
    self.rules = Self.inTurn(Self.ordered(rules).flatMap(\.parts))
    values = self.rules.filter { $0.valuation != nil }
  }

  /// Clauses without an order come behind those that have one, as they stand in the file.
  private static func ordered(_ rules: [Rule]) -> [Rule] {
    rules.sorted { $0.order ?? .max < $1.order ?? .max }
  }

  /// Rules by stage and by their turn in it, otherwise in the order given.
  static func inTurn(_ rules: [Rule]) -> [Rule] {
    rules.sorted { a, b in
      (a.stage.place, a.operation.turn) < (b.stage.place, b.operation.turn)
    }
  }
}

extension Stage {
  /// The stage's place among the stages.
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
