import JSONLines

/// Some lines of a data file: where each begins, the hash of its id, and the columns that were asked for.
struct Segment: Sendable {
  /// The bytes of the lines; at most 4 GB.
  let range: Range<Int>
  /// Where each line begins, counted from the start of the range.
  let starts: Block<UInt32>
  /// The hash of each line's id.
  let hashes: Block<UInt32>
  /// The lines that end a record, counted within the segment.
  let removals: Block<UInt32>
  /// Whether every byte was judged.
  let isStrict: Bool
  /// The columns by slot.
  var columns: [Int: Coded]

  /// The number of lines.
  var count: Int { starts.count }

  /// The largest range of one segment: starts are kept in 32 bits.
  static let maximumSize = 1 << 31

  /// The bytes of a line without its line end.
  func line(_ index: Int) -> Range<Int> {
    let start = range.lowerBound + Int(starts[index])
    let end = index + 1 < count ? range.lowerBound + Int(starts[index + 1]) : range.upperBound
    return start..<end
  }
}

extension Segment {
  /// The lines up to a size of the file; `nil` where there are none.
  func clipped(to size: Int) -> Segment? {
    guard size < range.upperBound else { return self }
    guard size > range.lowerBound else { return nil }
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if range.lowerBound + Int(starts[middle]) < size { low = middle + 1 } else { high = middle }
    }
    let kept = low
    return Segment(
      range: range.lowerBound..<size,
      starts: starts.prefix(kept),
      hashes: hashes.prefix(kept),
      removals: Block((0..<removals.count).map { removals[$0] }.filter { $0 < kept }),
      isStrict: isStrict,
      columns: columns.mapValues { $0.clipped(to: kept) }
    )
  }
}

extension Coded {
  /// The first lines of the column.
  func clipped(to count: Int) -> Coded {
    count == codes.count ? self : Coded(codes: codes.prefix(count), values: values)
  }
}

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

  /// Creates a reader of some columns.
  init(_ schema: Schema, slots: Set<Int>, isStrict: Bool, seeds: (Int) -> Seed? = { _ in nil }) {
    self.schema = schema
    self.slots = slots.sorted()
    self.seeds = self.slots.map(seeds)
    removed = schema.fieldNames.count
    self.isStrict = isStrict
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
    var ids = IDCollector(capacity: expected)
    var removals: [UInt32] = []
    var faults: Set<Int> = []
    let collectors = Collectors(seeds, capacity: expected)
    var scanner = unsafe FieldScanner(plan, buffer, range)
    while scanner.nextLines() {
      let first = starts.count
      let lines = scanner.count
      // Each of these holds as many as there are lines, until the next lines are read.
      let places = unsafe scanner.lineStarts
      for line in 0..<lines {
        starts.append(UInt32(truncatingIfNeeded: unsafe places[line] - range.lowerBound))
      }
      unsafe ids.take(buffer, places, scanner.column(0), lines) { faults.insert(first + $0) }
      for (index, slot) in slots.enumerated() {
        unsafe collectors.take(index, buffer, places, scanner.column(slot), lines)
      }
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
      starts: starts.finish(),
      hashes: hashes,
      removals: Block(removals),
      isStrict: isStrict,
      columns: columns
    )
    return Result(segment: segment, order: order, faults: faults.sorted())
  }
}

/// The collectors of several columns; they cannot stand in an array.
@safe final class Collectors {
  private let count: Int
  private let all: UnsafeMutablePointer<ValueCollector>
  private var isFinished = false

  init(_ seeds: [Seed?], capacity: Int) {
    count = seeds.count
    unsafe all = .allocate(capacity: max(count, 1))
    for (index, seed) in seeds.enumerated() {
      unsafe (all + index).initialize(to: ValueCollector(capacity: capacity, seed: seed))
    }
  }

  deinit {
    // What was finished has been moved away.
    if !isFinished { unsafe all.deinitialize(count: count) }
    unsafe all.deallocate()
  }

  /// Takes the values of some lines, see ``ValueCollector``.
  func take(
    _ index: Int,
    _ buffer: UnsafeRawBufferPointer,
    _ starts: UnsafePointer<Int>,
    _ places: UnsafePointer<FieldPlace>,
    _ lines: Int
  ) {
    precondition(index < count)
    unsafe all[index].take(buffer, starts, places, lines)
  }

  func finish() -> [Coded] {
    precondition(!isFinished)
    isFinished = true
    return (0..<count).map { unsafe (all + $0).move().finish() }
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
