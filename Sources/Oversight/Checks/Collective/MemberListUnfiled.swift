import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The office that registered a collective mark knows its members.
  static let memberListUnfiled = Check(
    "member-list-unfiled",
    demand: Phrase(
      en:
        "A change of the members of a collective mark is filed within the time that its rules set.",
      zh: "集体商标成员变更须在规则规定的期限内报备。"
    ),
    severity: .warning,
    ledger: { audit in
      let marks = try CollectiveMarks(audit.snapshot, today: audit.today)
      return marks.marks.compactMap { mark in
        let list = marks.memberList(of: mark, on: audit.today)
        guard let due = list.due, due.day < audit.today, !list.changes.isEmpty else { return nil }
        let names = list.changes.map { marks.name(of: $0.membership) }
        let shown = names.prefix(5)
        let more = names.count > 5 ? " …" : ""
        return Finding(
          mark,
          Phrase(
            en: "\(names.count, of: "change") of its members were to be filed by \(due.day): "
              + shown.joined(separator: ", ") + more,
            zh: "成员变更 \(names.count) 项应于 \(due.day) 前报备："
              + shown.joined(separator: "、") + more
          ),
          help: Phrase(
            en: "file 'mark members … --to-file' and enter it with 'mark file'",
            zh: "请按 mark members … --to-file 的名单报备，并用 mark file 登记"
          )
        )
      }
    }
  )
}
