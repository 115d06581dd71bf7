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

  /// Whether it is the recipient's first one of its kind: of the same title or right.
  ///
  /// Of several on one day it is the one with the lowest id; a day that is not known leaves it open.
  static let firstForHolder = flag(
    "firstForHolder",
    Phrase(en: "first for its holder", zh: "持有人首次")
  ) { fact, evidence in
    fact.isFirst(among: evidence.history(of: fact.kind).facts(of: fact.recipient))
  } input: {
    $0.dateInput
  }

  /// Whether nobody in the ledger had one before.
  static let firstEver = flag(
    "firstEver",
    Phrase(en: "first ever", zh: "全市首次")
  ) { fact, evidence in
    fact.isFirst(among: evidence.history(of: fact.kind).all(like: fact))
  } input: {
    $0.dateInput
  }
}

extension Fact {
  /// Whether no fact of the same sort came before; `nil` where their days leave it open.
  fileprivate func isFirst(among facts: [Fact]) -> Bool? {
    var isOpen = date == nil
    for other in facts where other.id != id && other.sort == sort {
      switch other.came(before: self) {
      case true?: return false
      case false?: continue
      case nil: isOpen = true
      }
    }
    return isOpen ? nil : true
  }

  /// What makes two facts of a kind the same sort: the title, or the type of the right.
  var sort: String {
    switch kind.name {
    case FactKind.recognition.name: record[Recognition.scheme]?.text ?? ""
    case FactKind.patent.name: record[Patent.type]?.rawValue ?? ""
    case FactKind.trademark.name: record[Trademark.route]?.rawValue ?? ""
    default: ""
    }
  }
}
