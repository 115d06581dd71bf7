import Bilingual
import JSONLines
import Ledger
import Portfolio

extension CheckDesk {
  /// Countries and organisations that clauses name and nobody knows: no mark is ever registered there.
  mutating func checkCountries(in set: RuleSet) {
    for rule in set.own {
      for (path, code) in rule.countries where !OfficeCode.isKnown(code) {
        let fault = ArgumentFault(
          "unknown-country",
          Phrase(
            en: "no country or organisation has the code '\(code)'",
            zh: "没有代码为“\(code)”的国家或组织"
          ),
          help: Phrase(
            en: "the codes are those of WIPO ST.3: GB for the United Kingdom, EM for the European "
              + "Union",
            zh: "请使用 WIPO ST.3 代码：英国为 GB，欧盟为 EM"
          ),
          severity: .warning,
          at: path
        )
        report(fault, of: rule.record)
      }
    }
  }
}

extension Rule {
  /// The codes by which it selects facts or sets prices, and where each stands.
  fileprivate var countries: [(path: [PathStep], code: String)] {
    let arguments = record[Clause.arguments]
    let fields = [Trademark.office.definition.name, Trademark.designations.definition.name]
    let filters = valuation?.selection.filters.map(\.attribute.name).filter(fields.contains) ?? []
    let declared = Operations.named(record[Clause.operation] ?? "")?.parameters ?? []
    let office = ArgumentType<String>.office.name
    let groups = declared.flatMap { group in
      group.members.filter { $0.type.hasPrefix(office) }.map { (group.name, $0.name) }
    }
    let named = filters.flatMap { Self.elements(of: arguments?[$0], at: Self.path($0)) }
    let grouped = groups.flatMap { group, member in
      Self.elements(of: arguments?[group], at: Self.path(group)).flatMap { path, value in
        Self.elements(of: value[member], at: path + [.key(member)])
      }
    }
    return (named + grouped).compactMap { path, value in value.string.map { (path, $0) } }
  }

  /// The elements of a list, or the one value that stands for it.
  private static func elements(
    of value: JSONValue?,
    at path: [PathStep]
  ) -> [(path: [PathStep], value: JSONValue)] {
    guard let list = value?.array else { return value.map { [(path, $0)] } ?? [] }
    return list.enumerated().map { (path + [.index($0)], $1) }
  }
}
