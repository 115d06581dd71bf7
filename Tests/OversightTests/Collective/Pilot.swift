import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

/// A collective mark with one member, and what happened to it.
enum Pilot {
  static let mark = collective(Rights.mark("m1", "2023-05-07"))
  static let enterprises = [
    Sample.draft(Enterprise.self, "e1", ["name": "示例协会"]),
    Sample.draft(Enterprise.self, "e2", ["name": "示例工具厂"]),
    Sample.draft(Enterprise.self, "e3", ["name": "示例五金厂"]),
  ]

  private static func collective(_ draft: Draft) -> Draft {
    var draft = draft
    draft[Trademark.kind] = .collective
    return draft
  }

  /// A membership of `e2`.
  static func membership(_ more: KeyValuePairs<String, String> = [:]) -> Draft {
    var draft = Sample.draft(Membership.self, "mem", more)
    draft[Membership.mark] = "m1"
    draft[Membership.member] = draft[Membership.member] ?? "e2"
    draft[Membership.state] = draft[Membership.state] ?? .admitted
    return draft
  }

  /// A membership that is admitted, assessed and authorised.
  static func whole(_ state: String = "admitted") -> Draft {
    membership([
      "state": state, "admittedOn": "2023-08-15", "authorisedFrom": "2023-09-01",
      "authorisedUntil": "2026-08-31", "standard": "T/SLDG 001-2023 示例标准", "meetsStandard": "yes",
      "products": "电钻,电镐", "quota": "1000",
    ])
  }

  static func event(
    _ id: String,
    _ date: String,
    _ action: MembershipAction,
    _ more: KeyValuePairs<String, String> = [:]
  ) -> Draft {
    var draft = Sample.draft(MembershipEvent.self, id, more)
    draft[MembershipEvent.membership] = "mem"
    draft[MembershipEvent.date] = PartialDate(date)
    draft[MembershipEvent.action] = action
    return draft
  }

  static func inspection(
    _ id: String,
    _ date: String,
    _ result: String,
    _ product: String? = nil
  ) -> Draft {
    var draft = Sample.draft(
      Inspection.self,
      id,
      ["membership": "mem", "date": date, "result": result]
    )
    draft[Inspection.product] = product
    return draft
  }

  static func rule(_ id: String, _ type: MarkRuleType, _ more: KeyValuePairs<String, String>)
    -> Draft
  {
    var draft = Sample.draft(MarkRule.self, id, more)
    draft[MarkRule.mark] = "m1"
    draft[MarkRule.type] = type
    return draft
  }

  static func ledger(_ drafts: [Draft]) -> Snapshot { Rights.ledger([mark] + enterprises + drafts) }

  /// Whether `e2` may use the mark: yes, no, not known.
  static func answer(_ drafts: [Draft], on date: String, product: String? = nil) throws -> String {
    let marks = try CollectiveMarks(ledger(drafts), today: day("2026-01-31"))
    let mark = marks.marks[0]
    let one = marks.permission(of: "e2", for: mark, on: day(date), product: product)
    return one.map { $0.answer.map { $0 ? "yes" : "no" } ?? "unknown" } ?? "none"
  }
}
