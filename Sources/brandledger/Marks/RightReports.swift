import Bilingual
import Ledger
import Oversight
import Portfolio
import Presentation

/// What the reports of marks and patents share: their fields, their lives, what burdens them.
enum RightReports {
  /// All fields of a record that have a value.
  static func fields(_ record: Record, _ snapshot: Snapshot) throws -> Report.Block {
    .fields(
      try record.schema.fields.compactMap { field in
        let cell = RecordCells.cell(try FieldPath(field.name, record.schema, snapshot), record)
        return cell == .empty ? nil : Report.Field(field.name, field.label, cell)
      }
    )
  }

  /// The events of a right as a table under a heading; nothing where there are none.
  static func life(_ right: Record, _ book: RightBook, _ snapshot: Snapshot) throws
    -> [Report.Block]
  {
    let events = book.events(of: right)
    guard !events.isEmpty else { return [] }
    let wanted = [
      "date", "action", "office", "classes", "part", "year", "amountFen", "parties", "until",
      "document", "text",
    ]
    let names = wanted.filter { name in
      RightEvent.schema.field(named: name).map { field in
        field.isRequired || events.contains { $0.has(field) }
      } ?? false
    }
    let table = try ListCommand.table(RightEvent.schema, events, names, snapshot)
    return [
      .heading(Phrase(en: "What happened", zh: "经过")),
      .table(Presentation.Table(columns: table.columns, rows: table.rows)),
    ]
  }

  /// The licences and pledges that run, a line each.
  static func burdens(_ life: RightLife, _ snapshot: Snapshot) throws -> [Report.Block] {
    let enterprises = try snapshot.table(Enterprise.self)
    func nodes(_ bonds: [RightLife.Bond], _ what: Phrase) -> [Report.Node] {
      bonds.map { bond in
        let names = bond.parties.map { enterprises[$0]?[Enterprise.name] ?? $0.text }
        let until = bond.until.map { Phrase(en: " until \($0)", zh: " 至 \($0)") }
        return Report.Node(
          Phrase(
            en: "\(what.en) \(names.joined(separator: ", ")), \(bond.from)" + (until?.en ?? ""),
            zh: "\(what.zh) \(names.joined(separator: "、"))，\(bond.from)" + (until?.zh ?? " 起")
          )
        )
      }
    }
    let all =
      nodes(life.licences, Phrase(en: "licensed to", zh: "许可"))
      + nodes(life.pledges, Phrase(en: "pledged to", zh: "质押予"))
    guard !all.isEmpty else { return [] }
    return [.heading(Phrase(en: "Licences and pledges", zh: "在续许可与质押")), .tree(all)]
  }
}
