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
    case memory([Record])
  }

  init(_ lines: Lines) {
    schema = lines.source.schema
    segments = lines.segments
    bases = lines.bases
    live = lines.succession.live
    origin = .file(lines)
  }

  /// Takes records in memory.
  init(_ schema: Schema, _ records: [Record], slots: Set<Int>) {
    self.schema = schema
    bases = [0]
    live = LineSet(all: records.count)
    origin = .memory(records)
    var columns: [Int: Coded] = [:]
    for slot in slots {
      var collector = ValueCollector(capacity: records.count)
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
    segments = [
      Segment(
        range: 0..<0,
        starts: .read(Block([])),
        hashes: .read(Block([])),
        removals: Block([]),
        isStrict: true,
        columns: columns
      )
    ]
  }

  /// How many records there are.
  public var count: Int { live.count }

  /// Reads the record of a row.
  ///
  /// - Parameter row: A row of these columns.
  /// - Returns: The record.
  /// - Throws: ``Diagnostics`` where a part of its line that no column holds cannot be read.
  public func record(_ row: Int) throws -> Record {
    switch origin {
    case .memory(let records): return records[row]
    case .file(let lines):
      do throws(Diagnostic) {
        guard case .record(let record) = try lines.entry(row) else {
          preconditionFailure("row \(row) is not a record")
        }
        return record
      } catch {
        throw Diagnostics(error)
      }
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

  /// Every row, in the order in which ids first appeared.
  public var rows: [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(count)
    switch origin {
    case .memory(let records): rows.append(contentsOf: records.indices)
    case .file(let lines): lines.forEachRow { rows.append($0) }
    }
    return rows
  }

  /// Puts rows into the order in which their ids first appeared.
  func ordered(_ chosen: LineSet) -> [Int] {
    switch origin {
    case .memory:
      var rows: [Int] = []
      chosen.forEach(in: 0..<chosen.total) { rows.append($0) }
      return rows
    case .file(let lines):
      var rows: [Int] = []
      guard !lines.succession.isPlain else {
        chosen.forEach(in: 0..<chosen.total) { rows.append($0) }
        return rows
      }
      lines.forEachRow { if chosen.contains($0) { rows.append($0) } }
      return rows
    }
  }

  /// Returns the rows whose value of a field is accepted, in the order of the records.
  ///
  /// - Parameters:
  ///   - field: A field that was asked for.
  ///   - accepts: Is asked once for each distinct value, and for none.
  /// - Returns: The rows.
  public func rows<Value>(where field: Field<Value>, _ accepts: (Value?) -> Bool) -> [Int] {
    var chosen = LineSet(none: live.total)
    let slot = schema.slot(of: field.definition)
    for (index, segment) in segments.enumerated() {
      let column = segment.column(slot)
      let isAccepted = column.values.all(as: Value.self).map(accepts)
      insert(&chosen, index, column, isAccepted)
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
