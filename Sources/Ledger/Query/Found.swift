/// The records that a query found; those of a large file are read when they are asked for.
public struct Found: Sendable {
  private enum Source: Sendable {
    case records([Record])
    case rows(Columns, RowList)
  }

  private let source: Source

  // So few are in memory at a time, and ask for no more threads.
  private static let step = 256

  init(_ records: [Record]) {
    source = .records(records)
  }

  init(_ columns: Columns, _ rows: RowList) {
    source = .rows(columns, rows)
  }

  /// How many there are.
  public var count: Int {
    switch source {
    case .records(let records): records.count
    case .rows(_, let rows): rows.count
    }
  }

  /// Reads some of them.
  ///
  /// - Parameter places: Their places in the order that was asked for, from 0.
  /// - Returns: The records.
  /// - Throws: ``Diagnostics`` where a part of a line cannot be read.
  public func records(at places: Range<Int>) throws -> [Record] {
    switch source {
    case .records(let records): Array(records[places])
    case .rows(let columns, let rows): try columns.records(of: places.map { rows[$0] })
    }
  }

  /// Reads all of them, on all cores.
  ///
  /// - Returns: The records, in order.
  /// - Throws: ``Diagnostics`` where a part of a line cannot be read.
  public func records() throws -> [Record] { try records(at: 0..<count) }

  /// Tells which fields any of the records has a value in; none is kept in memory for it.
  ///
  /// - Parameter fields: Fields of their kind.
  /// - Returns: Those of the fields that have a value, in the same order.
  /// - Throws: ``Diagnostics`` where a part of a line cannot be read.
  public func used(among fields: [FieldDefinition]) throws -> [FieldDefinition] {
    let parts = Workers.mapRanges(of: count, ifMoreThan: Self.step) { places in
      Result {
        var isUsed = fields.map { _ in false }
        for first in stride(from: places.lowerBound, to: places.upperBound, by: Self.step)
        where isUsed.contains(false) {
          let some = first..<min(first + Self.step, places.upperBound)
          for record in try records(at: some) {
            for (index, field) in fields.enumerated() where !isUsed[index] {
              isUsed[index] = record.has(field)
            }
          }
        }
        return isUsed
      }
    }
    let isUsed = try parts.map { try $0.get() }
    return zip(fields.indices, fields).filter { index, _ in isUsed.contains { $0[index] } }.map(\.1)
  }
}
