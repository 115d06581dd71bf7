/// Which records of a kind are wanted, and in which order.
public struct Query: Sendable {
  private let schema: Schema
  private let filters: [Filter]
  private let keys: [RowSorter.Key]
  private let limit: Int?

  /// Reads a question.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - conditions: Conditions that all must hold, see ``Filter``.
  ///   - sort: Field names; a minus before one turns the order round.
  ///   - limit: How many records at the most.
  ///   - snapshot: The records.
  /// - Throws: ``Diagnostics`` with every condition and key that is wrong.
  public init(
    _ schema: Schema,
    where conditions: [String] = [],
    sort: [String] = [],
    limit: Int? = nil,
    _ snapshot: Snapshot
  ) throws {
    var faults: [Diagnostic] = []
    func collecting<Value>(_ make: () throws -> Value) throws -> Value? {
      do {
        return try make()
      } catch let fault as Diagnostic {
        faults.append(fault)
        return nil
      }
    }
    self.schema = schema
    self.limit = limit
    filters = try conditions.compactMap { typed in
      try collecting { try Filter(typed, schema, snapshot) }
    }
    keys = try sort.compactMap { typed in
      let isDescending = typed.hasPrefix("-")
      let name = isDescending ? String(typed.dropFirst()) : typed
      return try collecting { (try FieldPath(name, schema, snapshot), isDescending) }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
  }

  /// Returns the records that are wanted.
  ///
  /// - Parameter snapshot: The records.
  /// - Returns: The records in order; without sort keys, as they stand in the file.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func records(_ snapshot: Snapshot) throws -> [Record] {
    try found(snapshot).records()
  }

  /// Finds the records that are wanted; those of a large file are not read yet.
  ///
  /// - Parameter snapshot: The records.
  /// - Returns: What was found, in order; without sort keys, as it stands in the file.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func found(_ snapshot: Snapshot) throws -> Found {
    if let file = try snapshot.file(schema), file.isLarge { return try rows(snapshot) }
    var found = try snapshot.table(schema).records.filter { record in
      filters.allSatisfy { $0.accepts(record) }
    }
    if !keys.isEmpty {
      let decorated = found.enumerated().map { index, record in
        (index, record, keys.map { $0.path.values(of: record).first })
      }
      found = decorated.sorted { a, b in
        for (key, (left, right)) in zip(keys, zip(a.2, b.2)) {
          let order = key.path.elementType.order(left, right)
          guard order != 0 else { continue }
          // Who has no value comes last in either order.
          let isTurned = key.isDescending && left != nil && right != nil
          return isTurned ? order > 0 : order < 0
        }
        return a.0 < b.0
      }.map(\.1)
    }
    return Found(limit.map { Array(found.prefix($0)) } ?? found)
  }

  /// Finds what the conditions name that is no record, for whoever wonders why nothing was found.
  ///
  /// - Parameter snapshot: The records.
  /// - Returns: The kinds and what was typed.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func unknownNames(_ snapshot: Snapshot) throws -> [(schema: Schema, text: String)] {
    try filters.compactMap { try $0.unknownName(snapshot) }
  }

  /// Finds the records of a large file on columns.
  private func rows(_ snapshot: Snapshot) throws -> Found {
    var selection = Selection(filters)
    try selection.prepare(schema, snapshot)
    // What is sorted by first is read with what is asked for; of texts no column may be needed.
    let paths = selection.paths + keys.prefix(1).map(\.path).filter { !$0.isText }.map(\.fields)
    for path in paths { try snapshot.prepare(path) }
    let columns = try snapshot.columns(schema, paths.map { $0[0] })
    var rows = columns.list(try selection.rows(columns, snapshot))
    let sorter = RowSorter(columns: columns, snapshot: snapshot)
    if let limit { rows = try sorter.candidates(limit, of: rows, by: keys[...]) }
    rows = try sorter.sorted(rows, by: keys)
    return Found(columns, limit.map { rows.first($0) } ?? rows)
  }
}
