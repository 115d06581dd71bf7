import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A share of the official fees that all payers together may pay.
struct CapAcrossLevels: Operation {
  static let rate = Parameter(
    "rate",
    .rate,
    Phrase(en: "The share of the official fees.", zh: "占官方规定费用的比例。")
  )
  static let fees = Parameter(
    optional: "fees",
    .several(.word("fee", ExpenseCategory.filing)),
    Phrase(
      en:
        "Which official fees count, such as those for filing and registration; all where left out.",
      zh: "计入的官方规定费用，如申请费、登记费；缺省为全部。"
    )
  )
  enum Right: String, CaseIterable, Sendable {
    case patent, trademark
  }

  static let right = Parameter(
    "right",
    .word("right", Right.patent),
    Phrase(
      en: "What the fees are paid for: a patent, or a mark.",
      zh: "费用所属权利：专利（patent）或商标（trademark）。"
    )
  )
  static let declaration = OperationDeclaration(
    "capAcrossLevels",
    .cap,
    Phrase(
      en:
        "Limits what payers of all levels together give for one patent or mark, for its grant, its "
        + "vouchers or anything else about it, to a share of the official fees paid for it, taken from "
        + "its vouchers. A share of a fen is not paid. What a payout for several rights gives for each is "
        + "asked for where it matters. \(Reason.limits.en)",
      zh: "各级支付方对同一专利、商标的奖励（授权、票据及其他与之有关的）合计不超过其官方规定费用的一定比例，"
        + "费用取自票据；不足一分的舍去。对多项权利合计支付且影响结果的，须查明各项金额。\(Reason.limits.zh)"
    ),
    parameters: [right.definition, rate.definition, fees.definition],
    example: #"{"right":"patent","rate":"50%","fees":["filing","registration"]}"#,
    Phrase(
      en: "All levels together pay at most half of the official fees for getting a patent.",
      zh: "各级资助合计不超过获得专利权所缴官方费用的 50%。"
    )
  )

  private let right: Right
  private let rate: Rate
  private let fees: [ExpenseCategory]?

  init(_ arguments: inout Arguments) {
    right = arguments.required(Self.right)
    rate = arguments.required(Self.rate)
    fees = arguments.optional(Self.fees)
  }

  var remembers: Bool { true }

  func apply(to work: inout Work) throws(Diagnostic) {
    var used: [RecordID: Money] = [:]
    for index in work.scope {
      let claim = work.claims[index]
      guard let object = claim.object else {
        // A voucher that names no right may be for any.
        if claim.source.kind === FactKind.expense {
          work.settle(index, .unknown([claim.objectInput]))
        } else {
          work.record(index, .notApplicable, isNotAbout)
        }
        continue
      }
      guard !claim.isCommendation, isAbout(object, work.context.evidence) else {
        work.record(index, .notApplicable, isNotAbout)
        continue
      }
      let reading = try work.exactly { () throws(Money.Overflow) in
        try work.context.officialFees(claim, of: fees)
      }
      guard case .value(let fen, let inputs) = reading else {
        if case .missing(let places) = reading { work.settle(index, .unknown(places)) }
        continue
      }
      let most = rate.floor(of: Money(fen: fen))
      let payouts = work.context.evidence.payouts(about: object)
        .filter { work.counts($0, in: .all) }
      let before = if let sum = used[object] { sum } else { try work.sum(of: payouts) }
      // What one for several rights gives for each of them nobody tells.
      let undivided = payouts.filter { $0.objects.count > 1 }
      let open = try work.sum(of: undivided)
      func left(below used: Money) throws(Diagnostic) -> Money {
        let left = try work.exactly { () throws(Money.Overflow) in try most.subtracting(used) }
        return min(claim.worth, max(.zero, left))
      }
      let least = try work.exactly { () throws(Money.Overflow) in try before.subtracting(open) }
      guard try left(below: before) == left(below: least) else {
        work.settle(index, .unknown(undivided.map { Input($0.id, Input.division, nil) }))
        continue
      }
      let names = undivided.map(\.id.text)
      used[object] = try work.cap(
        index,
        at: most,
        before,
        inputs: inputs,
        Phrase(
          en: "\(most) yuan, \(rate) of official fees of \(Money(fen: fen)) yuan over all payers"
            + (names.isEmpty
              ? "" : "; all of \(names.joined(separator: ", ")), for several rights, is counted"),
          zh: "官方费用 \(Money(fen: fen)) 元的 \(rate)，即 \(most) 元（各级合计）"
            + (names.isEmpty ? "" : "；对多项权利合计支付的 \(names.joined(separator: "、")) 按全额计")
        )
      )
    }
  }

  private func isAbout(_ object: RecordID, _ evidence: Evidence) -> Bool {
    switch right {
    case .patent: evidence.patents[object] != nil
    case .trademark: evidence.trademarks[object] != nil
    }
  }

  private var isNotAbout: Phrase {
    switch right {
    case .patent: Phrase(en: "is not about a patent", zh: "与专利无关")
    case .trademark: Phrase(en: "is not about a mark", zh: "与商标无关")
    }
  }
}
