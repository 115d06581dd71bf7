import Bilingual
import JSONLines
import Ledger
import Portfolio

extension FactAttribute {
  private static let yesNo = [
    Choice("yes", en: "yes", zh: "是"),
    Choice("no", en: "no", zh: "否"),
  ]

  /// An attribute that is true or false in the fact's own record.
  static func flag(_ field: Field<Bool>) -> FactAttribute {
    flag(field.definition.name, field.definition.label) { fact, _ in
      fact.record[field]
    } input: {
      Input($0, field)
    }
  }

  /// An attribute that is true or false; `nil` where the ledger does not tell.
  static func flag(
    _ name: String,
    _ label: Phrase,
    _ read: @escaping @Sendable (Fact, Evidence) -> Bool?,
    input: @escaping @Sendable (Fact) -> Input
  ) -> FactAttribute {
    FactAttribute(name: name, label: label, choices: yesNo) { fact, evidence in
      .one(read(fact, evidence).map { $0 ? "yes" : "no" })
    } input: { fact, _ in
      input(fact)
    }
  }

  /// Whether it is the recipient's first one: of the same title, or among the rights that the clause's
  /// other filters name.
  ///
  /// Of several on one day it is the one with the lowest id; a day that is not known leaves it open.
  static let firstForHolder = first(
    "firstForHolder",
    Phrase(en: "first for its holder", zh: "持有人首次"),
    among: .holder
  )

  /// Whether nobody in the ledger had one before.
  static let firstEver = first(
    "firstEver",
    Phrase(en: "first ever", zh: "全市首次"),
    among: .everyone
  )

  private static func first(_ name: String, _ label: Phrase, among scope: Rivals) -> FactAttribute {
    FactAttribute(name: name, label: label, choices: yesNo, rivals: scope) { fact, evidence in
      fact.isFirst(among: Selection(all: fact.kind), scope, evidence)
    } input: { fact, _ in
      fact.dateInput
    }
  }
}

extension Fact {
  /// Says whether it is the first of those that a selection names.
  ///
  /// - Parameters:
  ///   - selection: The facts that count.
  ///   - scope: Whose they are.
  ///   - evidence: The facts of the ledger.
  /// - Returns: `yes` or `no`; nothing where the days or values of others leave it open.
  func isFirst(
    among selection: Selection,
    _ scope: FactAttribute.Rivals,
    _ evidence: Evidence
  ) -> FactValues {
    let history = evidence.history(of: kind)
    let others = scope == .holder ? history.facts(of: recipient) : history.all(like: self)
    var isOpen = date == nil
    for other in others where other.id != id && other.title == title {
      let came = other.came(before: self)
      if came == false { continue }
      switch selection.matches(other, evidence) {
      case .no: continue
      case .unknown: isOpen = true
      // What a clause does not pay for was won nevertheless.
      case .yes, .otherwise:
        if came == true { return .one("no") }
        isOpen = true
      }
    }
    return .one(isOpen ? nil : "yes")
  }

  /// The title; rights have none.
  var title: String {
    kind === FactKind.recognition ? record[Recognition.scheme]?.text ?? "" : ""
  }
}
