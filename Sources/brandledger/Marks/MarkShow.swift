import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio
import Presentation

/// `mark show`: a mark with its family and its life.
enum MarkShow {
  static let command = Command<World>(
    "show",
    summary: Phrase(en: "Show a mark with its family and its life", zh: "显示商标及其家族与经过"),
    examples: [
      Example(
        "brandledger mark show WO/9900001",
        Phrase(en: "An international registration with its designations", zh: "国际注册及各指定国")
      )
    ],
    arguments: [MarkOptions.mark],
    options: [MarkOptions.asked]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let mark = try session.record(arguments[MarkOptions.mark], Trademark.schema, in: snapshot)
    let day = arguments[MarkOptions.asked] ?? session.today
    let book = try RightBook(snapshot)
    let family = MarkFamily(of: mark, in: book, on: day)
    let standing = book.standing(of: mark, on: day)
    var blocks: [Report.Block] = [try RightReports.fields(mark, snapshot)]
    blocks.append(
      .fields([
        Report.Field(
          "standing",
          Phrase(en: "on \(day)", zh: "\(day)"),
          phrase(standing.label)
        )
      ])
    )
    blocks += [.heading(Phrase(en: "Family", zh: "家族")), .tree([tree(family, mark.id)])]
    blocks += try RightReports.burdens(standing.life, snapshot)
    blocks += try RightReports.life(mark, book, snapshot)
    if CollectiveMarks.isShared(mark) {
      blocks += try shared(mark, snapshot, session.today, day)
    }
    let title = mark[Trademark.mark] ?? mark.id.text
    try session.show(
      Report(title: Phrase(en: "'\(title)' \(mark.id)", zh: "“\(title)” \(mark.id)"), blocks)
    )
    return nil
  }

  private static func phrase(_ phrase: Phrase) -> Cell { .phrase(phrase, code: phrase.en) }

  private static func tree(_ family: MarkFamily, _ shown: RecordID) -> Report.Node {
    let children =
      family.international.map { node($0, shown) } + family.foreign.map { node($0, shown) }
    return node(family.root, shown, children)
  }

  private static func node(
    _ member: MarkFamily.Member,
    _ shown: RecordID,
    _ more: [Report.Node] = []
  ) -> Report.Node {
    let mark = member.mark
    let standing = member.standing.label
    let classes = member.classes.map(String.init).joined(separator: ", ")
    let here = mark.id == shown
    var children = member.designations.map { designation in
      let state = designation.state.choice.label
      let since = designation.since.map { Phrase(en: " since \($0)", zh: "（\($0)）") }
      let made = designation.designatedOn.map { Phrase(en: ", designated \($0)", zh: "，\($0) 指定") }
      return Report.Node(
        Phrase(
          en: "\(designation.office): \(state.en)" + (since?.en ?? "") + (made?.en ?? ""),
          zh: "\(designation.office)：\(state.zh)" + (since?.zh ?? "") + (made?.zh ?? "")
        ),
        designation.losses.map { Report.Node($0.label) }
      )
    }
    children = member.standing.life.losses.map { Report.Node($0.label) } + children
    if let dependency = member.dependency { children.insert(node(dependency), at: 0) }
    return Report.Node(
      Phrase(
        en: "\(mark.id), classes \(classes): \(standing.en)" + (here ? "  ← this one" : ""),
        zh: "\(mark.id)，第 \(classes) 类：\(standing.zh)" + (here ? "  ← 本件" : "")
      ),
      children + more
    )
  }

  private static func node(_ dependency: Dependency) -> Report.Node {
    let end = dependency.ends.day
    if let fell = dependency.fellOn {
      return Report.Node(
        Phrase(
          en:
            "falls with its basic mark \(dependency.basis.id), which ended on \(fell), before \(end)",
          zh: "基础商标 \(dependency.basis.id) 于 \(fell) 失效，早于 \(end)，国际注册随之失效"
        )
      )
    }
    return Report.Node(
      Phrase(
        en: "depends on its basic mark \(dependency.basis.id) until \(end)",
        zh: "依附于基础商标 \(dependency.basis.id)，至 \(end)"
      )
    )
  }

  /// The rules and the members of a mark that has members.
  private static func shared(
    _ mark: Record,
    _ snapshot: Snapshot,
    _ today: Day,
    _ day: Day
  ) throws -> [Report.Block] {
    let marks = try CollectiveMarks(snapshot, today: today)
    var blocks: [Report.Block] = []
    let rules = marks.rules(of: mark.id)
    if !rules.isEmpty {
      let names = ["type", "number", "title", "inForceFrom", "inForceUntil", "text"]
      let table = try ListCommand.table(MarkRule.schema, rules, names, snapshot)
      blocks += [
        .heading(Phrase(en: "Rules of use and standards", zh: "使用管理规则与技术标准")),
        .table(Presentation.Table(columns: table.columns, rows: table.rows)),
      ]
    }
    let answers = marks.permissions(of: mark, on: day)
    let list = marks.memberList(of: mark, on: day)
    func count(_ answer: Bool?) -> Cell { .integer(Int64(answers.count { $0.answer == answer })) }
    blocks += [
      .heading(Phrase(en: "Members", zh: "成员")),
      .fields([
        Report.Field(
          "members",
          Phrase(en: "members", zh: "成员数"),
          .integer(Int64(list.members.count))
        ),
        Report.Field("mayUse", Phrase(en: "may use it", zh: "可使用"), count(true)),
        Report.Field("unknown", Phrase(en: "not known", zh: "不明"), count(nil)),
        Report.Field(
          "filedOn",
          Phrase(en: "list last filed", zh: "名单最近报备"),
          list.filed?[RightEvent.date].map { .date($0.description) } ?? .empty
        ),
      ]),
    ]
    return blocks
  }
}
