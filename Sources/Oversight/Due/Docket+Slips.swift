public import Ledger
import Portfolio

extension Docket {
  /// What finds a date again: of a hundred thousand dates only this is kept.
  public struct Slip: Sendable {
    /// The source and the row of the record.
    let source: Int32
    let row: Int32
    /// The place among the dates that the source finds there.
    let place: Int32
    /// The day on which it is due, counted.
    fileprivate let day: Int32
    /// How urgent it is today.
    public let urgency: Urgency
    /// Whether it may still move.
    public let isProvisional: Bool

    fileprivate func of(_ row: Int) -> Slip {
      Slip(
        source: source,
        row: Int32(row),
        place: place,
        day: day,
        urgency: urgency,
        isProvisional: isProvisional
      )
    }
  }

  /// Which dates are wanted; of millions most are not.
  public struct Choice: Sendable {
    let isOf: (@Sendable (RecordID?) throws -> Bool)?
    let accepts: @Sendable (DueDate) throws -> Bool

    /// Makes a choice.
    ///
    /// - Parameters:
    ///   - isOf: Whether the dates of a holder are wanted; all where it is not asked.
    ///   - accepts: Whether a date is wanted by all else, whoever holds it and whatever it is about.
    public init(
      of isOf: (@Sendable (RecordID?) throws -> Bool)? = nil,
      where accepts: @escaping @Sendable (DueDate) throws -> Bool = { _ in true }
    ) {
      self.isOf = isOf
      self.accepts = accepts
    }
  }

  /// Finds the dates of all records.
  ///
  /// - Parameters:
  ///   - sources: The names of the sources to ask; all where none is named.
  ///   - choice: Which dates are wanted.
  /// - Returns: The dates in order of time.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  public func dates(from sources: [String] = [], _ choice: Choice = Choice()) throws -> [DueDate] {
    try slips(from: sources, choice).map(date)
  }

  /// Finds the dates of all records, on all cores, and keeps what finds each of them again.
  ///
  /// - Parameters:
  ///   - sources: The names of the sources to ask; all where none is named.
  ///   - choice: Which dates are wanted.
  /// - Returns: What to ask ``date(_:)`` for, in order of time, of the sources and of the records.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  public func slips(from sources: [String] = [], _ choice: Choice) throws -> [Slip] {
    let all = DueSources.all
    let asked = all.indices.filter { sources.isEmpty || sources.contains(all[$0].name) }
    var slips: [Slip] = []
    // Each record is read once for all sources that look at its kind.
    for (first, source) in asked.enumerated()
    where !asked[..<first].contains(where: { all[$0].schema === all[source].schema }) {
      let schema = all[source].schema
      let alike = asked.filter { all[$0].schema === schema }
      let single = alike.filter { all[$0].likeness == nil }
      if !single.isEmpty {
        slips += try snapshot.table(schema).flatMapRows { row, record in
          try self.slips(of: record, row, single, choice)
        }
      }
      let grouped = alike.filter { all[$0].likeness != nil }
      if let likeness = grouped.first.flatMap({ all[$0].likeness }) {
        slips += try self.slips(schema, likeness, grouped, choice)
      }
    }
    return slips.sorted { a, b in
      (a.day, a.source, a.row, a.place) < (b.day, b.source, b.row, b.place)
    }
  }

  /// The dates of one record.
  private func slips(
    of record: Record,
    _ row: Int,
    _ sources: [Int],
    _ choice: Choice,
    ofAnybody: Bool = false
  ) throws -> [Slip] {
    try sources.flatMap { index in
      try DueSources.all[index].find(record, self).enumerated().compactMap { place, date in
        guard try choice.accepts(date), try ofAnybody || choice.isOf?(date.holder) ?? true else {
          return nil
        }
        return Slip(
          source: Int32(index),
          row: Int32(row),
          place: Int32(place),
          day: Int32(date.due.day.ordinal),
          urgency: date.urgency(on: today),
          isProvisional: date.isProvisional
        )
      }
    }
  }

  /// The dates of records that are alike, worked out once for all that agree; others one by one.
  private func slips(
    _ schema: Schema,
    _ likeness: DueSource.Likeness,
    _ sources: [Int],
    _ choice: Choice
  ) throws -> [Slip] {
    let table = try snapshot.table(schema)
    let exceptions = table.rows(of: likeness.exceptions(self))
    let isException = Set(exceptions)
    let holder = likeness.holder.definition
    let columns = try snapshot.columns(
      schema,
      likeness.fields + (choice.isOf == nil ? [] : [holder])
    )
    let parts = Workers.mapParts(of: columns.rows, ifMoreThan: 10_000) { all in
      Result { () throws -> [Slip] in
        let rows = isException.isEmpty ? Array(all) : all.filter { !isException.contains($0) }
        let groups = columns.groups(by: likeness.fields, in: rows[...])
        let samples = try groups.samples.map { row -> [Slip]? in
          let record = try columns.record(row)
          guard likeness.holds(record) else { return nil }
          return try self.slips(of: record, row, sources, choice, ofAnybody: true)
        }
        let isWanted = try Holders(columns, likeness.holder, rows, choice)
        var found: [Slip] = []
        for (index, row) in rows.enumerated() {
          guard let alike = samples[Int(groups.places[index])] else {
            found += try self.slips(of: columns.record(row), row, sources, choice)
            continue
          }
          guard !alike.isEmpty, isWanted[index] else { continue }
          for slip in alike { found.append(slip.of(row)) }
        }
        return found
      }
    }
    let others = try exceptions.flatMap { row in
      try table.record(at: row).map { try slips(of: $0, row, sources, choice) } ?? []
    }
    return try parts.flatMap { try $0.get() } + others
  }
}

/// Whether the dates of the holders of some rows are wanted; each holder is asked for once.
private struct Holders {
  private let places: [Int32]
  private let isWanted: [Bool]

  init(
    _ columns: Columns,
    _ field: Field<RecordID>,
    _ rows: [Int],
    _ choice: Docket.Choice
  ) throws {
    guard let isOf = choice.isOf else {
      places = []
      isWanted = []
      return
    }
    let values = columns.values(of: field.definition, in: rows)
    places = values.places
    isWanted = try values.all(as: RecordID.self).map(isOf)
  }

  subscript(index: Int) -> Bool { places.isEmpty || isWanted[Int(places[index])] }
}
