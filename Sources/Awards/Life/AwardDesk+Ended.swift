import Bilingual
import Ledger
import Portfolio

/// What an award rewards and what no longer stands: a title that was revoked, a mark or patent declared invalid.
struct EndedFact {
  let record: Record
  /// From when it no longer stands.
  let since: PartialDate
  /// The clause that claims back what was paid for a title that was revoked, where there is one.
  let clawback: RecordID?

  /// Says that it no longer stands, and which clause claims it back.
  var message: Phrase {
    let label = record.schema.label
    let message = Phrase(
      en: "the \(label.en) \(record.id) no longer stands, from \(since) on",
      zh: "\(label.zh) \(record.id) 自 \(since) 起不再有效"
    )
    guard let clawback else { return message }
    return Phrase(
      en: "\(message.en); \(clawback) claims back what was paid for it",
      zh: "\(message.zh)，依 \(clawback) 追回已支付的奖励"
    )
  }
}

extension AwardDesk {
  /// The first of the facts of an award that no longer stands on a day; `nil` where all do.
  func ended(_ award: Record, by day: Day) throws -> EndedFact? {
    for id in (award[Award.facts] ?? []).map({ RecordID($0) }) {
      for kind in [FactKind.recognition, .trademark, .patent] {
        guard let record = try snapshot.record(id, kind.schema), let since = kind.revoked(record),
          since.lies(from: nil, until: day) != false
        else { continue }
        let clawback =
          kind === FactKind.recognition ? try clawback(of: award, for: .revokedTitle) : nil
        return EndedFact(record: record, since: since, clawback: clawback)
      }
    }
    return nil
  }

  /// The clause by which an award is claimed back on a ground; `nil` where there is none.
  private func clawback(of award: Record, for ground: ClawbackReason) throws -> RecordID? {
    guard let policy = award[Award.policy], let clause = award[Award.clause] else { return nil }
    return try policyBook().procedure(of: policy, clause: clause)?
      .clawbacks.last { $0.reason == ground }?.clause
  }

  /// Refuses to move an award on towards its money where what it rewards no longer stands, unless it is said why.
  func refuseEnded(_ life: AwardLife, _ action: AwardAction, _ entry: AwardEntry) throws {
    guard [.publish, .approve, .pay].contains(action), AwardLife.isBlank(entry.reason),
      let ended = try ended(life.award, by: entry.day)
    else { return }
    throw life.refusal(
      "award-fact-ended",
      ended.message,
      help: Phrase(
        en: "void it, or recover what was paid; where it goes on all the same, say why (--reason)",
        zh: "请作废，已支付的追回；确需继续办理的，请用 --reason 说明理由"
      )
    )
  }
}
