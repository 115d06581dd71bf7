import Bilingual
import JSONLines
import Ledger
import Oversight
import Portfolio

/// Ledgers of trademarks and patents under the law that `init` brings.
enum Rights {
  private static let law = Snapshot(Kinds.catalog, commit: 1) { schema in
    let isLaw = schema === Term.schema || schema === Holiday.schema || schema === Scheme.schema
    let bytes = Bytes(Array((isLaw ? Reference.lines(for: schema) ?? "" : "").utf8))
    return try Table(schema, reading: bytes, count: bytes.count)
  }

  /// Makes a ledger.
  static func ledger(_ drafts: [Draft]) -> Snapshot { law.applying(drafts.map { .put($0) }) }

  /// A mark registered in China.
  static func mark(
    _ id: String,
    _ registered: String = "2020-03-05",
    _ more: KeyValuePairs<String, String> = [:]
  ) -> Draft {
    var draft = Sample.draft(Trademark.self, id, more)
    draft[Trademark.office] = "CN"
    draft[Trademark.number] = id
    draft[Trademark.mark] = "例海"
    draft[Trademark.owner] = draft[Trademark.owner] ?? "e1"
    draft[Trademark.route] = .domestic
    draft[Trademark.classes] = draft[Trademark.classes] ?? [7]
    draft[Trademark.filedOn] = PartialDate("2007-01-01")
    draft[Trademark.registeredOn] = PartialDate(registered)
    draft[Trademark.status] = draft[Trademark.status] ?? .registered
    return draft
  }

  /// The mark `m1`, filed in January 2025 and not registered yet.
  static let pending: Draft = {
    var mark = Rights.mark("m1")
    mark[Trademark.filedOn] = PartialDate("2025-01-10")
    mark[Trademark.registeredOn] = nil
    mark[Trademark.status] = .pending
    return mark
  }()

  /// An international registration that rests on the mark `m1`.
  static func international(
    _ id: String = "ir",
    _ registered: String = "2023-01-03",
    designating offices: [String] = ["JP", "US"]
  ) -> Draft {
    var draft = mark(id, registered)
    draft[Trademark.office] = "WO"
    draft[Trademark.route] = .madrid
    draft[Trademark.basicMark] = "m1"
    draft[Trademark.designations] = offices
    return draft
  }

  /// A patent.
  static func patent(
    _ filed: String,
    _ granted: String?,
    _ more: KeyValuePairs<String, String> = [:]
  ) -> Draft {
    var draft = Sample.draft(Patent.self, "p1", more)
    draft[Patent.type] = draft[Patent.type] ?? .invention
    draft[Patent.owners] = draft[Patent.owners] ?? ["e1"]
    draft[Patent.filedOn] = PartialDate(filed)
    draft[Patent.grantedOn] = granted.flatMap { PartialDate($0) }
    draft[Patent.status] = granted == nil ? .pending : .granted
    return draft
  }

  /// An event of a right.
  static func event(
    _ id: String,
    of right: String,
    _ date: String,
    _ action: RightAction,
    _ more: KeyValuePairs<String, String> = [:]
  ) -> Draft {
    var draft = Sample.draft(RightEvent.self, id, more)
    if right.hasPrefix("p") {
      draft[RightEvent.patent] = RecordID(right)
    } else {
      draft[RightEvent.trademark] = RecordID(right)
    }
    draft[RightEvent.date] = PartialDate(date)
    draft[RightEvent.action] = action
    return draft
  }

  /// The names of what the checks find.
  static func findings(_ drafts: [Draft], _ check: String, on today: String) throws -> [String] {
    try Checks.run(ledger(drafts), today: day(today), names: [check]).map(\.message.en)
  }
}
