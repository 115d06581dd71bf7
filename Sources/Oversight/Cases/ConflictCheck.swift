import Bilingual
public import Ledger
import Portfolio

extension CaseDesk {
  /// Looks on both sides of a case for what the office must not be caught in.
  ///
  /// The right holder may be the other side of another case, the other side may be one whom the office
  /// helps, an expert or partner may have helped the other side, and the same matter may have been taken in
  /// already.
  ///
  /// - Parameter record: The case; one that is not written yet as well.
  /// - Returns: What was found, as warnings that name the other case.
  public func conflicts(of record: Record) -> [Diagnostic] {
    let holder = CaseParty(holderOf: record, enterprises)
    let opponent = CaseParty(opponentOf: record)
    var found: [Diagnostic] = []
    for other in cases.records where other.id != record.id && other[Case.origin] != .decision {
      found += crossings(of: record, holder, opponent, with: other)
    }
    if let local = enterprises.records.first(where: { opponent.isSame(as: $0) }) {
      found.append(
        warning(
          "case-opponent-local",
          Phrase(
            en: "the other side is an enterprise of this ledger: \(local.id)",
            zh: "对方是本账本中的企业：\(local.id)"
          )
        )
      )
    }
    return found
  }

  /// Looks whether one side of a case stands on a side of another one.
  private func crossings(
    of record: Record,
    _ holder: CaseParty,
    _ opponent: CaseParty,
    with other: Record
  ) -> [Diagnostic] {
    let otherHolder = CaseParty(holderOf: other, enterprises)
    let otherOpponent = CaseParty(opponentOf: other)
    let stage = other[Case.stage]?.choice.label ?? Phrase(en: "", zh: "")
    var conflicts: [Phrase] = []
    if holder.isSame(as: otherOpponent) {
      conflicts.append(
        Phrase(
          en: "the right holder is the other side of the case \(other.id) (\(stage.en))",
          zh: "权利人是案件 \(other.id)（\(stage.zh)）的对方当事人"
        )
      )
    }
    if opponent.isSame(as: otherHolder) {
      conflicts.append(
        Phrase(
          en: "the other side is helped by the office in the case \(other.id) (\(stage.en))",
          zh: "对方是案件 \(other.id)（\(stage.zh)）中受援助的权利人"
        )
      )
      let partners = Set(record[Case.partners] ?? [])
      for partner in other[Case.partners] ?? [] where partners.contains(partner) {
        conflicts.append(
          Phrase(
            en: "\(partner) helps the other side in the case \(other.id)",
            zh: "\(partner) 在案件 \(other.id) 中为对方提供帮助"
          )
        )
      }
    }
    let found = conflicts.map { warning("case-conflict", $0) }
    let isOpen = other[Case.stage].map { !$0.isFinal } ?? false
    guard isOpen, record[Case.right] == other[Case.right], holder.isSame(as: otherHolder),
      opponent.isSame(as: otherOpponent)
    else { return found }
    return found + [
      warning(
        "case-twice",
        Phrase(
          en: "the same right holder has an open case against the same side: \(other.id)",
          zh: "同一权利人与同一对方已有未结案件 \(other.id)"
        )
      )
    ]
  }

  private func warning(_ name: String, _ message: Phrase) -> Diagnostic {
    Diagnostic(
      name,
      message,
      help: Phrase(
        en: "let somebody who has nothing to do with it decide, and state the criterion 'conflict'",
        zh: "请由无利害关系的人员审查，并写明“conflict”（利益冲突）一项的结论"
      ),
      severity: .warning
    )
  }
}
