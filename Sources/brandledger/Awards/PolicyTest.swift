import Awards
import Bilingual
import CommandLine
import JSONLines
import Ledger
import Presentation

/// `policy test FILE`: the examples beside a policy, and what they would not notice.
enum PolicyTestCommand {
  static let alter = Option(
    flag: "alter",
    help: Phrase(
      en: "Change each clause in turn, and tell which changes no example notices",
      zh: "逐条改动条款，列出示例未能察觉的改动"
    )
  )

  static let command = Command<World>(
    "test",
    summary: Phrase(en: "Run the examples beside a policy", zh: "试算政策所附的示例"),
    discussion: Phrase(
      en: """
        An example holds records and what must come out: outcomes, exact amounts, the clauses that decide; \
        whatever else is paid counts against it. With --alter each clause is changed: a fen, a day or a \
        piece more or less, another word, a clause or a value left out. A change that no example notices is \
        a rule that nobody has tried. The exit code is 1 where an example fails, a clause is not touched or \
        a change goes unnoticed.
        """,
      zh: """
        示例包含事实记录和应得结果：结果、准确金额、起作用的条款；此外若有其他奖励，即为不符。--alter 逐条改动：金额\
        增减一分、日期增减一日、件数增减一、更换用词、删去条款或取值；示例未能察觉的改动，即为未经检验的规则。示例\
        不符、条款未涉及或改动未被察觉时，退出码为 1。
        """
    ),
    examples: [
      Example(
        "brandledger policy test data/policies/example-2024.jsonl --alter",
        Phrase(en: "Examples, and how sharp they are", zh: "试算示例并检验其灵敏度")
      )
    ],
    arguments: [PolicyCommand.file],
    options: [alter]
  ) { session, arguments in
    let path = arguments[PolicyCommand.file]
    let source = PolicySource(try UserFiles.read(path), fileName: path)
    let test = try PolicyTest(source, altering: arguments[alter])
    if session.isForPrograms {
      try session.show(json: test.json(in: session.language).text)
    } else {
      try session.show(report(test))
    }
    return test.hasFindings ? 1 : 0
  }

  private static func report(_ test: PolicyTest) -> Report {
    var blocks: [Report.Block] = []
    for result in test.results where !result.differences.isEmpty {
      let place = "\(result.place.file):\(result.place.line ?? 0)"
      blocks.append(
        .heading(
          Phrase(en: "\(place): \(result.name): fails", zh: "\(place)：\(result.name)：不符")
        )
      )
      blocks.append(.tree(result.differences.map { Report.Node($0) }))
    }
    if !test.untouched.isEmpty {
      blocks.append(.heading(Phrase(en: "Touched by no example", zh: "示例未涉及的条款")))
      blocks.append(
        .tree(
          test.untouched.map { clause in
            let text = "\(clause.place.file):\(clause.place.line ?? 0) \(clause.number)"
            return Report.Node(Phrase(en: text, zh: text))
          }
        )
      )
    }
    if let survey = test.survey, !survey.survivors.isEmpty {
      blocks.append(
        .heading(Phrase(en: "Changes that no example notices", zh: "示例未能察觉的改动"))
      )
      blocks.append(.table(table(survey.survivors)))
    }
    blocks.append(.paragraph(summary(test)))
    return Report(blocks)
  }

  private static func table(_ survivors: [Alteration]) -> Presentation.Table {
    var table = Presentation.Table(columns: [
      Column("line", Phrase(en: "line", zh: "行"), .trailing),
      Column("clause", Phrase(en: "clause", zh: "条款"), overflow: .keep),
      Column("change", Phrase(en: "change", zh: "改动"), overflow: .wrap),
    ])
    for alteration in survivors {
      table.append([
        alteration.place.line.map { .integer(Int64($0)) } ?? .empty, .text(alteration.number),
        .phrase(alteration.change, code: alteration.change.en),
      ])
    }
    return table
  }

  private static func summary(_ test: PolicyTest) -> Phrase {
    let failed = test.results.count { !$0.differences.isEmpty }
    var summary = Phrase(
      en:
        "\(test.results.count, of: "example"), \(failed) fail; \(test.untouched.count, of: "clause") untouched",
      zh: "示例 \(test.results.count) 个，不符 \(failed) 个；未涉及的条款 \(test.untouched.count) 条"
    )
    if let survey = test.survey {
      summary = Phrase(
        en: summary.en
          + "; \(survey.count, of: "change"): \(survey.noticed) noticed, \(survey.refused) "
          + "refused by the check, \(survey.survivors.count) unnoticed",
        zh: summary.zh + "；改动 \(survey.count) 处：察觉 \(survey.noticed) 处，检查拒绝 "
          + "\(survey.refused) 处，未察觉 \(survey.survivors.count) 处"
      )
    } else if failed > 0 {
      summary = Phrase(
        en: summary.en + "; clauses are altered only when every example holds",
        zh: summary.zh + "；全部示例相符后才改动条款"
      )
    }
    return summary
  }
}
