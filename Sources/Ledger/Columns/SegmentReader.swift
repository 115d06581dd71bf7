import JSONLines

/// Reads the lines of a segment.
struct SegmentReader: Sendable {
  /// What was read, and the lines that cannot be.
  struct Result: Sendable {
    let segment: Segment
    let order: IDOrder
    let faults: [Int]
    /// The lines that were chosen, where some were to be.
    let picked: PickedLines?
  }

  private let schema: Schema
  private let slots: [Int]
  private let seeds: [Seed?]
  private let plan: FieldPlan
  private let isStrict: Bool
  private let removed: Int
  private let keepsNames: Bool
  private let choice: LineChoice?

  /// Creates a reader of some columns.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - slots: The columns.
  ///   - isStrict: Whether every byte is to be judged.
  ///   - keepsNames: Whether ids are kept, see ``IDCollector``.
  ///   - choice: Which lines are read further; its field is one of the columns.
  ///   - seeds: Returns the ids of the kind to which a column refers, where they can be had.
  init(
    _ schema: Schema,
    slots: Set<Int>,
    isStrict: Bool = false,
    keepsNames: Bool = false,
    choice: LineChoice? = nil,
    seeds: (Int) -> Seed? = { _ in nil }
  ) {
    self.schema = schema
    self.slots = slots.sorted()
    self.seeds = self.slots.map(seeds)
    removed = schema.fieldNames.count
    self.isStrict = isStrict
    self.keepsNames = keepsNames
    self.choice = choice
    plan = FieldPlan(
      keys: schema.fieldNames + [Array(RecordReader.removed.utf8)],
      wanted: [0] + slots,
      watched: removed,
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
    let picker = choice.map { unsafe LinePicker($0.picking, buffer, range) }
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
      if let choice, let picker, let index = slots.firstIndex(of: choice.slot) {
        collectors.forEachLine(of: index, lines, accepting: choice.accepts) {
          unsafe picker.pick(first + $0, at: places[$0])
        }
      }
      guard !scanner.slowLines.isEmpty else { continue }
      for (line, _) in scanner.faults { faults.insert(first + line) }
      for line in scanner.slowLines {
        if scanner.line(line).count > FieldPlace.maximumLine { faults.insert(first + line) }
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
    return Result(
      segment: segment,
      order: order,
      faults: faults.sorted(),
      picked: picker?.finish()
    )
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
