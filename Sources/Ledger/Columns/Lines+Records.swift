import JSONLines

extension Lines {
  /// Reads the records of some lines, wherever they stand, many at a time.
  ///
  /// - Parameter numbers: The lines.
  /// - Returns: The record of each; `nil` for a line that ends one.
  /// - Throws: What is wrong with the first line that cannot be read.
  func records(_ numbers: ArraySlice<Int>) throws(Diagnostic) -> [Record?] {
    var records: [Record?] = []
    records.reserveCapacity(numbers.count)
    // The places of those whose form asks for the strict reader.
    var others: [Int] = []
    if numbers.count > Self.fewRecords {
      walk(numbers) { record in
        if record == nil { others.append(records.count) }
        records.append(record)
      }
    } else {
      others = Array(0..<numbers.count)
      records = others.map { _ in nil }
    }
    for place in others { records[place] = try entry(numbers[numbers.startIndex + place]).record }
    return records
  }

  // For fewer a scanner is not worth its making.
  private static let fewRecords = 8

  /// Hands out the records of lines in the usual form; `nil` for all others.
  private func walk(_ numbers: ArraySlice<Int>, _ body: (Record?) -> Void) {
    let schema = source.schema
    let file = schema.file
    let count = schema.fieldNames.count
    // Every value is read, and whoever ends a record or has other members is left to the strict reader.
    let plan = FieldPlan(
      keys: schema.fieldNames + [Array(RecordReader.removed.utf8)],
      wanted: Array(0..<count),
      watched: count,
      isStrict: true
    )
    let places = places
    source.bytes.withSpan { span in
      // The pointer is used within the closure only.
      unsafe span.withUnsafeBytes { buffer in
        var scanner = unsafe FieldScanner(plan, buffer, 0..<source.size)
        let step = FieldScanner.batchSize
        for first in stride(from: numbers.startIndex, to: numbers.endIndex, by: step) {
          let some = numbers[first..<min(first + step, numbers.endIndex)]
          let ranges = some.map { places.range($0) }
          scanner.readLines(at: ranges.map(\.lowerBound)[...])
          var slow = scanner.slowLines[...]
          for (line, (number, range)) in zip(some, ranges).enumerated() {
            guard slow.first != line else {
              slow.removeFirst()
              body(nil)
              continue
            }
            let id = scanner.value(0, line)?.string(in: span) ?? ""
            guard !id.isEmpty else {
              body(nil)
              continue
            }
            body(
              Record(
                schema: schema,
                id: RecordID(id),
                file: file,
                // A line that is walked ends with a line feed.
                line: Line(
                  number: number + 1,
                  start: range.lowerBound,
                  end: range.upperBound - 1,
                  isWhole: true
                ),
                bytes: source.bytes,
                values: scanner.places(ofFirst: count, line),
                extras: []
              )
            )
          }
        }
      }
    }
  }
}
