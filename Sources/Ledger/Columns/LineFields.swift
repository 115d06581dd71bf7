import JSONLines

/// Reads chosen fields of some lines, a batch at a time; no records are made, and no values are kept.
struct LineFields: Sendable {
  private let lines: Lines
  private let slots: [Int]
  private let plan: FieldPlan

  /// Prepares the reading of lines that were found before.
  ///
  /// - Parameters:
  ///   - lines: All lines of the file.
  ///   - slots: The fields.
  init(_ lines: Lines, _ slots: [Int]) {
    self.lines = lines
    self.slots = slots
    plan = FieldPlan(
      keys: lines.source.schema.fieldNames + [Array(RecordReader.removed.utf8)],
      wanted: slots,
      isStrict: false
    )
  }

  /// Hands out the values of some lines.
  ///
  /// - Parameters:
  ///   - numbers: The lines.
  ///   - body: Takes the place of each of them, and what tells the value of each of the fields by its place.
  /// - Throws: ``Diagnostics`` with the lines that cannot be read.
  func visit(
    _ numbers: ArraySlice<Int>,
    _ body: (_ place: Int, _ bytes: Span<UInt8>, _ value: (_ field: Int) -> RawJSON?) -> Void
  ) throws {
    var faults: [Int] = []
    lines.source.bytes.withSpan { span in
      // The pointer is used within the closure only.
      unsafe span.withUnsafeBytes { buffer in
        var scanner = unsafe FieldScanner(plan, buffer, 0..<lines.source.size)
        for first in stride(from: numbers.startIndex, to: numbers.endIndex, by: step) {
          let some = numbers[first..<min(first + step, numbers.endIndex)]
          scanner.readLines(at: some.map { lines.places.range($0).lowerBound }[...])
          for line in 0..<scanner.count {
            body(first + line, span) { scanner.value(slots[$0], line) }
          }
          faults += scanner.faults.map { some[first + $0.line] }
        }
      }
    }
    guard !faults.isEmpty else { return }
    throw Diagnostics(
      faults.compactMap { line in
        do throws(Diagnostic) {
          _ = try lines.entry(line)
          return nil
        } catch {
          return error
        }
      }
    )
  }

  private var step: Int { FieldScanner.batchSize }
}

extension Lines {
  /// Whether most lines differ from each other in a field, so that a column of it would hold the whole text.
  ///
  /// - Parameter slot: The field.
  /// - Returns: Whether some of the lines, from all over the file, do.
  /// - Throws: ``Diagnostics`` with those of them that cannot be read.
  func isVaried(_ slot: Int) throws -> Bool {
    var some: [Int] = []
    for line in stride(from: 0, to: total, by: max(1, total / 256))
    where succession.live.contains(line) {
      some.append(line)
    }
    var seen: Set<[UInt8]> = []
    var count = 0
    try LineFields(self, [slot]).visit(some[...]) { _, bytes, value in
      guard let raw = value(0) else { return }
      count += 1
      seen.insert(bytes.extracting(raw.start..<raw.end).copied)
    }
    return seen.count * 2 > count
  }
}
