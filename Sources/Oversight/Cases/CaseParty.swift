import Ledger
import Portfolio

/// A side of a case, by what tells it from others: its credit code, and its names.
struct CaseParty {
  private let codes: Set<RecordID>
  private let names: Set<RecordID>

  /// The right holder of a case.
  init(holderOf record: Record, _ enterprises: Table) {
    let enterprise = enterprises[record[Case.rightHolder]]
    let code = enterprise?[Enterprise.creditCode] ?? record[Case.rightHolder]?.text
    let name = [enterprise?[Enterprise.name]].compactMap(\.self)
    self.init([code].compactMap(\.self), name + (enterprise?[Enterprise.formerNames] ?? []))
  }

  /// The other side of a case.
  init(opponentOf record: Record) {
    self.init(
      [record[Case.opponentCode]].compactMap(\.self),
      [record[Case.opponent]].compactMap(\.self)
    )
  }

  private init(_ codes: [String], _ names: [String]) {
    func keys(_ texts: [String]) -> Set<RecordID> {
      Set(texts.map { RecordID(Folding.key($0)) }.filter { !$0.text.isEmpty })
    }
    self.codes = keys(codes)
    self.names = keys(names)
  }

  /// Whether an enterprise of the ledger is, or may well be, this side.
  func isSame(as enterprise: Record) -> Bool {
    func isKnown(_ text: String?, in keys: Set<RecordID>) -> Bool {
      guard !keys.isEmpty, let text else { return false }
      return keys.contains(RecordID(Folding.key(text)))
    }
    return isKnown(enterprise.id.text, in: codes)
      || isKnown(enterprise[Enterprise.creditCode], in: codes)
      || isKnown(enterprise[Enterprise.name], in: names)
      || (enterprise[Enterprise.formerNames] ?? []).contains { isKnown($0, in: names) }
  }

  /// Whether two sides are, or may well be, the same.
  func isSame(as other: CaseParty) -> Bool {
    !codes.isDisjoint(with: other.codes) || !names.isDisjoint(with: other.names)
  }
}
