import JSONLines

/// Chosen fields of all records of a kind, a few bytes a record.
///
/// A record is known by its row; rows are not in the order of the records. Only the fields that were asked
/// for are there, and only what is shown need be read in full.
public struct Columns: Sendable {
  /// The kind.
  public let schema: Schema
  let segments: [Segment]
  let bases: [Int]
  let live: LineSet
  let origin: Origin

  enum Origin: Sendable {
    case file(Lines)
    /// Some lines of a file only: the line of each row, and the ids by segment.
    case picked(Lines, lines: Block<UInt32>, ids: [Values])
    case memory([Record])
  }

  init(_ lines: Lines) {
    schema = lines.source.schema
    segments = lines.segments
    bases = lines.bases
    live = lines.succession.live
    origin = .file(lines)
  }

  /// Takes all lines, with rows for some of the records alone.
  init(_ lines: Lines, only rows: [Int]) {
    schema = lines.source.schema
    segments = lines.segments
    bases = lines.bases
    live = rows.reduce(into: LineSet(none: lines.total)) { $0.insert($1) }
    origin = .file(lines)
  }

  /// Takes what was read of some lines alone.
  ///
  /// - Parameters:
  ///   - lines: All lines.
  ///   - picked: Those lines, by segment.
  init(_ lines: Lines, _ picked: [PickedLines]) {
    schema = lines.source.schema
    var bases: [Int] = []
    let total = picked.reduce(0) { $0 + $1.lines.count }
    var live = LineSet(none: total)
    var numbers = Growing<UInt32>(capacity: total)
    for (part, base) in zip(picked, lines.bases) {
      bases.append(numbers.count)
      for index in 0..<part.lines.count {
        let line = base + Int(part.lines[index])
        if lines.succession.live.contains(line) { live.insert(numbers.count) }
        numbers.append(UInt32(line))
      }
    }
    self.bases = bases
    self.live = live
    segments = picked.map { Segment($0.columns) }
    origin = .picked(lines, lines: numbers.finish(), ids: picked.map(\.ids))
  }

  /// Takes records in memory.
  init(_ schema: Schema, _ records: [Record], slots: Set<Int>) {
    self.schema = schema
    bases = [0]
    live = LineSet(all: records.count)
    origin = .memory(records)
    var columns: [Int: Coded] = [:]
    for slot in slots {
      var collector = ValueCollector(capacity: records.count, batch: 1)
      for record in records {
        unsafe record.withText(slot) { text in
          guard let text = unsafe text, let start = text.baseAddress else {
            return collector.takeNothing()
          }
          unsafe collector.take(UnsafeRawPointer(start), text.count)
        }
      }
      columns[slot] = collector.finish()
    }
    segments = [Segment(columns)]
  }

  /// How many records there are.
  public var count: Int { live.count }

  /// A number that is greater than each row.
  public var rowLimit: Int { live.total }

  /// Reads the records of rows, on all cores.
  ///
  /// - Parameter rows: Rows of these columns.
  /// - Returns: Their records, in the same order.
  /// - Throws: ``Diagnostics`` where a part of a line that no column holds cannot be read.
  public func records(of rows: [Int]) throws -> [Record] {
    try Workers.mapParts(of: rows, ifMoreThan: 256) { part in
      Result { () throws -> [Record] in
        switch origin {
        case .memory(let records): return part.map { records[$0] }
        case .file(let lines): return try Self.records(lines, part)
        case .picked(let lines, let numbers, _):
          return try Self.records(lines, part.map { Int(numbers[$0]) }[...])
        }
      }
    }
    .flatMap { try $0.get() }
  }

  /// Reads the record of a row.
  ///
  /// - Parameter row: A row of these columns.
  /// - Returns: The record.
  /// - Throws: ``Diagnostics`` where a part of its line that no column holds cannot be read.
  public func record(_ row: Int) throws -> Record {
    try records(of: [row])[0]
  }

  private static func records(_ lines: Lines, _ numbers: ArraySlice<Int>) throws -> [Record] {
    do throws(Diagnostic) {
      return try lines.records(numbers).map { record in
        guard let record else { preconditionFailure("a row is the line of a record") }
        return record
      }
    } catch {
      throw Diagnostics(error)
    }
  }

  /// The number of lines of a segment.
  func lineCount(_ index: Int) -> Int {
    (index + 1 < bases.count ? bases[index + 1] : live.total) - bases[index]
  }

  /// The segment of a row, and its line within it.
  func place(_ row: Int) -> (segment: Int, line: Int) {
    var index = bases.count - 1
    while bases[index] > row { index -= 1 }
    return (index, row - bases[index])
  }

  /// Every row, in the order in which ids first appeared, or of some lines only in theirs.
  public var rows: [Int] { ordered(live) }

  /// Puts rows into the order in which their ids first appeared.
  func ordered(_ chosen: LineSet) -> [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(chosen.count)
    forEach(of: chosen) { rows.append($0) }
    return rows
  }

  /// Hands out rows in the order in which their ids first appeared.
  @inline(__always)
  func forEach(of chosen: LineSet, _ body: (Int) -> Void) {
    if case .file(let lines) = origin, !lines.succession.isPlain {
      lines.forEachRow { if chosen.contains($0) { body($0) } }
    } else {
      chosen.forEach(in: 0..<chosen.total, body)
    }
  }

  /// Returns the rows whose value of a field is accepted, in the order of the records.
  ///
  /// - Parameters:
  ///   - field: A field that was asked for.
  ///   - accepts: Is asked once for each distinct value, and for none.
  /// - Returns: The rows.
  public func rows<Value>(where field: Field<Value>, _ accepts: (Value?) -> Bool) -> [Int] {
    rows(whereAny: [field], accepts)
  }

  /// Returns the rows of which the value of one of some fields is accepted, in the order of the records.
  ///
  /// - Parameters:
  ///   - fields: Fields that were asked for.
  ///   - accepts: Is asked once for each distinct value of a field, and for none.
  /// - Returns: The rows.
  public func rows<Value>(
    whereAny fields: [Field<Value>],
    _ accepts: (Value?) -> Bool
  ) -> [Int] {
    var chosen = LineSet(none: live.total)
    for field in fields {
      let slot = schema.slot(of: field.definition)
      for (index, segment) in segments.enumerated() {
        let column = segment.column(slot)
        let isAccepted = column.values.all(as: Value.self).map(accepts)
        insert(&chosen, index, column, isAccepted)
      }
    }
    return ordered(chosen)
  }

  /// Adds the rows of a segment whose codes are accepted.
  func insert(_ chosen: inout LineSet, _ index: Int, _ column: Coded, _ isAccepted: [Bool]) {
    let base = bases[index]
    var found = chosen
    live.forEach(in: base..<base + column.codes.count) { line in
      if isAccepted[Int(column.codes[line - base])] { found.insert(line) }
    }
    chosen = found
  }

  /// Returns the values of a field.
  ///
  /// - Parameter field: A field that was asked for.
  /// - Returns: Its values by row.
  public func column<Value>(_ field: Field<Value>) -> FieldColumn<Value> {
    let slot = schema.slot(of: field.definition)
    return FieldColumn(parts: segments.map { $0.column(slot) }, bases: bases)
  }
}

extension Span<UInt8> {
  /// Whether the JSON text is a string without escapes.
  var isPlainString: Bool {
    guard count > 1, self[0] == UInt8(ascii: "\"") else { return false }
    for index in 1..<count - 1 where self[index] == UInt8(ascii: "\\") { return false }
    return true
  }
}

/// The values of a field by row.
public struct FieldColumn<Value: FieldValue>: Sendable {
  let parts: [Coded]
  let bases: [Int]

  /// Reads the value of a row; `nil` where the record has none or one of another shape.
  public subscript(row: Int) -> Value? {
    var index = parts.count - 1
    while bases[index] > row { index -= 1 }
    let code = Int(parts[index].codes[row - bases[index]])
    return code == 0 ? nil : parts[index].values.value(code, as: Value.self)
  }
}

extension Segment {
  /// The column of a slot.
  ///
  /// - Precondition: It was asked for.
  func column(_ slot: Int) -> Coded {
    guard let column = columns[slot] else { preconditionFailure("a field was not asked for") }
    return column
  }
}
