import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Tries other values where a claim fails, and computes the round anew with each.
struct RemedySearch {
  /// How many rounds are computed for one claim at most.
  private static let limit = 48
  /// How many values may have to change together.
  private static let depth = 3

  private let claim: Claim
  let year: Int
  let snapshot: Snapshot
  private let archive: Archive
  let book: PolicyBook
  private var window: ClosedRange<Day>? { rules?.window.days(ofRound: year) }
  let rules: RuleSet?

  init(_ claim: Claim, year: Int, _ snapshot: Snapshot) throws {
    self.claim = claim
    self.year = year
    self.snapshot = snapshot
    archive = Archive(snapshot: snapshot)
    book = try PolicyBook(snapshot)
    rules = book.ruleSets.first { $0.id == claim.policy }
  }

  /// Goes from obstacle to obstacle: first what clears one alone, then what clears the next besides.
  ///
  /// - Parameter application: The application that the claim lacks, see ``application(for:)``.
  /// - Returns: The ways that were found; where there is none, how far the best trial came.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  func remedies(with application: (change: Prospect.Change, record: Record)?) throws
    -> (found: [Prospect.Remedy], shortfall: Prospect.Shortfall?)
  {
    var changes: [Prospect.Change] = []
    var records: [RecordID: Record] = [:]
    var current = claim
    var tries = 0
    if let (change, record) = application, let after = try computed([record]) {
      tries += 1
      changes.append(change)
      if after.outcome == .eligible {
        return ([Prospect.Remedy(changes: changes, amount: after.amount)], nil)
      }
      records[record.id] = record
      current = after
    }
    for _ in 0..<Self.depth {
      guard let need = current.needs.first, need.kind != .decision else { break }
      var found: [Prospect.Remedy] = []
      var next: (change: Prospect.Change, record: Record, claim: Claim)?
      for change in try candidates(for: need, records) where tries < Self.limit {
        tries += 1
        guard let record = try changed(change, records) else { continue }
        var trial = records
        trial[record.id] = record
        guard let after = try computed(Array(trial.values)) else { continue }
        if after.outcome == .eligible {
          found.append(Prospect.Remedy(changes: changes + [change], amount: after.amount))
        } else if next == nil, !after.needs.contains(where: { $0.clause == need.clause }) {
          next = (change, record, after)
        }
      }
      if !found.isEmpty { return (found, nil) }
      guard let next else { break }
      changes.append(next.change)
      records[next.record.id] = next.record
      current = next.claim
    }
    guard tries > 0 else { return ([], nil) }
    let rest = changes.isEmpty ? nil : current.needs.first
    return ([], Prospect.Shortfall(changes: changes, clause: rest?.clause, reason: rest?.demand))
  }

  /// The same claim on the ledger with other records; `nil` where there is none any more.
  private func computed(_ records: [Record]) throws -> Claim? {
    let round = try? Round(
      year: year,
      policies: [claim.policy],
      book: book,
      snapshot: snapshot.assuming(records: records),
      traces: .all
    )
    return round?.claims.first { $0.id == claim.id }
  }

  private func changed(
    _ change: Prospect.Change,
    _ records: [RecordID: Record]
  ) throws -> Record? {
    guard let record = try records[change.record] ?? archive.record(change.record),
      let field = record.schema.fields.first(where: { $0.name == change.field })
    else { return nil }
    var draft = Draft(copying: record)
    draft[field] = change.after
    return draft.record(at: record.place)
  }

  /// Other values for what stands in the way: the field's own codes, and values that the clause names.
  private func candidates(
    for need: Need,
    _ records: [RecordID: Record]
  ) throws -> [Prospect.Change] {
    let words = try archive.record(need.clause)?[Clause.arguments]?.scalars ?? []
    var changes: [Prospect.Change] = []
    for input in need.inputs {
      guard let record = try records[input.record] ?? archive.record(input.record),
        // An earlier payout is what it is.
        record.schema !== Award.schema,
        let field = Self.field(of: input, record),
        !changes.contains(where: { $0.record == record.id && $0.field == field.name })
      else { continue }
      let before = record[field]
      // Who won what, and when, is what it is; the day of an application may be another next time.
      if before != nil, isGiven(field), record.schema !== Application.schema { continue }
      for after in try values(of: field, record, words) where after != before {
        changes.append(
          Prospect.Change(
            record: record.id,
            field: field.name,
            label: field.label,
            before: before,
            after: after,
            text: Self.text(field, record, from: before, to: after)
          )
        )
      }
    }
    return changes
  }

  /// Whether a field tells a day, or names other records.
  private func isGiven(_ field: FieldDefinition) -> Bool {
    switch field.type.form {
    case .date, .reference: true
    case .list(let element): element.isReference
    default: false
    }
  }

  /// The field that may be another; what happened is what it is, and may be resolved.
  private static func field(of input: Input, _ record: Record) -> FieldDefinition? {
    record.schema === Incident.schema
      ? Incident.resolvedOn.definition : record.schema.fields.first { $0.name == input.field }
  }

  private func values(
    of field: FieldDefinition,
    _ record: Record,
    _ words: [JSONValue]
  ) throws -> [JSONValue] {
    if record.schema === Incident.schema {
      return [claim.date?.first].compactMap(\.self).map { .string($0.description) }
    }
    let asked =
      record.schema === Application.schema
      ? try demanded(in: field, of: record, for: claim) : []
    return try asked + values(of: field, words).filter { !asked.contains($0) }
  }

  private func values(of field: FieldDefinition, _ words: [JSONValue]) throws -> [JSONValue] {
    switch field.type.form {
    case .choice(let choices): return choices.map { .string($0.code) }
    case .boolean: return [.boolean(true), .boolean(false)]
    case .date: return days(words).map { .string($0.description) }
    case .money: return words.compactMap { $0.string.flatMap { Money(typed: $0)?.json } }
    // The first of a row is what most clauses ask for.
    case .integer: return words.filter { $0.integer != nil } + [.integer(1)]
    case .text: return words.filter { $0.string != nil && field.type.check($0) == nil }
    case .reference(let kind):
      guard let schema = snapshot.catalog[kind],
        let first = try snapshot.table(schema).records.first
      else { return [] }
      return [.string(first.id.text)]
    case .list(let element) where element.isReference: return try references(element)
    case .list(let element):
      return words.filter { element.check($0) == nil }.map { .array([$0]) }
    case .object: return []
    }
  }

  /// The end of the window, and days so many years before it as the clause names.
  private func days(_ words: [JSONValue]) -> [Day] {
    guard let window else { return [] }
    let years = words.compactMap(\.integer).filter { (1...100).contains($0) }
    return [window.upperBound]
      + years.map { window.lowerBound.adding(months: -12 * Int($0)).day }
  }

  private func references(_ element: FieldType) throws -> [JSONValue] {
    guard case .reference(let kind) = element.form, let schema = snapshot.catalog[kind],
      let first = try snapshot.table(schema).records.first
    else { return [] }
    return [.array([.string(first.id.text)])]
  }

  private static func text(
    _ field: FieldDefinition,
    _ record: Record,
    from before: JSONValue?,
    to after: JSONValue
  ) -> Phrase {
    let new = field.words(of: after)
    // Any record or day would do; one was tried.
    var isSample = false
    switch field.type.form {
    case .reference, .date: isSample = true
    default: break
    }
    let old = before.map(field.words)
    return Phrase(
      en: "\(field.label.en) of \(record.id) = \(isSample ? "for instance " : "")\(new.en)"
        + (old.map { ", not \($0.en)" } ?? ""),
      zh: "\(record.id) 的\(field.label.zh)为\(isSample ? "（例如）" : "")\(new.zh)"
        + (old.map { "（现为\($0.zh)）" } ?? "")
    )
  }
}

extension FieldType {
  /// Whether its values are ids of records.
  fileprivate var isReference: Bool {
    if case .reference = form { true } else { false }
  }
}

extension JSONValue {
  /// All texts, numbers and truth values in it, each once.
  fileprivate var scalars: [JSONValue] {
    var found: [JSONValue] = []
    func visit(_ value: JSONValue) {
      switch value {
      case .array(let elements): for element in elements { visit(element) }
      case .object(let members): for member in members { visit(member.value) }
      case .null: break
      default: if !found.contains(value) { found.append(value) }
      }
    }
    visit(self)
    return found
  }
}
