/// The records that a query found; those of a large file are read when they are asked for.
public struct Found: Sendable {
  private enum Source: Sendable {
    case records([Record])
    case rows(Columns, [Int])
  }

  private let source: Source

  init(_ records: [Record]) {
    source = .records(records)
  }

  init(_ columns: Columns, _ rows: [Int]) {
    source = .rows(columns, rows)
  }

  /// How many there are.
  public var count: Int {
    switch source {
    case .records(let records): records.count
    case .rows(_, let rows): rows.count
    }
  }

  /// Reads one of them.
  ///
  /// - Parameter place: Its place in the order that was asked for, from 0.
  /// - Returns: The record.
  /// - Throws: ``Diagnostics`` where a part of its line cannot be read.
  public func record(at place: Int) throws -> Record {
    switch source {
    case .records(let records): records[place]
    case .rows(let columns, let rows): try columns.record(rows[place])
    }
  }

  /// Reads all of them, on all cores.
  ///
  /// - Returns: The records, in order.
  /// - Throws: ``Diagnostics`` where a part of a line cannot be read.
  public func records() throws -> [Record] {
    switch source {
    case .records(let records): records
    case .rows(let columns, let rows): try columns.records(of: rows)
    }
  }

  /// Tells which fields any of the records has a value in; none is kept in memory for it.
  ///
  /// - Parameter fields: Fields of their kind.
  /// - Returns: Those of the fields that have a value, in the same order.
  /// - Throws: ``Diagnostics`` where a part of a line cannot be read.
  public func used(among fields: [FieldDefinition]) throws -> [FieldDefinition] {
    let parts = Workers.mapParts(of: Array(0..<count), ifMoreThan: 256) { places in
      Result {
        var isUsed = fields.map { _ in false }
        for place in places where isUsed.contains(false) {
          let record = try record(at: place)
          for (index, field) in fields.enumerated() where !isUsed[index] {
            isUsed[index] = record.has(field)
          }
        }
        return isUsed
      }
    }
    let isUsed = try parts.map { try $0.get() }
    return zip(fields.indices, fields).filter { index, _ in isUsed.contains { $0[index] } }.map(\.1)
  }
}
