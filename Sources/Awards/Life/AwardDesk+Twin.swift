import Bilingual
import Ledger
import Portfolio

extension AwardDesk {
  /// Another award that stands for the same fact under the same clause; `nil` where there is none.
  ///
  /// `award seal` makes none, but two clones of a ledger may each seal one before git joins them.
  func twin(of award: Record) throws -> RecordID? {
    guard let payout = Payout(award) else { return nil }
    return try payout.facts.lazy.flatMap { try standing()[$0] ?? [] }.first { other in
      other.id != payout.id
        && other.pays(payout.claim, under: payout.clause, of: payout.policy)
    }?.id
  }

  /// Refuses to move an award on towards its money while a twin of it stands.
  func refuseTwin(_ life: AwardLife, _ action: AwardAction) throws {
    guard [.publish, .approve, .pay].contains(action), let twin = try twin(of: life.award) else {
      return
    }
    throw life.refusal(
      "award-double",
      Self.isDouble(twin),
      help: Phrase(
        en: "make one of the two void with 'award void', or recover it where it was paid",
        zh: "请用 award void 作废其中一项；已支付的请先追回"
      )
    )
  }

  /// Says that another award pays the same.
  static func isDouble(_ twin: RecordID) -> Phrase {
    Phrase(
      en: "the same fact is also sealed under the same clause as \(twin)",
      zh: "同一事实另已依同一条款封存（\(twin)）"
    )
  }
}
