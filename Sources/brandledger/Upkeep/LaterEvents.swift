import Bilingual
import CommandLine
import Ledger
import Portfolio

/// What was done with an award after an event that would be taken back: it rests on that event, and moved money perhaps.
///
/// The award may stand as it did before, as between two of three payments, so that its record does not tell.
enum LaterEvents {
  /// Finds the events that would be left without what they rest on.
  ///
  /// - Parameters:
  ///   - changes: What an undo would write.
  ///   - snapshot: The latest records.
  ///   - store: The ledger, which tells the commits.
  /// - Returns: A refusal for each award.
  /// - Throws: ``Diagnostics`` where the events cannot be read.
  static func refusals(
    _ changes: [Change],
    in snapshot: Snapshot,
    of store: LedgerStore
  ) throws -> [Diagnostic] {
    var gone: Set<RecordID> = []
    for case .remove(let schema, let id, _) in changes where schema === AwardEvent.schema {
      gone.insert(id)
    }
    guard !gone.isEmpty else { return [] }
    var begun: Set<RecordID> = []
    var left: [(award: RecordID, event: RecordID)] = []
    for event in try snapshot.table(AwardEvent.self).records {
      guard let award = event[AwardEvent.award] else { continue }
      if gone.contains(event.id) {
        begun.insert(award)
      } else if begun.contains(award) {
        left.append((award, event.id))
      }
    }
    guard !left.isEmpty else { return [] }
    let versions = try store.history(of: Set(left.map(\.event)), in: AwardEvent.schema)
    return left.map { award, event in
      let number = versions[event]?.first?.commit.number
      return refusal(award, event, number.map { " \($0)" } ?? "")
    }
  }

  private static func refusal(_ award: RecordID, _ event: RecordID, _ commit: String) -> Diagnostic
  {
    Diagnostic(
      "changed-since",
      Phrase(
        en: "the award \(award) went on by commit\(commit), with \(event)",
        zh: "奖励 \(award) 此后又有办理（提交\(commit)，\(event)）"
      ),
      help: Phrase(
        en: "undo that first, where it was an error too; money that moved stays on record",
        zh: "如同为误登，请先撤销该提交；属实且已收付款项的，须保留记录"
      )
    )
  }
}
