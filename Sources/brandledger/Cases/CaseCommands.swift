import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio

/// `case …`: rights assistance, from intake to outcome.
enum CaseCommands {
  static let command = Command<World>(
    "case",
    section: Section.work,
    summary: Phrase(en: "Follow cases of rights assistance", zh: "办理维权援助案件"),
    discussion: Phrase(
      en: """
        received ⇄ supplement; received → accepted → investigating → proceeding → closed; received or \
        supplement → refused → complained → refused or accepted; received or supplement → closed as withdrawn \
        or referred. A case moves along these stages only, and \
        every move keeps who and when.
        """,
      zh: """
        收件 ⇄ 补正；收件 → 受理 → 调查取证 → 办理中 → 结案；收件或补正 → 不予受理 → 申诉 → 维持或受理；\
        收件或补正 → 撤回或移送结案。\
        案件只能沿这些阶段推进，每一步都记录经办人与日期。
        """
    ),
    examples: [
      Example(
        "brandledger case open 权利人=启东市示例海润水产有限公司 权利类型=商标 渠道=行政 案情=仿冒包装",
        Phrase(en: "Take in an application", zh: "收件登记")
      ),
      Example("brandledger case list --overdue", Phrase(en: "What is late", zh: "列出超期案件")),
      Example(
        "brandledger case stats --year 2025",
        Phrase(en: "The year's figures", zh: "年度统计")
      ),
    ],
    subcommands: {
      [
        open, supplement, complete, CaseAssessment.command, accept, refuse, complain, uphold,
        reverse,
        log, step, advance, close, CaseReports.list, CaseReports.show, CaseReports.stats,
      ]
    }
  )

  static let id = Argument(
    .text(Phrase(en: "CASE", zh: "案件编号")),
    help: Phrase(en: "The case's id", zh: "案件编号")
  )
  static let text = Option(
    "text",
    .text(Phrase(en: "TEXT", zh: "说明")),
    short: "t",
    help: Phrase(en: "What happened, in words; of a refusal, why", zh: "经过说明；不予受理时为理由")
  )
  static let papers = Option(
    repeated: "paper",
    .text(Phrase(en: "PAPER", zh: "材料")),
    help: Phrase(
      en:
        "A paper that came in or went out; identity=FILE says which of the list of 'case assess' it is",
      zh: "收到或发出的材料；identity=文件 写明其为 case assess 清单中的哪一项"
    )
  )
  static let cost = Option(
    "cost",
    Values.money,
    help: Phrase(en: "What it cost the office", zh: "本单位发生的费用")
  )
  static let appointment = Option(
    "appointment",
    Values.day,
    help: Phrase(
      en: "A day that was set, such as that of a hearing; 'due' lists it until it has passed",
      zh: "排定的日期，例如开庭日；届至前由 due 提醒"
    )
  )
  static let aid = Option(
    repeated: "aid",
    Values.word(AidKind.self, Phrase(en: "AID", zh: "援助方式")),
    help: Phrase(en: "A kind of aid that is granted", zh: "给予的援助方式")
  )
  static let hardship = Option(
    "hardship",
    Values.word(Hardship.self, Phrase(en: "FINDING", zh: "认定")),
    help: Phrase(en: "Whether the right holder is in difficulty", zh: "是否维权确有困难")
  )
  static let hardshipReason = Option(
    "hardship-reason",
    .text(Phrase(en: "TEXT", zh: "依据")),
    help: Phrase(en: "By what that was found", zh: "困难认定依据")
  )
  static let group = Option(
    "group",
    Values.word(HardshipGroup.self, Phrase(en: "GROUP", zh: "人群")),
    help: Phrase(en: "The group for which hardship is not examined", zh: "免予核查困难的人群")
  )
  static let criteria = Option(
    repeated: "criterion",
    criterion,
    help: Phrase(
      en: "What the office states of a criterion, such as elsewhere=yes; see 'case assess'",
      zh: "经办人对受理条件的认定，例如 elsewhere=是；条件见 case assess"
    )
  )
  static let override = Option(
    "override",
    .text(Phrase(en: "REASON", zh: "理由")),
    help: Phrase(
      en: "Why aid is granted although a criterion or the hardship rule speaks against it",
      zh: "虽有条件不符仍予援助的理由"
    )
  )
  static let partners = Option(
    repeated: "partner",
    .text(Phrase(en: "PARTNER", zh: "专家或机构")),
    help: Phrase(en: "An expert or partner who helps, by id or name", zh: "参与的专家或机构（编号或名称）")
  )
  static let outcome = Option(
    required: "outcome",
    Values.word(CaseOutcome.self, Phrase(en: "OUTCOME", zh: "结果")),
    help: Phrase(en: "How the case ended", zh: "案件结果")
  )
  static let recovered = Option(
    "recovered",
    Values.money,
    help: Phrase(en: "What the right holder got back", zh: "为权利人追回的金额")
  )

  private static let criterion = ValueKind<(AcceptanceCriterion, Answer)>(
    Phrase(en: "NAME=ANSWER", zh: "条件=结论"),
    expected: Phrase(
      en:
        "one of \(AcceptanceCriterion.allCases.map(\.rawValue).joined(separator: ", ")), then =yes, "
        + "=no or =unknown",
      zh: "\(AcceptanceCriterion.allCases.map(\.rawValue).joined(separator: "、")) 之一，后接 =是、"
        + "=否 或 =未知"
    )
  ) { text in
    let parts = Folding.key(text).split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let criterion = AcceptanceCriterion(rawValue: String(parts[0])),
      let answer = Answer.allCases.first(where: { $0.isNamed(parts[1]) })
    else { return nil }
    return (criterion, answer)
  }

  static let entryOptions: [any AnyOption] = [EntryOptions.day, text, papers, cost, appointment]
}
