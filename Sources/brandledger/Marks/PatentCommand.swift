import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio
import Presentation

/// `patent …`: patents, their families, owners and lives.
enum PatentCommand {
  static let command = Command<World>(
    "patent",
    section: Section.work,
    summary: Phrase(
      en: "Follow patents: families, annuities, lapse and restoration, pledges",
      zh: "管理专利：同族、年费、终止与恢复、质押许可"
    ),
    examples: [
      Example(
        "brandledger patent show 202019900002.9",
        Phrase(en: "A patent with its family and its life", zh: "查看专利的同族与经过")
      ),
      Example(
        "brandledger patent event 202019900002.9 annuity-paid --patent-year 7 --on 2026-05-06",
        Phrase(en: "Enter a payment", zh: "登记缴纳年费")
      ),
    ],
    subcommands: { [show, RightEventCommand.patent] }
  )

  static let show = Command<World>(
    "show",
    summary: Phrase(en: "Show a patent with its family and its life", zh: "显示专利及其同族与经过"),
    examples: [
      Example(
        "brandledger patent show 202019900002.9 --on 2025-12-31",
        Phrase(en: "As it stood on a day", zh: "查看某日的状态")
      )
    ],
    arguments: [RightEventCommand.right],
    options: [MarkOptions.asked]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let patent = try session.record(arguments[RightEventCommand.right], Patent.schema, in: snapshot)
    let day = arguments[MarkOptions.asked] ?? session.today
    let book = try RightBook(snapshot)
    let life = book.life(of: patent, on: day)
    var blocks: [Report.Block] = [try RightReports.fields(patent, snapshot)]
    blocks.append(.fields(try standing(patent, life, book, day, snapshot)))
    blocks += family(patent, book, day)
    blocks += try RightReports.burdens(life, snapshot)
    blocks += try RightReports.life(patent, book, snapshot)
    let title = patent[Patent.title] ?? ""
    try session.show(
      Report(title: Phrase(en: "\(patent.id) \(title)", zh: "\(patent.id) \(title)"), blocks)
    )
    return nil
  }

  private static func standing(
    _ patent: Record,
    _ life: RightLife,
    _ book: RightBook,
    _ day: Day,
    _ snapshot: Snapshot
  ) throws -> [Report.Field] {
    let standing = book.standing(of: patent, on: day).label
    var fields = [
      Report.Field(
        "standing",
        Phrase(en: "on \(day)", zh: "\(day)"),
        .phrase(standing, code: standing.en)
      )
    ]
    let enterprises = try snapshot.table(Enterprise.self)
    let shares = patent[Patent.shares] ?? []
    let owners = life.owners.enumerated().map { index, id in
      let name = enterprises[id]?[Enterprise.name] ?? id.text
      let isPresent = patent[Patent.owners] == life.owners && index < shares.count
      return isPresent ? "\(name) \(shares[index])%" : name
    }
    fields.append(
      Report.Field("ownersThen", Phrase(en: "owners then", zh: "当时权利人"), .texts(owners))
    )
    if let end = book.termEnds(of: patent, life)?.upperBound {
      fields.append(
        Report.Field("termEnd", Phrase(en: "term until", zh: "保护期至"), .date(end.description))
      )
    }
    if let next = book.nextAnnuity(of: patent, on: day) {
      fields += [
        Report.Field(
          "nextAnnuityYear",
          Phrase(en: "next annuity, for year", zh: "下一年费年度"),
          .integer(Int64(next.year))
        ),
        Report.Field(
          "nextAnnuityDue",
          Phrase(en: "due on", zh: "缴费期限"),
          .date(next.due.day.description)
        ),
      ]
    }
    return fields
  }

  /// The other patents of the family, a line each.
  private static func family(_ patent: Record, _ book: RightBook, _ day: Day) -> [Report.Block] {
    guard let key = patent[Patent.family] else { return [] }
    let others = book.patents.records.filter { $0[Patent.family] == key && $0.id != patent.id }
    guard !others.isEmpty else { return [] }
    let nodes = others.map { other in
      let standing = book.standing(of: other, on: day).label
      let office = other[Patent.office] ?? "CN"
      let type = other[Patent.type]?.choice.label ?? Phrase(en: "", zh: "")
      return Report.Node(
        Phrase(
          en: "\(office) \(other.id), \(type.en): \(standing.en)",
          zh: "\(office) \(other.id)，\(type.zh)：\(standing.zh)"
        )
      )
    }
    return [.heading(Phrase(en: "Family \(key)", zh: "同族 \(key)")), .tree(nodes)]
  }
}
