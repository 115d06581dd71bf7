import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An amount for each mark that was registered.
struct PerRegistration: Valuation {
  static let each = Parameter(
    "each",
    .money,
    Phrase(en: "What is paid for each registration.", zh: "每件奖励金额。")
  )
  static let maximum = Parameter(
    optional: "maximum",
    .positive,
    Phrase(
      en: "How many registrations of one recipient are paid in a year, the earliest first.",
      zh: "同一领取人每年奖励的件数上限，按注册日期先后。"
    )
  )
  static let declaration = OperationDeclaration(
    "perRegistration",
    .value,
    Phrase(
      en:
        "Pays an amount for each trademark registered, up to a number of pieces a recipient and year. "
        + "Payouts of this clause already made for the same year count first; a claim that is still "
        + "open takes no piece. \(Reason.unordered.en)",
      zh: "按注册商标件数奖励，可设同一领取人每年件数上限。本条款同年度已支付的先行计入；待查、待定的不占件数。"
        + Reason.unordered.zh
    ),
    parameters: [each.definition, maximum.definition]
      + Selection.parameters(of: [.trademark]),
    example: #"{"route":"domestic","each":"500元","maximum":20}"#,
    Phrase(
      en: "500 yuan for each domestic registration, at most 20 a year.",
      zh: "国内注册每件 500 元，每年至多 20 件。"
    )
  )

  let selection: Selection
  private let each: Money
  private let maximum: Int?

  init(_ arguments: inout Arguments) {
    each = arguments.required(Self.each)
    maximum = arguments.optional(Self.maximum)
    selection = Selection(&arguments, of: [.trademark])
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    // Claims come by day and id, so the earliest registrations are counted first.
    var recipients: [RecordID] = []
    var pieces: [RecordID: [Int]] = [:]
    let plain = Phrase(en: "\(each) yuan a registration", zh: "每件 \(each) 元")
    for index in work.scope {
      if maximum != nil, work.claims[index].outcome == .eligible,
        let recipient = work.claims[index].recipient
      {
        if pieces[recipient] == nil { recipients.append(recipient) }
        pieces[recipient, default: []].append(index)
      } else {
        work.appraise(index, each, plain)
      }
    }
    guard let maximum else { return }
    for recipient in recipients {
      let own = pieces[recipient] ?? []
      let earlier = earlier(recipient, work)
      for (index, turn) in zip(own, work.turns(own)) {
        count(index, earlier + turn.lowerBound + 1, of: maximum, &work)
        guard turn.lowerBound + earlier < maximum, turn.upperBound + earlier >= maximum,
          let rival = work.firstUnordered(with: index, among: own)
        else { continue }
        work.leaveUnordered(index, with: rival)
      }
    }
  }

  /// Pays a registration that has a number of the year, if no more come before it.
  private func count(_ index: Int, _ piece: Int, of maximum: Int, _ work: inout Work) {
    let inputs = [work.claims[index].source.dateInput]
    guard piece > maximum else {
      work.appraise(
        index,
        each,
        inputs: inputs,
        Phrase(
          en: "\(each) yuan a registration; number \(piece) of at most \(maximum)",
          zh: "每件 \(each) 元，本年第 \(piece) 件（至多 \(maximum) 件）"
        )
      )
      return
    }
    work.reduce(
      index,
      to: .zero,
      inputs: inputs,
      Phrase(
        en: "number \(piece) of the year; at most \(maximum) are paid",
        zh: "本年第 \(piece) 件，超过至多 \(maximum) 件"
      )
    )
  }

  /// Pieces that were paid this year and are no claims of this round.
  private func earlier(_ recipient: RecordID, _ work: Work) -> Int {
    work.payouts(of: recipient, in: .policy).count { payout in
      payout.year == work.context.year && !payout.isSupplement
        && work.rule.counts(payout, work.context)
    }
  }
}
