import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Of several awards in a round only the highest.
struct HighestOnly: Operation {
  enum Group: String, CaseIterable, Sendable {
    case enterprise, brand, `class`
  }

  static let per = Parameter(
    "per",
    .word("group", Group.enterprise),
    Phrase(
      en:
        "Whose awards of one year are compared: those of one enterprise (enterprise), or those of "
        + "one enterprise for the same brand, mark or patent (brand), or for titles of the same family "
        + "(class).",
      zh: "比较范围：同一年度同一企业（enterprise），同一企业同一品牌、商标、专利（brand），或同一企业同类荣誉（class）。"
    )
  )
  static let declaration = OperationDeclaration(
    "highestOnly",
    .combine,
    Phrase(
      en:
        "Pays only the highest of several awards of one year among the clauses that it applies to. "
        + "Of equal ones the higher tier, then the earlier claim is kept. Where a higher one is not yet "
        + "known or decided, the lower one waits for it.",
      zh: "同一年度多项奖励只取最高一项。金额相同的取级别高者，再取在先者。更高一项尚待查或待定的，较低项等待其结果。"
    ),
    parameters: [per.definition],
    example: #"{"per":"brand"}"#,
    Phrase(
      en: "A brand that wins titles of several tiers in a year is paid for the highest.",
      zh: "同一品牌同一年度获得多级荣誉的，按最高级别奖励。"
    )
  )

  private let per: Group

  init(_ arguments: inout Arguments) {
    per = arguments.required(Self.per)
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    var recipients: [RecordID] = []
    var groups: [RecordID: [Int]] = [:]
    for index in work.governed {
      let claim = work.claims[index]
      guard claim.competes, let recipient = claim.recipient else { continue }
      if groups[recipient] == nil { recipients.append(recipient) }
      groups[recipient, default: []].append(index)
    }
    for recipient in recipients { compare(groups[recipient] ?? [], &work) }
    for index in work.scope where work.claims[index].isCommendation {
      work.record(index, .notApplicable, Reason.noMoney)
    }
  }

  /// Walks one recipient's claims from the highest down.
  private func compare(_ indices: [Int], _ work: inout Work) {
    let ranked = indices.sorted { Self.ranksAbove(work.claims[$0], $0, work.claims[$1], $1) }
    // The first claim of each object that is sure, that is open, and the first without an object.
    var sure: [RecordID: Int] = [:]
    var open: [RecordID: Int] = [:]
    var nameless: Int?
    var first: Int?
    for index in ranked {
      let claim = work.claims[index]
      let object = group(claim, work.context.evidence)
      let isSure = claim.outcome == .eligible
      if isSure {
        if let winner = object.flatMap({ sure[$0] }) {
          fail(index, against: winner, &work)
        } else if let object {
          if let rival = open[object] {
            work.hold(index, behind: rival)
          } else if let nameless {
            work.hold(index, behind: nameless, extra: [place(work.claims[nameless])])
          } else {
            pass(index, among: indices.count, &work)
          }
        } else if let first {
          work.hold(index, behind: first, extra: [place(claim)])
        } else {
          pass(index, among: indices.count, &work)
        }
      }
      first = first ?? index
      guard let object else {
        nameless = nameless ?? index
        continue
      }
      if isSure {
        sure[object] = sure[object] ?? index
      } else {
        open[object] = open[object] ?? index
      }
    }
  }

  /// What a claim competes for within its recipient; `nil` where the ledger does not tell.
  private func group(_ claim: Claim, _ evidence: Evidence) -> RecordID? {
    switch per {
    case .enterprise: RecordID("")
    case .brand: claim.object
    case .class where claim.source.kind === FactKind.recognition:
      evidence.family(ofFact: claim.source.id).map { RecordID($0.rawValue) }
    case .class: RecordID("\n\(claim.source.kind.name)")
    }
  }

  /// Where that should stand.
  private func place(_ claim: Claim) -> Input {
    per == .class
      ? Input(claim.source.id, Recognition.scheme.definition.name, nil) : claim.objectInput
  }

  private func pass(_ index: Int, among count: Int, _ work: inout Work) {
    work.record(
      index,
      .passed,
      count == 1
        ? Phrase(en: "no other award of the year competes", zh: "本年无其他奖励与之竞合")
        : Phrase(
          en: "the highest of its group among \(count) awards of the year",
          zh: "本年 \(count) 项中同组最高"
        )
    )
  }

  private func fail(_ index: Int, against winner: Int, _ work: inout Work) {
    let other = work.claims[winner]
    work.reduce(
      index,
      to: .zero,
      inputs: [other.source.dateInput],
      Phrase(
        en: "only the highest is paid: \(other.id) with \(other.worth) yuan",
        zh: "只奖励最高一项：\(other.id)（\(other.worth) 元）"
      )
    )
  }

  private static func ranksAbove(_ a: Claim, _ i: Int, _ b: Claim, _ j: Int) -> Bool {
    if a.worth != b.worth { return a.worth > b.worth }
    if a.level != b.level { return a.levelRank > b.levelRank }
    if a.isOpen != b.isOpen { return b.isOpen }
    return i < j
  }
}
