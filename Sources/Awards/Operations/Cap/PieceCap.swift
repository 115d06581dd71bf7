import Bilingual
import JSONLines
import Ledger
import Portfolio

/// The most pieces that one applicant, group or mark is paid for in a year.
struct PieceCap: Operation {
  /// The year to which a piece belongs.
  enum Year: String, CaseIterable, Sendable {
    case round, fact, filed, applied
  }
  /// What holds for a year for which no number is given.
  enum OtherYears: String, CaseIterable, Sendable {
    case free, undecided
  }
  /// A number from a year on.
  struct Limit: Sendable {
    static let from = Parameter(
      optional: "from",
      .year,
      Phrase(en: "The first year, where it begins.", zh: "起始年度（有起始时填写）。")
    )
    static let until = Parameter(
      optional: "until",
      .year,
      Phrase(en: "The last year, where it ends.", zh: "截止年度（有截止时填写）。")
    )
    static let maximum = Parameter(
      "maximum",
      .positive,
      Phrase(en: "The most pieces.", zh: "件数上限。")
    )
    let from: Int
    let until: Int?
    let maximum: Int

    func covers(_ year: Int) -> Bool { from <= year && until.map { year <= $0 } ?? true }
  }

  static let maximum = Parameter(
    optional: "maximum",
    .positive,
    Phrase(en: "The most pieces in a year.", zh: "每年件数上限。")
  )
  static let limits = Parameter(
    optional: "limits",
    .several(
      .object(
        "piece-limit",
        Phrase(
          en: "a number from a year on such as {\"from\":2019,\"maximum\":3}",
          zh: "自某年起的件数，例如 {\"from\":2019,\"maximum\":3}"
        ),
        placeholder: Limit(from: 0, until: nil, maximum: 1),
        [Limit.from.definition, Limit.until.definition, Limit.maximum.definition]
      ) { arguments in
        Limit(
          from: arguments.optional(Limit.from) ?? .min,
          until: arguments.optional(Limit.until),
          maximum: arguments.required(Limit.maximum)
        )
      }
    ),
    Phrase(
      en:
        "Other numbers from years on, in their order; the last that has begun holds, where it has not ended.",
      zh: "自各年起的件数，按年度先后；以最近已开始且未截止者为准。"
    )
  )
  static let year = Parameter(
    "year",
    .word("piece-year", Year.round),
    default: .string(Year.round.rawValue),
    Phrase(
      en:
        "The year to which a piece belongs: the round's, that of the fact, that of the filing of a "
        + "mark or patent (filed), or that of the application for the award (applied).",
      zh: "件数归属年度：奖励年度（round）、事实年度（fact）、商标专利申请年度（filed）或申报年度（applied）。"
    )
  )
  static let otherYears = Parameter(
    "otherYears",
    .word("other-years", OtherYears.free),
    default: .string(OtherYears.free.rawValue),
    Phrase(
      en:
        "A year for which no number is given has no limit (free), or is left open by the text, so that "
        + "people decide (undecided).",
      zh: "未列件数的年度：不限件数（free），或原文未载、须由人决定（undecided）。"
    )
  )
  static let declaration = OperationDeclaration(
    "pieceCap",
    .cap,
    Phrase(
      en:
        "Pays at most a number of pieces of one applicant in a year over the clauses that it applies "
        + "to, the earliest first; of a group, a mark or a patent family where 'subject' says so. Pieces "
        + "already paid for the same year count first: those of the applicant also for a mark or patent that "
        + "it sold since, those for a mark or patent to whomever they went. \(Reason.limits.en) "
        + Reason.unordered.en,
      zh: "所适用条款合计，同一申报单位（或 subject 所定集团、商标、同族专利）每年至多奖励若干件，按日期先后；"
        + "同年度已支付的先行计入：对申报单位，其后已转让的商标、专利也计入；对商标、专利，不论付给何人。"
        + Reason.limits.zh + Reason.unordered.zh
    ),
    parameters: [
      maximum.definition, limits.definition, year.definition, otherYears.definition,
      PayoutSubject.parameter.definition, PayoutScope.parameter.definition,
    ],
    example: #"{"maximum":2,"limits":[{"from":2019,"maximum":3}],"year":"filed"}"#,
    Phrase(
      en: "Two pieces filed in one year are paid, from 2019 on three.",
      zh: "同一申请年度至多 2 件，2019 年起至多 3 件。"
    )
  )

  private let maximum: Int?
  private let limits: [Limit]
  private let year: Year
  private let otherYears: OtherYears
  private let subject: PayoutSubject
  private let earlier: PayoutScope

  init(_ arguments: inout Arguments) {
    maximum = arguments.optional(Self.maximum)
    let limits = arguments.optional(Self.limits)
    self.limits = limits ?? []
    year = arguments.required(Self.year)
    otherYears = arguments.required(Self.otherYears)
    subject = arguments.required(PayoutSubject.parameter)
    earlier = arguments.required(PayoutScope.parameter)
    guard arguments.faults.isEmpty else { return }
    if maximum == nil, limits == nil {
      arguments.refuse(
        "maximum",
        Phrase(en: "neither 'maximum' nor 'limits' is given", zh: "“maximum”与“limits”至少填写一项")
      )
    }
    if subject == .fact {
      arguments.refuse(
        "subject",
        Phrase(en: "a fact is one piece by itself", zh: "一项事实本身即为一件")
      )
    }
    if !zip(self.limits, self.limits.dropFirst()).allSatisfy({ $0.from < $1.from }) {
      arguments.refuse(
        "limits",
        Phrase(en: "the years do not follow each other", zh: "各年度未按先后排列")
      )
    }
    if let limit = self.limits.first(where: { !$0.covers($0.from) }) {
      arguments.refuse(
        "limits",
        Phrase(
          en: "a limit ends before \(limit.from), its first year",
          zh: "截止年度早于起始年度 \(limit.from)"
        )
      )
    }
  }

  var countsObjects: Bool { subject.isObject }

  private struct Key: Hashable {
    let subject: RecordID
    let year: Int
  }

  /// The claims that take the pieces of one year.
  private struct Pieces {
    let key: Key
    let maximum: Int
    var claims: [(index: Int, input: Input)] = []
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    var all: [Pieces] = []
    var places: [Key: Int] = [:]
    let evidence = work.context.evidence
    let payouts = work.payouts(in: earlier) { subject.keys(of: $0, evidence) }
    let scope = Set(work.scope)
    for index in work.claimsByDay() where scope.contains(index) {
      let claim = work.claims[index]
      guard !claim.isCommendation, let applicant = claim.applicant else {
        work.record(index, .notApplicable, Reason.noMoney)
        continue
      }
      guard let subject = subject.key(of: claim, by: applicant, evidence) else {
        work.settle(index, .unknown([claim.objectInput]))
        continue
      }
      let (number, input) = number(claim, work.context)
      guard let number else {
        work.settle(index, .unknown([input.missing]))
        continue
      }
      guard let most = self.limit(of: number) else {
        if otherYears == .undecided {
          work.settle(
            index,
            .undecided(
              Phrase(
                en: "the clause gives no number of pieces for \(number)",
                zh: "条款未列 \(number) 年度的件数"
              )
            )
          )
          continue
        }
        work.record(
          index,
          .notApplicable,
          inputs: [input],
          Phrase(en: "\(number) has no limit of pieces", zh: "\(number) 年度无件数上限")
        )
        continue
      }
      let key = Key(subject: subject, year: number)
      if places[key] == nil {
        places[key] = all.count
        all.append(Pieces(key: key, maximum: most))
      }
      all[places[key] ?? 0].claims.append((index, input))
    }
    for pieces in all {
      count(pieces, after: paid(payouts[pieces.key.subject] ?? [], pieces.key.year, work), &work)
    }
  }

  /// Pays the first pieces of one year, and leaves open which those are where the days do not tell.
  private func count(_ pieces: Pieces, after paid: Int, _ work: inout Work) {
    let (year, most) = (pieces.key.year, pieces.maximum)
    let indices = pieces.claims.map(\.index)
    // One of which another limit leaves nothing is no piece to the others.
    let turns = work.turns(indices, counting: work.isPiece)
    let rivals = indices.filter(work.isPiece)
    for ((index, input), turn) in zip(pieces.claims, turns) {
      let piece = paid + turn.lowerBound + 1
      let reason = Phrase(
        en: "number \(piece) of \(year); at most \(most) are paid",
        zh: "\(year) 年度第 \(piece) 件（至多 \(most) 件）"
      )
      if piece > most {
        work.reduce(index, to: .zero, inputs: [input], reason)
      } else if paid + turn.upperBound < most {
        work.record(index, .passed, inputs: [input], reason)
      } else if let rival = work.firstUnordered(with: index, among: rivals) {
        work.leaveUnordered(index, with: rival)
      }
    }
  }

  /// The number of a year: of the last limit that has begun, where it has not ended.
  private func limit(of year: Int) -> Int? {
    let limit = limits.last { $0.from <= year }
    return limit?.covers(year) == true ? limit?.maximum : maximum
  }

  private func number(_ claim: Claim, _ context: Context) -> (Int?, Input) {
    let record = claim.source.record
    switch year {
    case .round: return (context.year, claim.source.dateInput)
    case .fact: return (claim.date?.year, claim.source.dateInput)
    case .filed: return Self.filed(record) ?? (nil, Input(record.id, "filedOn", nil))
    case .applied:
      guard let application = context.applications(for: claim).first else {
        return (nil, context.applicationInput(claim))
      }
      return (
        application[Application.appliedOn]?.year, Input(application, Application.appliedOn)
      )
    }
  }

  /// Whether facts of a kind have the year by which it counts.
  func canCount(_ kind: FactKind) -> Bool {
    year != .filed || kind.schema === Trademark.schema || kind.schema === Patent.schema
  }

  private static func filed(_ record: Record) -> (Int?, Input)? {
    let field: Field<PartialDate>
    if record.schema === Trademark.schema {
      field = Trademark.filedOn
    } else if record.schema === Patent.schema {
      field = Patent.filedOn
    } else {
      return nil
    }
    return (record[field]?.year, Input(record, field))
  }

  /// Pieces that earlier rounds paid for the same year.
  private func paid(_ payouts: [Payout], _ number: Int, _ work: Work) -> Int {
    let evidence = work.context.evidence
    return payouts.count { payout in
      guard !payout.isSupplement, work.rule.counts(payout, work.context) else { return false }
      switch year {
      case .round: return payout.year == number
      case .fact:
        let dates = payout.facts.compactMap { evidence.date(ofFact: $0) }
        return dates.isEmpty ? payout.year == number : dates.contains { $0.year == number }
      case .applied:
        let dates = payout.facts.flatMap { fact in
          work.context.applications(of: payout.applicant, about: fact, under: payout.clause)
            .compactMap { $0[Application.appliedOn] }
        }
        return dates.first.map { $0.year == number } ?? (payout.year == number)
      case .filed:
        let records = payout.facts.compactMap { evidence.right($0) }
        return records.contains { Self.filed($0)?.0 == number }
      }
    }
  }
}
