import Awards
import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// `policy diff A B`: what two policies say differently, and who gains or loses how much by it.
enum PolicyDiffCommand {
  static let first = Argument(
    .text(Phrase(en: "A", zh: "甲")),
    help: Phrase(en: "A policy's id or name, or a policy file", zh: "政策的编号或名称，或政策文件")
  )
  static let second = Argument(
    .text(Phrase(en: "B", zh: "乙")),
    help: Phrase(en: "The policy to compare it with", zh: "与之比较的政策")
  )

  static let command = Command<World>(
    "diff",
    summary: Phrase(en: "Compare two policies, in words and in money", zh: "比较两项政策的条款和金额"),
    discussion: Phrase(
      en: """
        Clauses are compared by their numbers. Both policies are computed on the facts of the year as if \
        each held on all days that its round pays; awards sealed for the year are left out.
        """,
      zh: "条款按编号比较。两项政策均按当年事实计算，视为在奖励期间内全部有效；当年已封存的奖励不计。"
    ),
    examples: [
      Example(
        "brandledger policy diff example-2024 draft.jsonl --year 2025",
        Phrase(en: "Who would gain and lose by a draft", zh: "草案对各主体奖励金额的影响")
      )
    ],
    arguments: [first, second],
    options: [AwardOptions.year]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let diff = try PolicyDiff(
      from: try PolicyCommand.source(arguments[first], session, snapshot),
      to: try PolicyCommand.source(arguments[second], session, snapshot),
      year: arguments[AwardOptions.year] ?? session.today.year,
      snapshot
    )
    if session.isForPrograms {
      try session.show(json: diff.json(in: session.language).text)
    } else {
      try session.show(report(diff))
    }
    return nil
  }

  private static func report(_ diff: PolicyDiff) -> Report {
    var blocks: [Report.Block] = []
    if !diff.policy.isEmpty {
      blocks.append(.heading(Phrase(en: "The policies themselves", zh: "政策本身")))
      blocks.append(.tree(diff.policy.map { node($0, Policy.schema) }))
    }
    blocks.append(.heading(Phrase(en: "Clauses", zh: "条款")))
    blocks.append(
      diff.clauses.isEmpty
        ? .paragraph(Phrase(en: "All clauses say the same.", zh: "各条款相同。"))
        : .tree(diff.clauses.map(node))
    )
    blocks.append(
      .heading(Phrase(en: "Payouts on the facts of \(diff.year)", zh: "按 \(diff.year) 年事实的奖励"))
    )
    blocks.append(.table(table(diff)))
    return Report(
      title: Phrase(
        en: "\(diff.before.policy) → \(diff.after.policy)",
        zh: "\(diff.before.policy) → \(diff.after.policy)"
      ),
      blocks
    )
  }

  private static func node(_ change: PolicyDiff.ClauseChange) -> Report.Node {
    let kind =
      switch change.kind {
      case .added: Phrase(en: "added", zh: "新增")
      case .removed: Phrase(en: "removed", zh: "删去")
      case .changed: Phrase(en: "changed", zh: "修改")
      }
    return Report.Node(
      Phrase(en: "\(change.number) \(kind.en)", zh: "\(change.number) \(kind.zh)"),
      change.members.map { node($0, Clause.schema) }
    )
  }

  /// A member that differs; a field is named as people know it, an argument as the file has it.
  private static func node(_ change: MemberChange, _ schema: Schema) -> Report.Node {
    let field = schema.field(named: change.path)
    let name = field?.label ?? Phrase(en: change.path, zh: change.path)
    func words(_ value: JSONValue?) -> Phrase {
      guard let value else { return Phrase(en: "-", zh: "-") }
      if let field { return field.words(of: value) }
      let text = value.string ?? value.text.span.text
      return Phrase(en: text, zh: text)
    }
    let (before, after) = (words(change.before), words(change.after))
    return Report.Node(
      Phrase(
        en: "\(name.en): \(before.en) → \(after.en)",
        zh: "\(name.zh)：\(before.zh) → \(after.zh)"
      )
    )
  }

  private static func table(_ diff: PolicyDiff) -> Presentation.Table {
    var table = Presentation.Table(columns: [
      Column("recipientName", Phrase(en: "recipient", zh: "奖励对象")),
      Column(
        "beforeFen",
        Phrase(en: "\(diff.before.policy)", zh: "\(diff.before.policy)"),
        .trailing
      ),
      Column(
        "afterFen",
        Phrase(en: "\(diff.after.policy)", zh: "\(diff.after.policy)"),
        .trailing
      ),
      Column("differenceFen", Phrase(en: "difference (CNY)", zh: "差额（元）"), .trailing),
    ])
    for gain in diff.gains {
      table.append([
        .text(gain.name), .money(fen: gain.before.fen), .money(fen: gain.after.fen),
        .money(fen: gain.difference.fen),
      ])
    }
    table.setFooter([
      .phrase(Phrase(en: "all recipients", zh: "全部对象"), code: "total"),
      .money(fen: diff.before.total.fen), .money(fen: diff.after.total.fen),
      .money(fen: diff.after.total.fen - diff.before.total.fen),
    ])
    let (a, b) = (diff.before, diff.after)
    table.notes =
      [
        Phrase(
          en: "recipients with the same amount: \(diff.unchanged); eligible claims \(a.eligible) → "
            + "\(b.eligible), unknown or undecided \(a.open) → \(b.open), which are in no sum",
          zh: "\(diff.unchanged) 个对象金额不变；符合的申领项 \(a.eligible) → \(b.eligible)，待查或待定 "
            + "\(a.open) → \(b.open)（不计入金额）"
        )
      ] + diff.assumptions.map(AwardSimulate.assumed)
    return table
  }
}
