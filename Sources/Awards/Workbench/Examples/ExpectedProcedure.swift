import Bilingual
import Ledger
import Portfolio

/// What an example says of the office's procedure; what it leaves out is not compared.
struct ExpectedProcedure: Sendable {
  private static let checkedBy = Parameter(
    optional: "checkedBy",
    .text,
    Phrase(en: "Who checks first.", zh: "初审单位。")
  )
  private static let publicationDays = Parameter(
    optional: "publicationDays",
    .positive,
    Phrase(en: "The days of publication.", zh: "公示天数。")
  )
  private static let dayCount = Parameter(
    optional: "dayCount",
    .word("day-count", Publication.Count.working),
    Phrase(en: "Whether working or calendar days count.", zh: "工作日或自然日。")
  )
  private static let approvedBy = Parameter(
    optional: "approvedBy",
    .text,
    Phrase(en: "Who approves.", zh: "审批单位。")
  )
  private static let payWithin = Parameter(
    optional: "payWithin",
    .positive,
    Phrase(en: "The working days until payment.", zh: "支付期限（工作日）。")
  )
  private static let form = Parameter(
    optional: "form",
    .word("form", PayAs.Form.cash),
    Phrase(en: "Cash or voucher.", zh: "现金或券。")
  )
  private static let use = Parameter(
    optional: "use",
    .text,
    Phrase(en: "For what it may be used.", zh: "限定用途。")
  )
  private static let clawbacks = Parameter(
    optional: "clawbacks",
    .several(.text),
    Phrase(
      en: "All reasons to claim back, each as \"reason share years\".",
      zh: "全部追回情形，写作“情形 比例 禁止年数”。"
    )
  )
  static let type = ArgumentType<ExpectedProcedure>.object(
    "procedure",
    Phrase(en: "a procedure such as {\"publicationDays\":5}", zh: "程序，例如 {\"publicationDays\":5}"),
    placeholder: ExpectedProcedure(values: []),
    [
      checkedBy.definition, publicationDays.definition, dayCount.definition,
      approvedBy.definition, payWithin.definition, form.definition, use.definition,
      clawbacks.definition,
    ]
  ) { arguments in
    ExpectedProcedure(values: [
      (checkedBy.definition.name, arguments.optional(checkedBy)),
      (publicationDays.definition.name, arguments.optional(publicationDays).map(String.init)),
      (dayCount.definition.name, arguments.optional(dayCount)?.rawValue),
      (approvedBy.definition.name, arguments.optional(approvedBy)),
      (payWithin.definition.name, arguments.optional(payWithin).map(String.init)),
      (form.definition.name, arguments.optional(form)?.rawValue),
      (use.definition.name, arguments.optional(use)),
      (
        clawbacks.definition.name,
        arguments.optional(clawbacks).map { $0.sorted().joined(separator: "; ") }
      ),
    ])
  }

  /// What is expected, by name; `nil` for what is not compared.
  private let values: [(name: String, text: String?)]

  /// Compares what is expected with what the clauses say.
  func differences(_ procedure: Procedure?, _ name: String) -> [Phrase] {
    let found = procedure.map(Self.texts) ?? [:]
    return values.compactMap { member, text in
      guard let text, found[member] != text else { return nil }
      let actual = found[member] ?? "-"
      return Phrase(
        en: "\(name): expected \(member) \(text), got \(actual)",
        zh: "\(name)：\(member) 应为 \(text)，实为 \(actual)"
      )
    }
  }

  private static func texts(_ procedure: Procedure) -> [String: String] {
    var texts: [String: String] = [
      form.definition.name: (procedure.isVoucher ? PayAs.Form.voucher : .cash).rawValue
    ]
    texts[checkedBy.definition.name] = procedure.checkedBy
    texts[approvedBy.definition.name] = procedure.approvedBy
    texts[use.definition.name] = procedure.use
    texts[payWithin.definition.name] = procedure.payWithin.map(String.init)
    if let term = procedure.publication {
      texts[publicationDays.definition.name] = String(term.days)
      let count = term.areWorkingDays ? Publication.Count.working : .calendar
      texts[dayCount.definition.name] = count.rawValue
    }
    let clawbacks = procedure.clawbacks.map { clawback in
      "\(clawback.reason.rawValue) \(clawback.share) \(clawback.banYears)"
        + (clawback.banned == [.applicant]
          ? "" : " " + clawback.banned.map(\.rawValue).joined(separator: "+"))
    }
    if !clawbacks.isEmpty {
      texts[self.clawbacks.definition.name] = clawbacks.sorted().joined(separator: "; ")
    }
    return texts
  }
}
