import JSONLines

/// What stands in a line around the values of the fields of its kind.
enum LineFrame {
  /// What the writer puts there, and the values are in the order of their fields.
  case shortest
  /// Blanks as well, or the values are in another order; no member is unknown or given twice.
  case loose
  /// Something else.
  case odd

  /// Looks at a line.
  ///
  /// - Parameters:
  ///   - scanner: Has read the line.
  ///   - index: Its index in the batch.
  ///   - bytes: What was read.
  ///   - names: The keys of all fields, by slot.
  init(
    _ scanner: borrowing FieldScanner,
    _ index: Int,
    _ bytes: Span<UInt8>,
    _ names: [[UInt8]]
  ) {
    let line = scanner.line(index)
    var count = 1
    var end = 0
    var isInOrder = true
    for slot in scanner.keys(index) {
      guard let value = scanner.value(slot, index) else { continue }
      isInOrder = isInOrder && value.start >= end
      end = value.end
      // A quote before the key and one behind it, a colon, and a comma or the last bracket.
      count += names[slot].count + value.end - value.start + 4
    }
    // Where nothing else has room there is nothing else.
    guard count != line.count else {
      self = isInOrder ? .shortest : .loose
      return
    }
    self = count < line.count && Self.isLoose(scanner, line, index, bytes, names) ? .loose : .odd
  }

  /// Whether nothing stands between the values but their keys, what JSON asks for, and blanks.
  private static func isLoose(
    _ scanner: borrowing FieldScanner,
    _ line: Range<Int>,
    _ index: Int,
    _ bytes: Span<UInt8>,
    _ names: [[UInt8]]
  ) -> Bool {
    var values: [(slot: Int, start: Int, end: Int)] = []
    for slot in scanner.keys(index) {
      guard let value = scanner.value(slot, index) else { continue }
      values.append((slot, value.start, value.end))
    }
    values.sort { $0.start < $1.start }
    var place = line.lowerBound
    var open = UInt8(ascii: "{")
    for value in values {
      guard skip(open, &place, line, bytes), skip(quote, &place, line, bytes) else { return false }
      for byte in names[value.slot] {
        guard place < line.upperBound, bytes[place] == byte else { return false }
        place += 1
      }
      guard place < line.upperBound, bytes[place] == quote else { return false }
      place += 1
      guard skip(UInt8(ascii: ":"), &place, line, bytes) else { return false }
      skipBlanks(&place, line, bytes)
      guard place == value.start else { return false }
      place = value.end
      open = UInt8(ascii: ",")
    }
    guard !values.isEmpty, skip(UInt8(ascii: "}"), &place, line, bytes) else { return false }
    skipBlanks(&place, line, bytes)
    return place == line.upperBound
  }

  private static let quote = UInt8(ascii: "\"")

  /// Passes blanks and the byte behind them; says whether that stands there.
  private static func skip(
    _ byte: UInt8,
    _ place: inout Int,
    _ line: Range<Int>,
    _ bytes: Span<UInt8>
  ) -> Bool {
    skipBlanks(&place, line, bytes)
    guard place < line.upperBound, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  private static func skipBlanks(_ place: inout Int, _ line: Range<Int>, _ bytes: Span<UInt8>) {
    while place < line.upperBound, isBlank(bytes[place]) { place += 1 }
  }
}
