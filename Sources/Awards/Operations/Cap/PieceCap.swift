import Bilingual
import JSONLines
import Ledger
import Portfolio

/// The most pieces that one recipient is paid for in a year.
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
    Phrase(en: "The most pieces of one recipient in a year.", zh: "同一领取人每年件数上限。")
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
        "Pays at most a number of pieces of one recipient in a year over the clauses that it applies "
        + "to, the earliest first. Pieces already paid to it for the same year count first, those of a "
        + "mark or patent that it sold since as well.",
      zh: "所适用条款合计，同一领取人每年至多奖励若干件，按日期先后；同年度已支付给它的先行计入，其后已转让的商标、专利也计入。"
    ),
    parameters: [
      maximum.definition, limits.definition, year.definition, otherYears.definition,
      PaymentScope.parameter.definition,
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
  private let earlier: PaymentScope

  init(_ arguments: inout Arguments) {
    maximum = arguments.optional(Self.maximum)
    let limits = arguments.optional(Self.limits)
    self.limits = limits ?? []
    year = arguments.required(Self.year)
    otherYears = arguments.required(Self.otherYears)
    earlier = arguments.required(PaymentScope.parameter)
    guard arguments.faults.isEmpty else { return }
    if maximum == nil, limits == nil {
      arguments.refuse(
        "maximum",
        Phrase(en: "neither 'maximum' nor 'limits' is given", zh: "“maximum”与“limits”至少填写一项")
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

  private struct Key: Hashable {
    let applicant: RecordID
    let year: Int
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    var pieces: [Key: Int] = [:]
    let scope = Set(work.scope)
    for index in work.claimsByDay() where scope.contains(index) {
      let claim = work.claims[index]
      guard !claim.isCommendation, let applicant = claim.applicant else {
        work.record(index, .notApplicable, Reason.noMoney)
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
      let key = Key(applicant: applicant, year: number)
      let piece = (pieces[key] ?? paid(key, work)) + 1
      pieces[key] = piece
      let reason = Phrase(
        en: "number \(piece) of \(number); at most \(most) are paid",
        zh: "\(number) 年度第 \(piece) 件（至多 \(most) 件）"
      )
      if piece <= most {
        work.record(index, .passed, inputs: [input], reason)
      } else {
        work.reduce(index, to: .zero, inputs: [input], reason)
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
  private func paid(_ key: Key, _ work: Work) -> Int {
    let evidence = work.context.evidence
    return work.payments(of: key.applicant, in: earlier).count { payment in
      guard work.rule.counts(payment, work.context) else { return false }
      switch year {
      case .round: return payment.year == key.year
      case .fact:
        let dates = payment.facts.compactMap { evidence.date(ofFact: $0) }
        return dates.isEmpty ? payment.year == key.year : dates.contains { $0.year == key.year }
      case .applied:
        let dates = payment.facts.flatMap { fact in
          work.context.applications(of: key.applicant, about: fact, under: payment.clause)
            .compactMap { $0[Application.appliedOn] }
        }
        return dates.first.map { $0.year == key.year } ?? (payment.year == key.year)
      case .filed:
        let records = payment.facts.compactMap { evidence.right($0) }
        return records.contains { Self.filed($0)?.0 == key.year }
      }
    }
  }
}
