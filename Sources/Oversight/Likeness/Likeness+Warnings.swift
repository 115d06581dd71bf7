import Bilingual
import JSONLines
public import Ledger
import Portfolio

extension Likeness {
  /// Says of new enterprises and marks which ones in the ledger are very like them.
  ///
  /// A small ledger is compared as a whole. In a large one those are found whose name is the same, has one
  /// character in place of another that looks or sounds like it, or two neighbours exchanged.
  ///
  /// - Parameters:
  ///   - changes: What is about to be written.
  ///   - snapshot: The ledger as it stands.
  /// - Returns: Warnings that name the most similar ones; never a refusal.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func warnings(for changes: [Change], in snapshot: Snapshot) throws -> [Diagnostic] {
    try changes.flatMap { change -> [Diagnostic] in
      guard case .put(let draft) = change, let id = draft.id,
        draft.schema === Enterprise.schema || draft.schema === Trademark.schema,
        try snapshot.record(id, draft.schema) == nil
      else { return [] }
      let record = draft.record()
      let all =
        try snapshot.isSmall(draft.schema)
        ? matches(of: record, in: snapshot, atLeast: Self.alike)
        : near(record, in: snapshot, atLeast: Self.alike)
      let found = all.filter { isWorthAWarning($0, for: record) }
      return found.prefix(3).map { warning(record, $0) }
    }
  }

  /// The score from which on a new record is warned about.
  private static let alike = 84

  private static func isWorthAWarning(_ match: Match, for record: Record) -> Bool {
    guard record.schema === Trademark.schema,
      match.record[Trademark.owner] == record[Trademark.owner]
    else { return true }
    // An owner registers a mark in many classes and countries: only the same right again is odd.
    return match.record.isSameRight(as: record)
  }

  private static func warning(_ record: Record, _ match: Match) -> Diagnostic {
    let schema = record.schema
    let name = schema.names.first.flatMap { match.record[$0]?.string } ?? ""
    let reasons = match.resemblance.reasons
    let isMark = schema === Trademark.schema
    return Diagnostic(
      isMark ? "similar-mark" : "similar-enterprise",
      Phrase(
        en: "like \(schema.kind) \(match.record.id) '\(name)' "
          + "(\(match.resemblance.score)): \(reasons.map(\.en).joined(separator: "; "))",
        zh: "与\(schema.label.zh) \(match.record.id)“\(name)”相近"
          + "（\(match.resemblance.score) 分）：\(reasons.map(\.zh).joined(separator: "；"))"
      ),
      help: isMark
        ? Phrase(
          en: "compare both; 'brandledger similar trademark \(record.id)' shows all",
          zh: "请核对；可用 brandledger similar trademark \(record.id) 查看全部近似商标"
        )
        : Phrase(
          en: "if they are one: 'brandledger merge \(schema.kind) "
            + "\(match.record.id) \(record.id) --reason …'",
          zh: "如为同一主体：brandledger merge \(schema.kind) "
            + "\(match.record.id) \(record.id) --reason …"
        ),
      severity: .warning
    )
  }
}
