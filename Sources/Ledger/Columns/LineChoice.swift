import JSONLines

/// Which lines are read further than the others: those whose value of one field is accepted.
struct LineChoice: Sendable {
  /// The field.
  let slot: Int
  /// Says whether a JSON text is accepted; `nil` for none.
  let accepts: @Sendable (Span<UInt8>?) -> Bool
  /// Reads the chosen lines.
  let picking: Picking

  /// What is read of chosen lines alone.
  struct Picking: Sendable {
    let slots: [Int]
    let seeds: [Seed?]
    let plan: FieldPlan
    let readsIDs: Bool

    /// Prepares the reading of lines whose ids and ends were read before, or are at the same time.
    ///
    /// - Parameters:
    ///   - schema: The kind.
    ///   - slots: The columns.
    ///   - isStrict: Whether every byte of the lines is judged.
    ///   - readsIDs: Whether ids are read as well.
    ///   - seeds: Returns the ids of the kind to which a column refers, where they can be had.
    init(
      _ schema: Schema,
      _ slots: Set<Int>,
      isStrict: Bool,
      readsIDs: Bool,
      seeds: (Int) -> Seed? = { _ in nil }
    ) {
      self.slots = slots.sorted()
      self.seeds = self.slots.map(seeds)
      self.readsIDs = readsIDs
      plan = FieldPlan(
        keys: schema.fieldNames + [Array(RecordReader.removed.utf8)],
        wanted: (readsIDs ? [0] : []) + self.slots,
        isStrict: isStrict
      )
    }
  }
}

/// Lines of a segment that were chosen, and what was read of them alone.
struct PickedLines: Sendable {
  /// The lines, counted within the segment, in order.
  let lines: Block<UInt32>
  /// What each is about as JSON text, where that was asked for; the first stands behind no text.
  let ids: Values
  /// The columns by slot: the codes of these lines only.
  let columns: [Int: Coded]
  /// Those among them that cannot be read.
  let faults: [Int]
}

/// Reads chosen lines of a segment.
@safe final class LinePicker {
  private let picking: LineChoice.Picking
  private let buffer: UnsafeRawBufferPointer
  private let collectors: Collectors
  private var scanner: FieldScanner
  private var lines = Growing<UInt32>()
  private var idEnds = Growing<UInt32>()
  private var idText = Growing<UInt8>(capacity: 1024)
  // Where those begin that are not read yet.
  private var starts: [Int] = []
  private var faults: [Int] = []

  /// Creates a picker.
  ///
  /// - Parameters:
  ///   - picking: What to read.
  ///   - buffer: The file, whose memory lives longer than the picker.
  ///   - range: The bytes of the segment.
  @unsafe init(
    _ picking: LineChoice.Picking,
    _ buffer: UnsafeRawBufferPointer,
    _ range: Range<Int>
  ) {
    self.picking = picking
    unsafe self.buffer = buffer
    collectors = Collectors(picking.seeds, capacity: 1024)
    unsafe scanner = FieldScanner(picking.plan, buffer, range)
    idEnds.append(0)
  }

  /// Takes a line and where it begins.
  func pick(_ line: Int, at start: Int) {
    lines.append(UInt32(line))
    starts.append(start)
    if starts.count == FieldScanner.batchSize { read() }
  }

  private func read() {
    let first = lines.count - starts.count
    scanner.readLines(at: starts[...])
    for (index, slot) in picking.slots.enumerated() {
      // Each of these holds as many as lines were read, until the next lines are read.
      unsafe collectors.take(
        index,
        buffer,
        scanner.lineStarts,
        scanner.column(slot),
        scanner.count
      )
    }
    if picking.readsIDs {
      for line in 0..<scanner.count {
        let id = scanner.value(0, line)
        // Within the file, which lives longer.
        if let id, let base = unsafe buffer.baseAddress {
          unsafe idText.append(base + id.start, count: id.end - id.start)
        }
        idEnds.append(UInt32(idText.count))
      }
    }
    faults += scanner.faults.map { Int(lines[first + $0.line]) }
    starts.removeAll(keepingCapacity: true)
  }

  /// Reads the last of them.
  func finish() -> PickedLines {
    if !starts.isEmpty { read() }
    return PickedLines(
      lines: lines.taken(),
      ids: Values(ends: idEnds.taken(), text: idText.taken()),
      columns: Dictionary(uniqueKeysWithValues: zip(picking.slots, collectors.finish())),
      faults: faults
    )
  }
}

extension Growing {
  /// The numbers so far; what comes begins anew.
  fileprivate mutating func taken() -> Block<Element> {
    var all = Growing()
    swap(&all, &self)
    return all.finish()
  }
}
