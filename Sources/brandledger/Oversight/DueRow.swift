import Bilingual
import JSONLines
import Ledger
import Oversight
import Portfolio
import Presentation

/// A date as it is shown: with names beside ids.
struct DueRow {
  let date: DueDate
  let urgency: Urgency
  let daysLeft: Int
  let holder: String?
  let townID: RecordID?
  let town: String?

  init(_ date: DueDate, _ docket: Docket, _ snapshot: Snapshot) throws {
    let enterprise = try snapshot.table(Enterprise.self)[date.holder]
    try self.init(date, docket, enterprise, snapshot.table(Town.self))
  }

  private init(_ date: DueDate, _ docket: Docket, _ enterprise: Record?, _ towns: Ledger.Table) {
    self.date = date
    urgency = date.urgency(on: docket.today)
    daysLeft = date.due.day - docket.today
    holder = enterprise?[Enterprise.name] ?? date.holder?.text
    townID = enterprise?[Enterprise.town]
    town = towns[townID]?[Town.name] ?? townID?.text
  }

  /// Looks up what is shown beside some dates.
  static func rows(_ dates: [DueDate], _ docket: Docket, _ snapshot: Snapshot) throws -> [DueRow] {
    let towns = try snapshot.table(Town.self)
    var holders = try snapshot.table(Enterprise.self).records(of: dates.compactMap(\.holder))[...]
    return dates.map { date in
      DueRow(date, docket, date.holder == nil ? nil : holders.removeFirst(), towns)
    }
  }

  /// Which columns the table has.
  enum Width {
    /// Those that a person looks at.
    case usual
    /// With the end of the grace, which counts once the date has passed.
    case withGrace
    /// All, for other programs.
    case whole

    /// The width for some dates in the format of a session.
    init(_ session: Session, _ tally: DueTally) {
      self = session.outputFormat == .csv ? .whole : tally.hasGrace ? .withGrace : .usual
    }
  }

  private static let graceColumn = Column(
    "grace",
    Phrase(en: "grace until", zh: "宽展期至"),
    overflow: .keep
  )

  /// The table of dates, without rows.
  static func head(_ today: Day, _ width: Width, _ tally: DueTally) -> Presentation.Table {
    var columns = [
      Column("due", Phrase(en: "due", zh: "期限"), overflow: .keep),
      Column("daysLeft", Phrase(en: "days left", zh: "剩余天数"), .trailing),
      Column("urgency", Phrase(en: "urgency", zh: "紧急程度")),
      Column("kind", Phrase(en: "kind", zh: "类别")),
      Column("subject", Phrase(en: "what", zh: "事项")),
      Column("holder", Phrase(en: "holder", zh: "权利人")),
      Column("town", Phrase(en: "town", zh: "镇区")),
      Column("costFen", Phrase(en: "to pay (CNY)", zh: "应缴（元）"), .trailing),
      Column("record", Phrase(en: "record", zh: "记录"), overflow: .keep),
    ]
    switch width {
    case .usual: break
    case .withGrace: columns.insert(graceColumn, at: 1)
    case .whole:
      columns += [
        Column("opens", Phrase(en: "opens", zh: "可办理起")),
        graceColumn,
        Column("action", Phrase(en: "action", zh: "办理事项")),
        Column("provisional", Phrase(en: "provisional", zh: "暂定")),
      ]
    }
    var table = Presentation.Table(
      title: Phrase(en: "due on \(today)", zh: "到期事项（\(today)）"),
      columns: columns
    )
    if width != .whole { table.notes = tally.notes }
    return table
  }

  private var subject: Cell {
    guard date.source.namesAction else { return .text(date.subject) }
    let phrase = Phrase(
      en: "\(date.action.en): \(date.subject)",
      zh: "\(date.action.zh)：\(date.subject)"
    )
    return .phrase(phrase, code: date.subject)
  }

  /// The cells of the table.
  func cells(_ width: Width) -> [Cell] {
    let mark = date.isProvisional && width != .whole ? "?" : ""
    let grace: Cell = date.grace.map { .date($0.day.description + mark) } ?? .empty
    var cells: [Cell] = [
      .date(date.due.day.description + mark),
      .integer(Int64(daysLeft)),
      .phrase(urgency.label, code: urgency.rawValue),
      .phrase(date.source.label, code: date.source.name),
      subject,
      holder.map { .text($0) } ?? .empty,
      town.map { .text($0) } ?? .empty,
      (try? date.cost?.total()).map { .money(fen: $0.fen) } ?? .empty,
      .text(date.record.id.text),
    ]
    switch width {
    case .usual: break
    case .withGrace: cells.insert(grace, at: 1)
    case .whole:
      cells += [
        date.opens.map { .date($0.description) } ?? .empty,
        grace,
        .phrase(date.action, code: date.source.name),
        .boolean(date.isProvisional),
      ]
    }
    return cells
  }

  /// The date for other programs.
  var json: JSONValue {
    func day(_ day: Day?) -> JSONValue { day.map { .string($0.description) } ?? .null }
    return .object([
      JSONMember("kind", .string(date.source.name)),
      JSONMember("record", .string(date.record.id.text)),
      JSONMember("recordKind", .string(date.record.schema.kind)),
      JSONMember("key", date.key.isEmpty ? .null : .string(date.key)),
      JSONMember("due", day(date.due.day)),
      JSONMember("daysLeft", .integer(Int64(daysLeft))),
      JSONMember("urgency", .string(urgency.rawValue)),
      JSONMember("opens", day(date.opens)),
      JSONMember("grace", day(date.grace?.day)),
      JSONMember("provisional", .boolean(date.isProvisional)),
      JSONMember("subject", .string(date.subject)),
      JSONMember("holder", date.holder.map { .string($0.text) } ?? .null),
      JSONMember("holderName", holder.map { .string($0) } ?? .null),
      JSONMember("town", townID.map { .string($0.text) } ?? .null),
      JSONMember("feeFen", date.cost?.fee.json ?? .null),
      JSONMember("lateFeeFen", date.cost?.late.json ?? .null),
      JSONMember("term", date.term.map { .string($0.id.text) } ?? .null),
      JSONMember("article", date.term.map { .string($0.article.zh) } ?? .null),
      JSONMember(
        "action",
        .object([
          JSONMember("en", .string(date.action.en)), JSONMember("zh", .string(date.action.zh)),
        ])
      ),
    ])
  }
}
