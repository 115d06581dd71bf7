import JSONLines
import Ledger
import Portfolio

/// A seeded ledger of a whole city: marks over twenty years, the other kinds in proportion.
///
/// Its traps: one line in twenty is a later version of an earlier record, one in a thousand is written as
/// a foreign tool would (other key order, blanks, escapes), and unknown members hold keys of ours.
struct LedgerScene {
  let marks: Int
  private var records: AwardScene
  private var random: SeededGenerator

  init(marks: Int, seed: Int) {
    self.marks = marks
    // The enterprises are a fifth of the claims that the scene of the award benchmark has.
    records = AwardScene(claims: max(5, marks / 3), seed: seed)
    random = SeededGenerator(seed: UInt64(seed) &+ 0x5EED)
  }

  /// The files and how many records each has.
  private var kinds: [(schema: Schema, count: Int)] {
    [
      (Enterprise.schema, records.enterpriseCount),
      (EnterpriseYear.schema, records.enterpriseCount),
      (Brand.schema, records.enterpriseCount), (Incident.schema, records.enterpriseCount / 10),
      (Trademark.schema, marks), (Recognition.schema, max(1, marks / 10)),
      (Patent.schema, marks / 10), (Case.schema, marks / 100),
    ]
  }

  /// Writes the ledger as one commit.
  ///
  /// - Parameter directory: Where; it must not exist yet.
  /// - Throws: ``Failure`` where a file cannot be written.
  mutating func write(to directory: String) throws {
    var commit = CommitWriter(directory)
    let rules = AwardPolicy.drafts(claims: max(1, marks / 50))
    for schema in [Policy.schema, Clause.schema, Scheme.schema] {
      let lines: [UInt8] = rules.filter { $0.schema === schema }.flatMap { $0.line + [0x0A] }
      try commit.file(schema.file) { try $0.append(lines) }
    }
    for schema in [Target.schema, Town.schema, Term.schema, Holiday.schema, Fee.schema] {
      try commit.file(schema.file) {
        try $0.append(Array((Reference.lines(for: schema) ?? "").utf8))
      }
    }
    for (schema, count) in kinds {
      try commit.file(schema.file) { file in
        var index = 0
        while index < count {
          let isRevision = index > 0 && random.below(20) == 0
          var draft = draft(of: schema, isRevision ? random.below(index) : index)
          if isRevision, schema === Enterprise.schema { draft[Enterprise.sector] = "五金工具" }
          try file.append(line(of: draft))
          if !isRevision { index += 1 }
        }
      }
    }
    try commit.finish()
  }

  private mutating func draft(of schema: Schema, _ index: Int) -> Draft {
    switch schema.kind {
    case Enterprise.schema.kind: return records.enterprise(index)
    case EnterpriseYear.schema.kind: return records.enterpriseYear(index)
    case Brand.schema.kind: return records.brand(index)
    case Incident.schema.kind: return records.incident(index)
    case Recognition.schema.kind: return recognition(index)
    case Patent.schema.kind: return patent(index)
    case Case.schema.kind: return `case`(index)
    default: return trademark(index)
    }
  }

  private mutating func trademark(_ index: Int) -> Draft {
    let year = 2005 + random.below(21)
    var draft = records.trademark(index, year: year)
    draft[Trademark.kind] = random.pick([(.ordinary, 95), (.collective, 3), (.certification, 2)])
    switch random.below(25) {
    case 0:
      draft[Trademark.registeredOn] = nil
      draft[Trademark.status] = .pending
    case 1:
      draft[Trademark.status] = .cancelled
      draft[Trademark.endedOn] = records.date(in: max(year + 1, 2020))
    default: break
    }
    return draft
  }

  private mutating func recognition(_ index: Int) -> Draft {
    let year = 2012 + random.below(14)
    var draft = records.recognition(index, year: year)
    // It follows from the day alone, so that of two titles won on one day either may count.
    draft[Recognition.validUntil] = draft[Recognition.awarded]?.day
      .flatMap { PartialDate("\($0.year + 3)-12-31") }
    return draft
  }

  private mutating func patent(_ index: Int) -> Draft {
    var draft = Draft(Patent.schema)
    let year = 2010 + random.below(15)
    let number = "\(year)1\(records.padded(index).suffix(7))"
    draft.id = RecordID("CN\(number)")
    draft[Patent.number] = number
    draft[Patent.office] = "CN"
    draft[Patent.type] = random.pick([(.invention, 3), (.utilityModel, 5), (.design, 2)])
    draft[Patent.title] = "一种示例电动工具\(index)"
    draft[Patent.owners] = [records.enterpriseID(records.owner())]
    draft[Patent.filedOn] = records.date(in: year)
    draft[Patent.grantedOn] = records.date(in: year + 1)
    draft[Patent.status] = .granted
    return draft
  }

  private mutating func `case`(_ index: Int) -> Draft {
    var draft = Draft(Case.schema)
    draft.id = RecordID("case-\(records.padded(index))")
    draft[Case.rightHolder] = records.enterpriseID(records.owner())
    draft[Case.right] = .trademark
    draft[Case.receivedOn] = records.date(in: 2015 + random.below(11))
    draft[Case.stage] = .closed
    return draft
  }

  /// The line of a record, now and then as a foreign tool would write it.
  private mutating func line(of draft: Draft) -> [UInt8] {
    let line = draft.line
    switch random.below(1000) {
    case 0: return ForeignLine(line, &random).bytes + [0x0A]
    case 1...20:
      // An unknown member whose keys and texts look like ours.
      let trap =
        #"{"agent":{"kind":"collective","owner":"91320681MB00000000","town":"320681110"},"#
        + #""note":"\"registeredOn\":\"1999-01-01\",\\","#
      return Array(trap.utf8) + line.dropFirst() + [0x0A]
    default: return line + [0x0A]
    }
  }
}
