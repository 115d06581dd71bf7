import JSONLines

extension Foresight {
  /// Where the text of a field stands in a row.
  public struct Cell: Sendable {
    let slot: Int
    /// The number of the column.
    public let column: Int
  }

  /// Says which columns fill which fields.
  ///
  /// - Parameter columns: The fields and the number of the column of each.
  /// - Returns: The same in the order in which the fields are written.
  public func cells(_ columns: [(field: FieldDefinition, column: Int)]) -> [Cell] {
    columns.map { Cell(slot: schema.slot(of: $0.field), column: $0.column) }
      .sorted { $0.slot < $1.slot }
  }

  /// Writes the line of a new record that has its values from the cells of a row.
  ///
  /// - Parameters:
  ///   - cells: Which columns fill which fields, in the order in which the fields are written.
  ///   - row: Where the text of each column stands.
  ///   - bytes: The texts, UTF-8.
  ///   - lines: Where the line is written, with its line end; they are looked at by ``look(atMade:)`` afterwards.
  /// - Returns: Whether it was: else the editor has to look at the row.
  public mutating func write(
    _ cells: [Cell],
    of row: [Range<Int>],
    in bytes: Span<UInt8>,
    to lines: inout [UInt8]
  ) -> Bool {
    let (start, firstCall) = (lines.count, calls.count)
    guard members(cells, row, bytes, to: &lines) else {
      lines.removeLast(lines.count - start)
      calls.removeLast(calls.count - firstCall)
      return false
    }
    written += 1
    return true
  }

  private mutating func members(
    _ cells: [Cell],
    _ row: [Range<Int>],
    _ bytes: Span<UInt8>,
    to lines: inout [UInt8]
  ) -> Bool {
    values.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    for cell in cells where !row[cell.column].isEmpty {
      let start = text.count
      guard write(cell.slot, bytes.extracting(row[cell.column])) else { return false }
      if start < text.count { values.append((cell.slot, start..<text.count)) }
    }
    // Of an id that is given the editor has to be asked.
    guard let first = values.first, first.slot > 0 else { return false }
    guard fills?.allSatisfy({ slot in values.contains { $0.slot == slot } }) == true else {
      return complete(to: &lines)
    }
    lines.append(UInt8(ascii: "{"))
    guard writeID(to: &lines) else { return false }
    for (slot, place) in values {
      lines.append(UInt8(ascii: ","))
      write(slot, place, to: &lines)
    }
    lines.append(UInt8(ascii: "}"))
    lines.append(0x0A)
    return true
  }

  private func write(_ slot: Int, _ place: Range<Int>, to lines: inout [UInt8]) {
    lines += labels[slot]
    lines += text[place]
  }

  /// Writes the JSON of what a cell says, or nothing where it says that there is no value.
  ///
  /// - Returns: Whether that can be told.
  private mutating func write(_ slot: Int, _ cell: Span<UInt8>) -> Bool {
    if isText[slot], Self.isPlain(cell) {
      text.append(UInt8(ascii: "\""))
      // The pointer is used within the closure only.
      unsafe cell.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
      text.append(UInt8(ascii: "\""))
      return true
    }
    let found = recentTexts.reading(slot, cell) { () -> RecentTexts.Reading? in
      let reading = Assignment.Reading(cell.text, in: fields[slot])
      guard case .success(let value) = reading.value else { return nil }
      guard let value else { return RecentTexts.Reading() }
      guard let records = referred.first(where: { $0.slot == slot })?.records else {
        return RecentTexts.Reading(json: value.text)
      }
      var ids: [JSONValue] = []
      for text in value.texts {
        guard let id = try? records.record(called: text) else { return nil }
        ids.append(.string(id.text))
      }
      return RecentTexts.Reading(
        json: value.array == nil ? ids.first?.text ?? [] : JSONValue.array(ids).text,
        calls: value.texts.map { PendingRecords.Call($0, in: slot) }
      )
    }
    guard let found else { return false }
    text += found.json
    for call in found.calls { calls.append((written, call)) }
    return true
  }

  /// Whether a text has nothing to be escaped, no blanks at its ends, and all its digits.
  private static func isPlain(_ cell: Span<UInt8>) -> Bool {
    var last = cell.count - 1
    while last > 0, cell[last] & 0xC0 == 0x80 { last -= 1 }
    guard isInk(cell[0]), isInk(cell[last]) else { return false }
    // Without a branch, so that many bytes are looked at at once.
    var odd: UInt8 = 0
    var index = 0
    while index < cell.count {
      let byte = cell[index]
      odd |= byte < 0x20 ? 1 : 0
      odd |= byte == UInt8(ascii: "\"") ? 1 : 0
      odd |= byte == UInt8(ascii: "\\") ? 1 : 0
      index &+= 1
    }
    return odd == 0 && !LostDigits.isTold(by: cell)
  }

  /// Whether a character that begins with a byte is no blank: most of ASCII, and U+4000 to U+9FFF.
  private static func isInk(_ first: UInt8) -> Bool {
    0x21...0x7E ~= first || 0xE4...0xE9 ~= first
  }

  /// Writes the id that the values make; says whether they make one.
  private func writeID(to lines: inout [UInt8]) -> Bool {
    guard !idSlots.isEmpty else { return false }
    lines += Self.idKey
    for (index, slot) in idSlots.enumerated() {
      guard let place = values.first(where: { $0.slot == slot })?.place else { return false }
      let value = text[place]
      guard let first = value.first else { return false }
      if index > 0 { lines.append(UInt8(ascii: "/")) }
      switch first {
      case UInt8(ascii: "\"") where !value.contains(UInt8(ascii: "\\")):
        let inner = text.span.extracting(place.lowerBound + 1..<place.upperBound - 1)
        guard canonicals[slot]?.isPlain(inner) ?? true else { return false }
        lines += value.dropFirst().dropLast()
      case UInt8(ascii: "0")...UInt8(ascii: "9") where idSlots.count > 1: lines += value
      default: return false
      }
    }
    lines.append(UInt8(ascii: "\""))
    return true
  }

  private static let idKey = Array(#""id":""#.utf8)

  /// Writes the line of a record to which the domain adds something.
  private func complete(to lines: inout [UInt8]) -> Bool {
    var line: [UInt8] = []
    for (slot, place) in values {
      line.append(UInt8(ascii: line.isEmpty ? "{" : ","))
      write(slot, place, to: &line)
    }
    line.append(UInt8(ascii: "}"))
    let whole = Line(number: 1, start: 0, end: line.count, isWhole: true)
    guard
      var draft = try? RecordReader(schema).draft(whole, Bytes(line), file: schema.file),
      let problems = try? completion.complete(&draft, snapshot), problems.isEmpty,
      let id = draft.impliedID
    else { return false }
    draft.id = id
    lines += draft.line
    lines.append(0x0A)
    return true
  }
}
