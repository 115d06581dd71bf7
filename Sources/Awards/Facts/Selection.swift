import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Which facts a value clause speaks about, as its arguments say.
struct Selection: Sendable {
  struct Filter: Sendable {
    let attribute: FactAttribute
    let codes: [String]
  }

  /// What the filters say of a fact.
  enum Answer: Sendable {
    /// The clause speaks about it.
    case yes
    /// It is another fact than the clause speaks about.
    case no
    /// It is what the clause speaks about, under circumstances that the clause does not pay for.
    case otherwise(FactAttribute, Input)
    /// A fact is missing.
    case unknown([Input])
  }

  let kind: FactKind
  let filters: [Filter]

  /// All facts of a kind.
  init(all kind: FactKind) {
    self.kind = kind
    filters = []
  }

  /// Reads the arguments of an operation that declared ``parameters(of:)`` with the same kinds.
  init(_ arguments: inout Arguments, of kinds: [FactKind]) {
    let kind =
      kinds.count == 1 ? kinds[0] : arguments.required(Self.facts(kinds)).value(in: kinds)
    self.kind = kind
    var filters: [Filter] = []
    for name in Self.names(kinds) where arguments.has(name) {
      guard let codes = arguments.optional(Self.filter(name, kinds)) else { continue }
      guard let attribute = kind.attribute(named: name) else {
        let names = kind.attributes.map(\.name)
        arguments.refuse(
          name,
          Phrase(
            en: "facts of kind '\(kind.name)' have no '\(name)'",
            zh: "“\(kind.name)”类事实没有“\(name)”"
          ),
          help: Suggestion.help(for: name, among: names)
        )
        continue
      }
      if let known = attribute.choices?.map(\.code) {
        for code in codes where !known.contains(code) {
          arguments.refuse(
            name,
            Phrase(en: "'\(code)' is none of the values", zh: "“\(code)”不是可用的值"),
            help: Suggestion.help(for: code, among: known)
          )
        }
      }
      filters.append(Filter(attribute: attribute, codes: codes))
    }
    self.filters = filters
  }

  /// Asks a fact whether the clause speaks about it.
  func matches(_ fact: Fact, _ evidence: Evidence) -> Answer {
    var missing: [Input] = []
    var otherwise: (FactAttribute, Input)?
    for filter in filters {
      let values = values(of: filter, fact, evidence)
      if values.isEmpty {
        missing.append(filter.attribute.input(fact, evidence).missing)
      } else if values.contains(anyOf: filter.codes) {
        continue
      } else if filter.attribute.isCircumstance {
        otherwise = otherwise ?? (filter.attribute, filter.attribute.input(fact, evidence))
      } else {
        return .no
      }
    }
    if let (attribute, input) = otherwise { return .otherwise(attribute, input) }
    return missing.isEmpty ? .yes : .unknown(missing)
  }

  /// Whether it asks for the first of the facts that its other filters name.
  var asksForFirst: Bool { filters.contains { $0.attribute.rivals != nil } }

  private func values(of filter: Filter, _ fact: Fact, _ evidence: Evidence) -> FactValues {
    guard let rivals = filter.attribute.rivals else { return filter.attribute.read(fact, evidence) }
    let others = Selection(kind, filters.filter { $0.attribute.rivals == nil })
    return fact.isFirst(among: others, rivals, evidence)
  }

  private init(_ kind: FactKind, _ filters: [Filter]) {
    self.kind = kind
    self.filters = filters
  }
}

extension Selection {
  /// The values for which a fact is one that the clause speaks about.
  func inputs(of fact: Fact, _ evidence: Evidence) -> [Input] {
    filters.map { $0.attribute.input(fact, evidence) }
  }

  /// Reads the arguments of an operation that declared ``optionalParameters(of:)`` with the same kinds;
  /// `nil` where they name no facts.
  init?(optional arguments: inout Arguments, of kinds: [FactKind]) {
    var isGiven = arguments.has("facts")
    for name in Self.names(kinds) where arguments.has(name) { isGiven = true }
    guard isGiven else { return nil }
    self.init(&arguments, of: kinds)
  }

  /// The same parameters, of which none has to be given.
  static func optionalParameters(of kinds: [FactKind]) -> [ParameterDefinition] {
    [
      Parameter(
        optional: "facts",
        .factKind(kinds),
        Phrase(en: "What it is about; all where left out.", zh: "针对何种事实；缺省为全部。")
      ).definition
    ] + filters(kinds).map(\.definition)
  }

  /// The parameters of an operation that selects facts of some kinds.
  static func parameters(of kinds: [FactKind]) -> [ParameterDefinition] {
    (kinds.count == 1 ? [] : [facts(kinds).definition]) + filters(kinds).map(\.definition)
  }

  private static func facts(_ kinds: [FactKind]) -> Parameter<FactKindName> {
    Parameter(
      "facts",
      .factKind(kinds),
      default: .string(kinds[0].name),
      Phrase(en: "What is rewarded.", zh: "奖励何种事实。")
    )
  }

  private static func filters(_ kinds: [FactKind]) -> [Parameter<[String]>] {
    names(kinds).map { filter($0, kinds) }
  }

  /// One filter a name; kinds that share a name share the parameter.
  private static func names(_ kinds: [FactKind]) -> [String] {
    if kinds.count == FactKind.all.count { return allNames }
    return distinctNames(kinds)
  }

  // Most clauses may speak of every kind.
  private static let allNames = distinctNames(FactKind.all)

  private static func distinctNames(_ kinds: [FactKind]) -> [String] {
    var names: [String] = []
    for attribute in kinds.flatMap(\.attributes) where !names.contains(attribute.name) {
      names.append(attribute.name)
    }
    return names
  }

  private static func filter(_ name: String, _ kinds: [FactKind]) -> Parameter<[String]> {
    Parameter(optional: name, .several(.text), meaning(of: name, kinds))
  }

  private static func meaning(of name: String, _ kinds: [FactKind]) -> Phrase {
    let owners = kinds.filter { $0.attribute(named: name) != nil }
    let label = owners[0].attribute(named: name)?.label ?? Phrase(en: name, zh: name)
    let codes = owners.map { owner in
      owner.attribute(named: name)?.choices?.map(\.code).joined(separator: ", ")
    }
    let list = zip(owners, codes).map { owner, codes in
      (
        en: owner.name + (codes.map { ": \($0)" } ?? ""),
        zh: owner.label.zh + (codes.map { "：\($0)" } ?? "")
      )
    }
    let isFirst = owners.contains { $0.attribute(named: name)?.rivals != nil }
    return Phrase(
      en: "Only facts whose \(label.en) is one of these "
        + "(\(list.map(\.en).joined(separator: "; ")))."
        + (isFirst
          ? " Titles are compared with the same one, rights with those the other filters name."
          : ""),
      zh: "仅限“\(label.zh)”为所列值的事实（\(list.map(\.zh).joined(separator: "；"))）。"
        + (isFirst ? "荣誉与同一荣誉比较，权利在其他筛选条件所及范围内比较。" : "")
    )
  }
}

/// The name of a fact kind as an argument.
struct FactKindName: Hashable, Sendable {
  let name: String

  func value(in kinds: [FactKind]) -> FactKind {
    kinds.first { $0.name == name } ?? kinds[0]
  }
}

extension ArgumentType<FactKindName> {
  static func factKind(_ kinds: [FactKind]) -> Self {
    let names = kinds.map(\.name)
    return ArgumentType(
      name: "fact-kind",
      expectation: .oneOf(names),
      placeholder: FactKindName(name: names[0]),
      choices: names,
      read: { json, path, faults in
        guard let name = json.string else { return nil }
        if names.contains(name) { return FactKindName(name: name) }
        faults.append(.unknownCode(name, among: names, at: path))
        return nil
      }
    )
  }
}
