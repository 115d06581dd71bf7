import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio

/// What the mark commands share.
enum MarkOptions {
  static let mark = Argument(
    .text(Phrase(en: "MARK", zh: "商标")),
    help: Phrase(
      en: "The mark: its id such as CN/99000046, its number, or how it is written",
      zh: "商标的编号（如 CN/99000046）、注册号或商标文字"
    )
  )
  static let member = Argument(
    .text(Phrase(en: "MEMBER", zh: "成员")),
    help: Phrase(
      en: "The member's name or credit code, or the id of the membership",
      zh: "成员企业名称、统一社会信用代码，或成员关系编号"
    )
  )
  static let day = Option(
    "on",
    Values.day,
    help: Phrase(en: "The day on which it took effect; else today", zh: "生效日期；默认为今天")
  )
  static let asked = Option(
    "on",
    Values.day,
    help: Phrase(en: "The day that is asked about; else today", zh: "查询日期；默认为今天")
  )
  static let text = Option(
    "text",
    .text(Phrase(en: "TEXT", zh: "说明")),
    short: "t",
    help: Phrase(en: "Why, or what happened, in words", zh: "理由或情况说明")
  )
  static let papers = Option(
    repeated: "paper",
    .text(Phrase(en: "PAPER", zh: "材料")),
    help: Phrase(en: "A paper on which it rests, such as a test report", zh: "依据材料，如检测报告")
  )
  static let products = Option(
    repeated: "product",
    .text(Phrase(en: "PRODUCT", zh: "产品")),
    help: Phrase(en: "A product that may bear the mark", zh: "可使用商标的产品")
  )
  static let product = Option(
    "product",
    .text(Phrase(en: "PRODUCT", zh: "产品")),
    help: Phrase(en: "Only for this product", zh: "仅就该产品")
  )
  static let standard = Option(
    "standard",
    .text(Phrase(en: "STANDARD", zh: "标准")),
    help: Phrase(
      en: "The technical standard; else the one in force for the mark",
      zh: "技术标准；默认为该商标现行标准"
    )
  )
  static let meets = Option(
    "meets",
    Values.yesOrNo,
    help: Phrase(en: "Whether the standard is met", zh: "是否达标")
  )
  static let year = Option(
    "year",
    Values.year,
    short: "y",
    help: Phrase(en: "The year; else the last one", zh: "年度；默认为上一年")
  )

  static func entry(_ session: Session, _ arguments: Arguments) -> MembershipEntry {
    MembershipEntry(
      arguments[day] ?? session.today,
      by: session.author,
      text: arguments[text],
      papers: arguments[papers]
    )
  }
}

extension Session {
  /// Finds a mark that has members; its name alone is enough where other marks are called so too.
  func sharedMark(_ text: String, _ marks: CollectiveMarks, in snapshot: Snapshot) throws -> Record
  {
    let key = Folding.key(text)
    let named = marks.marks.filter { Folding.key($0[Trademark.mark] ?? "") == key }
    if let only = named.first, named.count == 1 { return only }
    let mark = try record(text, Trademark.schema, in: snapshot)
    guard !CollectiveMarks.isShared(mark) else { return mark }
    let names = marks.marks.compactMap { $0[Trademark.mark] }
    throw Diagnostics(
      Diagnostic(
        "mark-without-members",
        Phrase(
          en: "'\(text)' (\(mark.id)) is an ordinary mark and has no members",
          zh: "“\(text)”（\(mark.id)）为普通商标，没有成员"
        ),
        help: Phrase(
          en: names.isEmpty
            ? "add a mark with kind=collective or kind=certification"
            : "marks with members: " + names.joined(separator: ", "),
          zh: names.isEmpty
            ? "请添加种类为集体商标或证明商标的商标" : "有成员的商标：" + names.joined(separator: "、")
        )
      )
    )
  }

  /// Finds a membership in a mark by the member's name or code, or by its own id.
  func membership(
    _ text: String,
    in mark: Record,
    _ desk: MembershipDesk,
    _ snapshot: Snapshot
  ) throws -> Record {
    if let own = desk.marks.memberships[RecordID(text)], own[Membership.mark] == mark.id {
      return own
    }
    let enterprise = try record(text, Enterprise.schema, in: snapshot)
    if let found = desk.membership(of: enterprise.id, in: mark.id) { return found }
    let name = enterprise[Enterprise.name] ?? text
    let title = mark[Trademark.mark] ?? mark.id.text
    throw Diagnostics(
      Diagnostic(
        "no-such-member",
        Phrase(en: "\(name) is no member of '\(title)'", zh: "\(name) 不是“\(title)”的成员"),
        help: Phrase(
          en:
            "'brandledger mark admit' admits it; 'brandledger mark members \(title)' lists the members",
          zh: "可用 mark admit 准入；mark members \(title) 列出成员"
        )
      )
    )
  }
}
