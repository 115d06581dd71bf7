/// Puts rows of a large file into an order.
struct RowSorter {
  typealias Key = (path: FieldPath, isDescending: Bool)

  let columns: Columns
  let snapshot: Snapshot

  // So many times as many rows as are wanted: else choosing is no less work than sorting.
  private static let worthChoosing = 4

  /// Leaves out rows that are not among the first, without putting them into order.
  ///
  /// - Parameters:
  ///   - count: How many are wanted, at least one.
  ///   - rows: The rows.
  ///   - keys: The keys of the order, the first the highest.
  /// - Returns: Among others all that are wanted; equal ones stand as they stood.
  /// - Throws: ``Diagnostics`` with the lines that cannot be read.
  func candidates(_ count: Int, of rows: RowList, by keys: ArraySlice<Key>) throws -> RowList {
    guard let key = keys.first else { return rows.first(count) }
    guard rows.count / Self.worthChoosing > count else { return rows }
    let (first, tied) = try chosen(count, of: rows, by: key)
    var candidates = RowList(capacity: first.count + tied.count)
    for place in first { candidates.append(rows[Int(place)]) }
    var rest = RowList(capacity: tied.count)
    for place in tied { rest.append(rows[Int(place)]) }
    for row in try self.candidates(count - first.count, of: rest, by: keys.dropFirst()) {
      candidates.append(row)
    }
    return candidates
  }

  private func chosen(_ count: Int, of rows: RowList, by key: Key) throws
    -> (first: [Int32], tied: [Int32])
  {
    if let chosen = try textOrder(by: key, of: rows)?.chosen(count, of: rows) { return chosen }
    let ranks = try ranks(by: key, of: rows)
    let parts = Workers.mapRanges(of: rows.count, ifMoreThan: 1 << 14) { places in
      var foremost = Foremost<UInt32>(count)
      for place in places { foremost.add(place, ranks[rows[place]]) }
      return foremost
    }
    return Foremost(count, of: parts).finish()
  }

  /// Puts rows into order.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - keys: The keys of the order, the first the highest.
  /// - Returns: The same rows; equal ones stay as they stand.
  /// - Throws: ``Diagnostics`` with the lines that cannot be read.
  func sorted(_ rows: RowList, by keys: [Key]) throws -> RowList {
    var rows = rows
    for key in keys.reversed() { rows = try sorted(rows, by: key) }
    return rows
  }

  private func sorted(_ rows: RowList, by key: Key) throws -> RowList {
    if let sorted = try textOrder(by: key, of: rows)?.sorted(rows) { return sorted }
    let ranks = try ranks(by: key, of: rows)
    // The place before the sort breaks ties, so that the order of earlier keys is kept.
    var order = rows.enumerated().map { place, row in (ranks[row], Int32(place)) }
    order.sort { $0 < $1 }
    var sorted = RowList(capacity: rows.count)
    for (_, place) in order { sorted.append(rows[Int(place)]) }
    return sorted
  }

  /// The order by a text of which no column is made: of few rows, and where it differs from record to record.
  private func textOrder(by key: Key, of rows: RowList) throws -> TextOrder? {
    guard key.path.isText, case .file(let lines) = columns.origin else { return nil }
    let slot = columns.schema.slot(of: key.path.field)
    guard try rows.count < lines.total / 8 || lines.isVaried(slot) else { return nil }
    return TextOrder(lines, slot, isDescending: key.isDescending)
  }

  private func ranks(by key: Key, of rows: RowList) throws -> Ranks {
    try snapshot.prepare(key.path.fields)
    let column = try snapshot.columns(columns.schema, [key.path.fields[0]], among: rows)
    return Ranks(key.path, column, in: rows, isDescending: key.isDescending)
  }
}

extension Foremost {
  /// Chooses among what was chosen of each part of the places, the parts in order.
  init(_ count: Int, of parts: [Self]) {
    self.init(count)
    for part in parts { add(part) }
  }
}
