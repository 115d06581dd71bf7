public import Ledger
import Portfolio

extension Docket {
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
    try dates(of: slips(from: sources, choice))
  }

  /// Finds the dates of all records, on all cores, and keeps what finds each of them again.
  ///
  /// - Parameters:
  ///   - sources: The names of the sources to ask; all where none is named.
  ///   - choice: Which dates are wanted.
  /// - Returns: What to ask ``dates(of:)`` for, in order of time, of the sources and of the records.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  public func slips(from sources: [String] = [], _ choice: Choice) throws -> Slips {
    let all = DueSources.all
    let asked = all.indices.filter { sources.isEmpty || sources.contains(all[$0].name) }
    var slips = Slips()
    // Each record is read once for all sources that look at its kind.
    for (first, source) in asked.enumerated()
    where !asked[..<first].contains(where: { all[$0].schema === all[source].schema }) {
      let schema = all[source].schema
      let alike = asked.filter { all[$0].schema === schema }
      let single = alike.filter { all[$0].likenesses.isEmpty }
      if !single.isEmpty {
        let found = try snapshot.table(schema).flatMapRows { row, record in
          try self.heads(of: record, single, choice).map { (row, $0) }
        }
        for (row, head) in found { slips.append(row: row, slips.add(head)) }
      }
      let grouped = alike.filter { !all[$0].likenesses.isEmpty }
      if let likenesses = grouped.first.map({ all[$0].likenesses }) {
        for part in try self.slips(schema, likenesses, grouped, choice) { slips.append(part) }
        // From here on slips find their records by row.
        snapshot.giveBackColumns(of: schema)
      }
    }
    slips.sort()
    return slips
  }

  /// The dates of one record, or of all that are like it.
  func heads(
    of record: Record,
    like sample: Int? = nil,
    _ sources: [Int],
    _ choice: Choice
  ) throws -> [Head] {
    try sources.flatMap { index in
      try DueSources.all[index].find(record, self).enumerated().compactMap { place, date in
        guard try choice.accepts(date),
          try sample != nil || choice.isOf?(date.holder) ?? true
        else { return nil }
        return Head(
          day: Int32(date.due.day.ordinal),
          sample: Int32(sample ?? -1),
          place: Int32(place),
          source: UInt8(index),
          urgency: date.urgency(on: today),
          isProvisional: date.isProvisional
        )
      }
    }
  }

  /// The dates of records that are alike, worked out once for all that agree; others one by one.
  private func slips(
    _ schema: Schema,
    _ likenesses: [DueSource.Likeness],
    _ sources: [Int],
    _ choice: Choice
  ) throws -> [Slips] {
    let exceptions = try snapshot.table(schema).rows(of: likenesses[0].exceptions(self))
    let holders = choice.isOf == nil ? [] : likenesses.map(\.holder.definition)
    let columns = try snapshot.columns(schema, likenesses.flatMap(\.fields) + holders)
    return try Workers.mapParts(of: columns.steps, ifMoreThan: 1) { steps in
      Result {
        var finder = AlikeFinder(self, columns, likenesses, sources, choice, Set(exceptions))
        for step in steps { try finder.look(at: columns.rows(in: step)) }
        return finder.slips
      }
    }
    .map { try $0.get() }
  }
}

/// Finds the dates of records, those that are alike in some way together.
private struct AlikeFinder {
  private(set) var slips = Docket.Slips()
  private let docket: Docket
  private let columns: Columns
  private let likenesses: [DueSource.Likeness]
  private let sources: [Int]
  private let choice: Docket.Choice
  private let exceptions: Set<Int>
  private var groups: [RowGroups]
  /// By likeness and group the heads of its dates; `nil` where its records must be told apart further.
  private var heads: [[[Int32]?]]
  private var isWanted: ValueAnswers<RecordID, Bool>?

  init(
    _ docket: Docket,
    _ columns: Columns,
    _ likenesses: [DueSource.Likeness],
    _ sources: [Int],
    _ choice: Docket.Choice,
    _ exceptions: Set<Int>
  ) {
    self.docket = docket
    self.columns = columns
    self.likenesses = likenesses
    self.sources = sources
    self.choice = choice
    self.exceptions = exceptions
    groups = likenesses.map { columns.groups(by: $0.fields) }
    heads = likenesses.map { _ in [] }
    isWanted = choice.isOf.map { columns.answers(to: likenesses[0].holder, $0) }
  }

  mutating func look(at rows: [Int]) throws {
    var rest = exceptions.isEmpty ? rows : rows.filter { !exceptions.contains($0) }
    let others = exceptions.isEmpty ? [] : rows.filter { exceptions.contains($0) }
    for index in likenesses.indices where !rest.isEmpty {
      rest = try look(at: rest, by: index)
    }
    for row in rest + others {
      for head in try docket.heads(of: columns.record(row), sources, choice) {
        slips.append(row: row, slips.add(head))
      }
    }
  }

  /// Looks at rows in one way, and returns those that it does not tell.
  private mutating func look(at rows: [Int], by index: Int) throws -> [Int] {
    let places = groups[index].places(of: rows[...])
    for sample in groups[index].samples[heads[index].count...] {
      let record = try columns.record(sample)
      heads[index].append(
        likenesses[index].holds(record, docket)
          ? try docket.heads(of: record, like: sample, sources, choice).map { slips.add($0) } : nil
      )
    }
    var rest: [Int] = []
    for (row, place) in zip(rows, places) {
      guard let heads = heads[index][Int(place)] else {
        rest.append(row)
        continue
      }
      guard !heads.isEmpty, try isWanted?.of(row) ?? true else { continue }
      for head in heads { slips.append(row: row, head) }
    }
    return rest
  }
}
