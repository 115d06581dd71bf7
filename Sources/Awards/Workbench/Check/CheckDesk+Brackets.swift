import Bilingual
package import JSONLines
import Ledger
import Portfolio

/// A table of brackets by their lower edges, from the highest down, as arguments hold it.
package enum BracketTable {
  /// The members of a bracket that give its lower edge: within it, or not.
  static let edges = (within: "atLeast", beyond: "above")

  /// Finds brackets that no value can reach, since the one above begins where they begin or before.
  ///
  /// - Parameter steps: The brackets as they stand in the arguments.
  /// - Returns: The places of the empty ones in the list.
  package static func empty(in steps: [JSONValue]) -> [Int] {
    var ceiling: Int128?
    var empty: [Int] = []
    for (index, step) in steps.enumerated() {
      let first = first(of: step)
      if let ceiling, (first ?? .min) >= ceiling { empty.append(index) }
      ceiling = min(ceiling ?? .max, first ?? .min)
    }
    return empty
  }

  /// The lowest value of a bracket in fen or pieces; `nil` where it takes the rest.
  private static func first(of step: JSONValue) -> Int128? {
    func number(_ value: JSONValue?) -> Int128? {
      value?.integer.map { Int128($0) }
        ?? value?.string.flatMap { Money(typed: $0) }.map { Int128($0.fen) }
    }
    return number(step[edges.within]) ?? number(step[edges.beyond]).map { $0 + 1 }
  }
}

extension CheckDesk {
  /// Brackets that no value can reach.
  ///
  /// Tables have lower edges only, so that they can neither overlap nor leave a gap between two.
  mutating func checkBrackets(in set: RuleSet) {
    for rule in set.rules {
      let declared = Operations.named(rule.record[Clause.operation] ?? "")?.parameters ?? []
      for parameter in declared where Self.isTable(parameter) {
        let steps = rule.record[Clause.arguments]?[parameter.name]?.array ?? []
        for index in BracketTable.empty(in: steps) {
          let fault = ArgumentFault(
            "empty-bracket",
            Phrase(
              en: "no value reaches bracket \(index + 1): the one above it begins no higher",
              zh: "第 \(index + 1) 档不含任何数值：上一档的下限不高于本档"
            ),
            at: Rule.path(parameter.name) + [.index(index)]
          )
          report(fault, of: rule.record)
        }
      }
    }
  }

  private static func isTable(_ parameter: ParameterDefinition) -> Bool {
    let names = parameter.members.map(\.name)
    return names.contains(BracketTable.edges.within) && names.contains(BracketTable.edges.beyond)
  }
}
