import Ledger
import Portfolio

/// Whose fact an award rewards, where its clause pays another: an organiser, an agency, a brand's owner.
///
/// An award tells who was paid. What it means for later ones hangs on who won the title, and that its
/// fact tells.
struct Applicants {
  private let snapshot: Snapshot
  /// By value clause the kind of its facts, where a clause pays another for them.
  private var kinds: [RecordID: FactKind] = [:]

  init(_ book: PolicyBook, _ snapshot: Snapshot) {
    self.snapshot = snapshot
    for rules in book.ruleSets {
      let payers = rules.rules.filter { ($0.operation as? PayTo)?.payee.isAnother ?? false }
      for value in rules.values where payers.contains(where: { $0.governs(value) }) {
        kinds[value.id] = value.valuation?.selection.kind
      }
    }
  }

  /// Finds who won or did what an award rewards; `nil` where that is who was paid, or is not known.
  func applicant(of award: Record) throws -> RecordID? {
    guard let kind = award[Award.clause].flatMap({ kinds[$0] }) else { return nil }
    let facts = try snapshot.table(kind.schema)
    return (award[Award.facts] ?? []).lazy.compactMap { id in
      facts[RecordID(id)].flatMap(kind.recipient.read)
    }
    .first
  }
}
