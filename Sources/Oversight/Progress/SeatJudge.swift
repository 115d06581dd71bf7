import Bilingual
public import Ledger
import Portfolio
import Synchronization

/// What is asked of the seat of an enterprise while it is entered: who is registered elsewhere has no town of the city.
public final class SeatJudge: Sendable {
  private let snapshot: Snapshot
  /// Read once somebody has a town and is registered somewhere.
  private let known = Mutex<CityBounds?>(nil)

  /// Creates a judge of what is entered.
  ///
  /// - Parameter snapshot: The records that stand.
  public init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// Takes the town of a new enterprise away that was only read from its address, where it is registered elsewhere.
  ///
  /// - Parameters:
  ///   - draft: The record, with what follows from its values.
  ///   - isGiven: Whether its town was given.
  /// - Returns: What is wrong where the town was given.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func settle(_ draft: inout Draft, whereTownIsGiven isGiven: Bool) throws -> FieldProblem? {
    guard draft.schema === Enterprise.schema, try isContradiction(draft) else { return nil }
    guard isGiven else {
      draft[Enterprise.town] = nil
      return nil
    }
    let message = Check.contradictionMessage(draft[Enterprise.town], draft[Enterprise.area])
    return FieldProblem(
      Check.seatContradiction.name,
      Phrase(
        en: "\(message.en): leave one of them empty, the town where it is there",
        zh: "\(message.zh)：两者只填其一，确在外地的镇区留空"
      )
    )
  }

  /// Finds a town beside a place of registration elsewhere that a change would make.
  ///
  /// - Parameters:
  ///   - effect: What is about to become of the record.
  ///   - schema: Its kind.
  ///   - editor: Holds the record as it is about to be.
  /// - Returns: Why it is to be refused; `nil` where nothing is wrong, or was wrong before.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func refusal(_ effect: Editor.Effect, _ schema: Schema, in editor: Editor) throws
    -> Diagnostic?
  {
    let asked = [Enterprise.town.definition.name, Enterprise.area.definition.name]
    guard schema === Enterprise.schema, case .changed(let id, let fields) = effect,
      asked.contains(where: fields.contains), let after = try editor.current(id, schema),
      try isContradiction(after)
    else { return nil }
    let before = try snapshot.record(id, schema).map { try isContradiction(Draft(copying: $0)) }
    guard before != true else { return nil }
    return Check.seatContradiction.diagnostic(Check.contradiction(after.record()))
  }

  private func isContradiction(_ enterprise: Draft) throws -> Bool {
    guard let town = enterprise[Enterprise.town], let area = enterprise[Enterprise.area] else {
      return false
    }
    return try known.withLock { bounds in
      let found = try bounds ?? CityBounds(snapshot)
      bounds = found
      return found.isContradiction(town: town, area: area)
    }
  }
}
