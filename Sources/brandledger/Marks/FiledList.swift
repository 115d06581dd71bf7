import Bilingual
import Ledger
import Oversight
import Portfolio
import Presentation

/// The list of the members of a mark for the office that registered it.
enum FiledList {
  static func table(
    _ mark: Record,
    _ marks: CollectiveMarks,
    _ day: Day,
    _ session: Session
  ) throws -> Presentation.Table {
    let list = marks.memberList(of: mark, on: day)
    let title = mark[Trademark.mark] ?? mark.id.text
    var table = Presentation.Table(
      title: Phrase(
        en: "members of '\(title)' (\(mark.id)) to be filed, \(day)",
        zh: "“\(title)”（\(mark.id)）成员名单（报备用） \(day)"
      ),
      columns: [
        Column("member", Phrase(en: "member", zh: "成员"), overflow: .wrap),
        Column("code", Phrase(en: "credit code", zh: "统一社会信用代码"), overflow: .keep),
        Column("address", Phrase(en: "address", zh: "地址"), overflow: .wrap),
        Column("admittedOn", Phrase(en: "admitted", zh: "加入日期"), overflow: .keep),
        Column("change", Phrase(en: "change", zh: "变更"), overflow: .wrap),
        Column("changedOn", Phrase(en: "changed on", zh: "变更日期"), overflow: .keep),
      ]
    )
    let changed = try changed(list, marks, session)
    let left = list.changes.filter { !$0.hasJoined }.map(\.membership)
    for membership in list.members + left {
      let enterprise = marks.enterprises[membership[Membership.member]]
      let change = list.changes.first { $0.membership.id == membership.id }
      let said =
        change.map { $0.hasJoined ? Phrase(en: "joined", zh: "新增") : Phrase(en: "left", zh: "退出") }
        ?? enterprise.flatMap { changed[$0.id] }
      table.append([
        .text(marks.name(of: membership)),
        enterprise?[Enterprise.creditCode].map { .text($0) } ?? .empty,
        enterprise?[Enterprise.address].map { .text($0) } ?? .empty,
        membership[Membership.admittedOn].map { .date($0.description) } ?? .empty,
        said.map { .phrase($0, code: $0.en) } ?? .empty,
        change?.date.map { .date($0.description) } ?? .empty,
      ])
    }
    let filed = list.filed?[RightEvent.date]?.description
    table.notes = [
      Phrase(
        en: filed.map { "last filed on \($0)" } ?? "never filed, so every member is new",
        zh: filed.map { "上次报备：\($0)" } ?? "尚未报备，全部列为新增"
      )
    ]
    if let due = list.due, !list.changes.isEmpty {
      table.notes.append(
        Phrase(en: "to be filed by \(due.day), by the rules of use", zh: "按使用管理规则应于 \(due.day) 前报备")
      )
    }
    Failure.tell(blanks(list.members, marks), session)
    return table
  }

  /// What the ledger knew otherwise of members on the day of the last filing, or when that was entered.
  private static func changed(
    _ list: MemberList,
    _ marks: CollectiveMarks,
    _ session: Session
  ) throws -> [RecordID: Phrase] {
    guard let filed = list.filed, let day = filed[RightEvent.date]?.last else { return [:] }
    let filings = try session.store.history(of: [filed.id], in: RightEvent.schema)
    guard let entered = filings[filed.id]?.first?.commit.number else { return [:] }
    let members = Set(list.members.compactMap { $0[Membership.member] })
    let versions = try session.store.history(of: members, in: Enterprise.schema)
    return versions.compactMapValues { versions in
      let known = versions.filter { $0.commit.number <= entered }
      let then = known.last { $0.at.day <= day.ordinal } ?? known.last
      guard case .record(let old)? = then?.entry, let now = marks.enterprises[old.id] else {
        return nil
      }
      return difference(old, now)
    }
  }

  /// The name and the address that changed, with what they were.
  private static func difference(_ old: Record, _ now: Record) -> Phrase? {
    let parts = [Enterprise.name, Enterprise.address].filter { old[$0] != now[$0] }.map { field in
      let label = field.definition.label
      return Phrase(
        en: label.en + (old[field].map { ", was \($0)" } ?? ", was blank"),
        zh: label.zh + "变更" + (old[field].map { "（原\($0)）" } ?? "（原空缺）")
      )
    }
    guard !parts.isEmpty else { return nil }
    return Phrase(
      en: parts.map(\.en).joined(separator: "; "),
      zh: parts.map(\.zh).joined(separator: "；")
    )
  }

  /// What the list leaves blank.
  private static func blanks(_ members: [Record], _ marks: CollectiveMarks) -> [Diagnostic] {
    [Enterprise.creditCode, Enterprise.address].compactMap { field in
      let names = members.filter { marks.enterprises[$0[Membership.member]]?[field] == nil }
        .map(marks.name(of:))
      guard !names.isEmpty else { return nil }
      let label = field.definition.label
      return Diagnostic(
        "member-list-blank",
        Phrase(
          en: "no \(label.en) is on record of " + names.joined(separator: ", "),
          zh: "未登记\(label.zh)：" + names.joined(separator: "、")
        ),
        help: Phrase(
          en:
            "fill it with 'brandledger set enterprise … \(field.definition.name)=…' before filing",
          zh: "报备前请用 set enterprise … \(label.zh)=… 补填"
        ),
        severity: .warning
      )
    }
  }
}
