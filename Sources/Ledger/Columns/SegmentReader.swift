import JSONLines

/// Reads the lines of a segment.
struct SegmentReader: Sendable {
  /// What was read, and the lines that cannot be.
  struct Result: Sendable {
    let segment: Segment
    let order: IDOrder
    let faults: [Int]
  }

  private let schema: Schema
  private let slots: [Int]
  private let seeds: [Seed?]
  private let plan: FieldPlan
  private let isStrict: Bool
  private let removed: Int
  private let keepsNames: Bool

  /// Creates a reader of some columns.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - slots: The columns.
  ///   - isStrict: Whether every byte is to be judged.
  ///   - isKnown: Whether ids and ends of records were read before.
  ///   - keepsNames: Whether ids are kept, see ``IDCollector``.
  ///   - seeds: Returns the ids of the kind to which a column refers, where they can be had.
  init(
    _ schema: Schema,
    slots: Set<Int>,
    isStrict: Bool = false,
    isKnown: Bool = false,
    keepsNames: Bool = false,
    seeds: (Int) -> Seed? = { _ in nil }
  ) {
    self.schema = schema
    self.slots = slots.sorted()
    self.seeds = self.slots.map(seeds)
    removed = schema.fieldNames.count
    self.isStrict = isStrict
    self.keepsNames = keepsNames
    plan = FieldPlan(
      keys: schema.fieldNames + [Array(RecordReader.removed.utf8)],
      wanted: (isKnown ? [] : [0]) + slots,
      watched: isKnown ? nil : removed,
      isStrict: isStrict
    )
  }

  /// Reads the lines in a range that begins and ends between lines.
  func read(_ bytes: Bytes, _ range: Range<Int>) -> Result {
    unsafe bytes.withRaw { buffer in unsafe read(buffer, range) }
  }

  private func read(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>) -> Result {
    let expected = range.isEmpty ? 0 : range.count / 250 + 16
    var starts = Growing<UInt32>(capacity: expected)
    var ids = IDCollector(capacity: expected, keepsNames: keepsNames)
    var removals: [UInt32] = []
    var faults: Set<Int> = []
    let collectors = Collectors(seeds, capacity: expected)
    var scanner = unsafe FieldScanner(plan, buffer, range)
    while scanner.nextLines() {
      let first = starts.count
      let lines = scanner.count
      // Each of these holds as many as there are lines, until the next lines are read.
      let places = unsafe scanner.lineStarts
      let target = unsafe starts.room(lines)
      for line in 0..<lines {
        unsafe target[line] = UInt32(truncatingIfNeeded: places[line] &- range.lowerBound)
      }
      starts.took(lines)
      unsafe ids.take(buffer, places, scanner.column(0), lines) { faults.insert(first + $0) }
      for (index, slot) in slots.enumerated() {
        unsafe collectors.take(index, buffer, places, scanner.column(slot), lines)
      }
      guard !scanner.slowLines.isEmpty else { continue }
      for (line, _) in scanner.faults { faults.insert(first + line) }
      for line in scanner.slowLines {
        if scanner.line(line).count > PackedValue.maximumLength { faults.insert(first + line) }
        guard let reason = scanner.value(removed, line) else { continue }
        removals.append(UInt32(first + line))
        if reason.kind != .string { faults.insert(first + line) }
      }
    }
    let columns = Dictionary(uniqueKeysWithValues: zip(slots, collectors.finish()))
    let (hashes, order) = ids.finish()
    let segment = Segment(
      range: range,
      starts: .read(starts.finish()),
      hashes: .read(hashes),
      removals: Block(removals),
      isStrict: isStrict,
      columns: columns
    )
    return Result(segment: segment, order: order, faults: faults.sorted())
  }

  /// Reads the columns of some lines of a segment; the others have no values.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - segment: The segment.
  ///   - lines: The lines, counted within the segment, in order.
  /// - Returns: The columns, and the lines of which a value cannot be read.
  func read(_ bytes: Bytes, _ segment: Segment, _ lines: [Int]) -> (
    columns: [Int: Coded], faults: [Int]
  ) {
    unsafe bytes.withRaw { unsafe read($0, segment, lines) }
  }

  private func read(_ buffer: UnsafeRawBufferPointer, _ segment: Segment, _ lines: [Int]) -> (
    columns: [Int: Coded], faults: [Int]
  ) {
    var faults: [Int] = []
    let collectors = Collectors(seeds, capacity: lines.count)
    var scanner = unsafe FieldScanner(plan, buffer, segment.range)
    let starts = lines.map { segment.line($0).lowerBound }
    var first = 0
    while first < lines.count {
      scanner.readLines(at: starts[first..<min(first + FieldScanner.batchSize, lines.count)])
      for (index, slot) in slots.enumerated() {
        // Each of these holds as many as lines were read, until the next lines are read.
        unsafe collectors.take(
          index,
          buffer,
          scanner.lineStarts,
          scanner.column(slot),
          scanner.count
        )
      }
      faults += scanner.faults.map { lines[first + $0.line] }
      first += scanner.count
    }
    let columns = collectors.finish().map { $0.spread(over: lines, of: segment.count) }
    return (Dictionary(uniqueKeysWithValues: zip(slots, columns)), faults)
  }
}

extension Coded {
  /// The column of all lines, where the values of some were collected.
  fileprivate func spread(over lines: [Int], of count: Int) -> Coded {
    let spread = unsafe Block<UInt32>(uninitialized: count) { pointer in
      unsafe pointer.initialize(repeating: 0, count: count)
      for (index, line) in lines.enumerated() {
        precondition(line < count)
        unsafe pointer[line] = codes[index]
      }
    }
    return Coded(codes: Codes(.four(spread)).narrowed(to: values.count), values: values)
  }
}

extension Bytes {
  /// Lends the bytes as memory.
  func withRaw<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withSpan { span in
      // The pointer is used within the closure only.
      unsafe span.withUnsafeBytes { unsafe body($0) }
    }
  }
}
