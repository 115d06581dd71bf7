public import Bilingual
import Ledger
public import Portfolio

/// The states of a sealed award and the actions that are possible at each.
///
/// ```
/// sealed → published ⇄ objected → upheld → published      published → approved
/// approved → partly-paid → paid        partly-paid, paid → failed → partly-paid, paid
/// partly-paid, paid, failed → recovering → recovered, partly-recovered
/// partly-recovered → partly-paid, paid, where a part is still to be paid
/// recovering stays, partly-recovered → failed, where another payment failed than those that are claimed back
/// recovering → partly-paid, paid, partly-recovered, where what is outstanding is claimed no more
/// sealed, published, objected, upheld, approved, failed → void, while nothing is paid
/// partly-paid, failed → paid, and partly-recovered stays, where what is open is made void
/// failed → recovered, where all that was paid came back and what is open is made void
/// ```
///
/// An objection that came in time and is entered late leads from approved to objected, while nothing is paid.
///
/// What was paid on one branch of a ledger while another objected to it or made it void is paid; the objection is decided
/// afterwards, and what was paid against it recovered.
public enum AwardMoves {
  /// Returns what may be done with an award.
  ///
  /// - Parameters:
  ///   - state: Where it stands.
  ///   - isPaid: Whether a payment stands, whatever came back since.
  /// - Returns: The actions, in the order in which they are shown.
  public static func actions(at state: AwardState, isPaid: Bool = false) -> [AwardAction] {
    switch state {
    case .sealed: [.publish, .void]
    case .published: [.object, .approve, .void]
    case .objected: [.object, .uphold, .dismiss, .void]
    case .upheld: [.publish, .void]
    case .approved: [.approve, .pay, .void]
    case .partlyPaid: [.approve, .pay, .fail, .recover, .void]
    case .paid: [.fail, .recover]
    case .failed: [.approve, .pay] + (isPaid ? [.fail, .recover] : []) + [.void]
    case .recovering: [.fail, .recover, .repay, .withdraw]
    case .partlyRecovered: [.approve, .pay, .fail, .recover, .void]
    case .recovered, .void: []
    }
  }

  /// Returns the states to which an action leads.
  static func results(of action: AwardAction) -> [AwardState] {
    switch action {
    case .publish: [.published]
    case .object: [.objected]
    case .uphold: [.upheld]
    case .dismiss: [.published, .objected]
    case .approve: [.published, .approved, .partlyPaid, .failed, .partlyRecovered]
    case .pay: [.partlyPaid, .paid]
    case .fail:
      [.failed, .partlyPaid, .paid, .recovering, .partlyRecovered, .objected, .upheld, .void]
    case .recover: [.recovering]
    case .repay: [.recovering, .partlyRecovered, .recovered]
    case .withdraw: [.recovering, .partlyPaid, .paid, .partlyRecovered]
    case .void: [.void, .paid, .partlyRecovered, .recovered]
    }
  }

  /// Says what may be done with an award.
  ///
  /// - Parameter actions: The actions that are possible.
  /// - Returns: A sentence.
  public static func help(_ actions: [AwardAction]) -> Phrase {
    guard !actions.isEmpty else {
      return Phrase(en: "nothing more can be done with it", zh: "该奖励已终结，不能再办理")
    }
    let zh = actions.map { "\($0.rawValue)（\($0.choice.label.zh)）" }.joined(separator: "、")
    return Phrase(
      en: "possible now: " + actions.map(\.rawValue).joined(separator: ", "),
      zh: "当前可用的动作：" + zh
    )
  }
}
