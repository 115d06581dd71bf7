import JSONLines

/// Finds the rows of many ids.
struct RowFinder: Sendable {
  private enum Way: Sendable {
    case file(Lines)
    case memory([RecordID: Int])
  }

  private let way: Way

  init(_ columns: Columns) {
    way =
      switch columns.origin {
      case .file(let lines): .file(lines)
      case .memory(let records):
        .memory(Dictionary(records.enumerated().map { ($1.id, $0) }) { _, last in last })
      case .picked:
        .memory(Dictionary(zip(columns.ids(of: columns.rows), columns.rows)) { _, last in last })
      }
  }

  /// Finds the rows that the codes of a column name, on all cores.
  func rows(_ columns: Columns, _ slot: Int, _ wanted: Range<Int>) -> [[Int32]] {
    let segments = Array(columns.segments[wanted])
    let counts = segments.map { $0.column(slot).values.count }
    if case .file(let lines) = way, counts.reduce(0, +) * 8 < lines.total, !lines.index.isMade {
      return segments.map { lines.rows(naming: $0.column(slot).values) }
    }
    let isLarge = counts.contains { $0 > 10_000 }
    let find: @Sendable (Int) -> [Int32] = { index in
      let values = segments[index].column(slot).values
      if case .file(let lines) = way { return values.rows(lines) }
      return (0..<values.count).map { code in
        code > 0 ? values.row(code, self).map(Int32.init) ?? -1 : -1
      }
    }
    return isLarge ? Workers.map(segments.count, find) : segments.indices.map(find)
  }

  /// Finds the row of an id given by its bytes.
  func row(_ id: Span<UInt8>) -> Int? {
    switch way {
    case .file(let lines): lines.index.table(lines).find(id, lines.places)
    case .memory(let rows): rows[RecordID(id.text)]
    }
  }
}

extension Values {
  /// Finds the line that each code names, -1 where none does.
  fileprivate func rows(_ lines: Lines) -> [Int32] {
    var rows = [Int32](repeating: -1, count: count)
    var start = 1
    if lines.index.isOrigin(of: self) {
      start += lines.total
      for code in 1..<start { rows[code] = Int32(code - 1) }
    }
    guard start < count else { return rows }
    let table = lines.index.table(lines)
    let places = lines.places
    let (ends, text) = (self.ends, self.text)
    let step = 64
    let ids = Zeroed<(text: ShortText, count: Int, hash: UInt32)>(step)
    let far = FarPlaces(step)
    for first in stride(from: start, to: count, by: step) {
      let end = min(first + step, count)
      for code in first..<end {
        let id = Self.shortID(code, ends, text)
        let hash = id.map { ByteHash.hash($0.text, $0.count) } ?? 0
        // There is a place for each code of a step.
        unsafe ids.start[code - first] = (id?.text ?? .empty, id?.count ?? 0, hash)
        unsafe far.set(code - first, table.place(hash))
      }
      far.touch(end - first)
      for code in first..<end {
        let id = unsafe ids.start[code - first]
        let row =
          id.count > 0
          ? table.find(id.hash, id.text, id.count) { line in
            withText(code) { places.hasID(line, $0.extracting(1..<$0.count - 1)) }
          }
          : withText(code) { text in RecordID.bytes(text).flatMap { table.find($0.span, places) } }
        if let row { rows[code] = Int32(row) }
      }
    }
    return rows
  }

  /// The text of a code where it is a string without escapes of up to 24 bytes.
  @inline(__always)
  private static func shortID(_ code: Int, _ ends: Block<UInt32>, _ text: Block<UInt8>) -> (
    text: ShortText, count: Int
  )? {
    let start = Int(ends[code - 1]) + 1
    let count = Int(ends[code]) - start - 1
    guard count > 0, count <= ShortText.maximumCount,
      start + ShortText.maximumCount <= text.count, text[start - 1] == UInt8(ascii: "\"")
    else { return nil }
    // The text has the bytes that are loaded, as was just checked.
    let id = unsafe text.withPointer {
      unsafe ShortText(loading: $0.baseAddress.unsafelyUnwrapped + start, count)
    }
    return id.has(UInt8(ascii: "\\")) ? nil : (id, count)
  }

  /// Finds the row that the value of a code names.
  func row(_ code: Int, _ finder: RowFinder) -> Int? {
    withText(code) { text in
      RecordID.bytes(text).flatMap { finder.row($0.span) }
    }
  }
}

extension RecordID {
  /// The bytes of the id that a JSON text holds; `nil` where it holds none.
  static func bytes(_ text: Span<UInt8>) -> [UInt8]? {
    guard text.count > 2, text[0] == UInt8(ascii: "\"") else { return nil }
    guard text.hasBackslash else { return text.extracting(1..<text.count - 1).copied }
    var scanner = JSONScanner(0..<text.count)
    let raw = try? scanner.document(text)
    return Array((raw?.string(in: text) ?? "").utf8)
  }
}

/// Finds the rows of many records by their ids.
public struct RowIndex: Sendable {
  private let finder: RowFinder

  /// Makes an index of the records of some columns.
  public init(_ columns: Columns) {
    finder = RowFinder(columns)
  }

  /// Finds the rows that a field of some rows of another kind names.
  ///
  /// - Parameters:
  ///   - definition: The field.
  ///   - columns: Columns of the other kind, the field among them.
  ///   - rows: Rows of those columns.
  /// - Returns: For each of them the row of the record that it names; -1 where there is none.
  public func rows(
    named definition: FieldDefinition,
    by columns: Columns,
    in rows: [Int]
  ) -> [Int32] {
    let slot = columns.schema.slot(of: definition)
    let parts = columns.segments.map { $0.column(slot).codes }
    let found = finder.rows(columns, slot, columns.segments.indices)
    return rows.map { row in
      let (segment, line) = columns.place(row)
      return found[segment][Int(parts[segment][line])]
    }
  }

  /// Finds the row of a record; `nil` where the id is missing or no record has it.
  public subscript(id: RecordID?) -> Int? {
    guard let id else { return nil }
    return finder.row(Array(id.text.utf8).span)
  }
}
