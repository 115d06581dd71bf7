import Bilingual
import JSONLines
import Ledger
import Portfolio

extension CheckDesk {
  /// Arguments that change nothing, and clauses that are kept as text.
  mutating func checkArguments(in set: RuleSet) {
    for rule in set.own {
      if rule.operation is Unexpressed {
        omit(
          Phrase(
            en: "clause \(rule.number) is kept as text; what it governs stays undecided",
            zh: "条款 \(rule.number) 仅保留原文，所适用的申领项一律待定"
          ),
          of: rule.record
        )
      }
      checkUnasked(of: rule)
      checkFilters(of: rule)
      checkLists(of: rule)
    }
  }

  /// Arguments that the operation does not look at, given the others.
  private mutating func checkUnasked(of rule: Rule) {
    guard let type = Operations.type(named: rule.record[Clause.operation] ?? "") else { return }
    let json = rule.record[Clause.arguments]
    var arguments = Arguments(json, at: [], declared: type.declaration.parameters)
    _ = type.init(&arguments)
    for member in json?.members ?? [] where !arguments.asked.contains(member.key) {
      let fault = ArgumentFault(
        "unused-argument",
        Phrase(
          en: "'\(member.key)' has no effect beside the other arguments",
          zh: "在其他参数之下，“\(member.key)”不起作用"
        ),
        severity: .warning,
        at: Rule.path(member.key),
        isKey: true
      )
      report(fault, of: rule.record)
    }
  }

  /// Filters that let every fact through.
  private mutating func checkFilters(of rule: Rule) {
    for filter in rule.valuation?.selection.filters ?? [] {
      guard let choices = filter.attribute.choices,
        choices.allSatisfy({ choice in
          filter.codes.contains(choice.code)
        })
      else { continue }
      let fault = ArgumentFault(
        "unused-argument",
        Phrase(
          en: "'\(filter.attribute.name)' names every value; it only leaves out what is not known",
          zh: "“\(filter.attribute.name)”列出了全部取值，仅排除未填写者"
        ),
        severity: .warning,
        at: Rule.path(filter.attribute.name),
        isKey: true
      )
      report(fault, of: rule.record)
    }
  }

  /// Values that stand twice in a list.
  private mutating func checkLists(of rule: Rule) {
    let several = rule.operation.severalAlike
    for member in rule.record[Clause.arguments]?.members ?? [] where member.key != several {
      let elements = member.value.array ?? []
      for (index, element) in elements.enumerated() where elements.prefix(index).contains(element) {
        let text = element.string ?? element.text.span.text
        let fault = ArgumentFault(
          "unused-argument",
          Phrase(en: "'\(text)' stands twice", zh: "“\(text)”重复"),
          severity: .warning,
          at: Rule.path(member.key) + [.index(index)]
        )
        report(fault, of: rule.record)
      }
    }
  }
}
