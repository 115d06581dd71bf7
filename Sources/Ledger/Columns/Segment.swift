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
    let faults: [Int]
  }

  private let schema: Schema
  private let slots: [Int]
  private let plan: FieldPlan
  private let isStrict: Bool
  private let removed: Int

  /// Creates a reader of some columns.
  init(_ schema: Schema, slots: Set<Int>, isStrict: Bool) {
    self.schema = schema
    self.slots = slots.sorted()
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
    guard let base = buffer.baseAddress, !range.isEmpty else { return nothing(range) }
    let expected = range.count / 300 + 16
    var starts = Growing<UInt32>(capacity: expected)
    var hashes = Growing<UInt32>(capacity: expected)
    var removals: [UInt32] = []
    var faults: [Int] = []
    let collectors = Collectors(slots.count, capacity: expected)
    var scanner = unsafe FieldScanner(plan, buffer, range)
    while scanner.next() {
      let line = scanner.line
      if scanner.fault != nil || line.count > PackedValue.maximumLength {
        faults.append(starts.count)
      }
      starts.append(UInt32(line.lowerBound - range.lowerBound))
      // What is said of a value lies within the bytes that the scanner read.
      if scanner.fault == nil, let id = scanner.value(0), id.kind == .string, id.end - id.start > 2
      {
        hashes.append(
          id.isEscaped
            ? ByteHash.hash(Array((unsafe text(id, buffer)).utf8))
            : unsafe ByteHash.hash(base + id.start + 1, id.end - id.start - 2)
        )
      } else {
        hashes.append(0)
        if faults.last != starts.count - 1 { faults.append(starts.count - 1) }
      }
      for (index, slot) in slots.enumerated() {
        if scanner.fault == nil, let value = scanner.value(slot) {
          unsafe collectors.take(index, base + value.start, value.end - value.start)
        } else {
          collectors.takeNothing(index)
        }
      }
      // `null` is no value here as in every field.
      guard scanner.fault == nil, let reason = scanner.value(removed), reason.kind != .null else {
        continue
      }
      removals.append(UInt32(starts.count - 1))
      if reason.kind != .string, faults.last != starts.count - 1 { faults.append(starts.count - 1) }
    }
    let columns = Dictionary(uniqueKeysWithValues: zip(slots, collectors.finish()))
    let segment = Segment(
      range: range,
      starts: starts.finish(),
      hashes: hashes.finish(),
      removals: Block(removals),
      isStrict: isStrict,
      columns: columns
    )
    return Result(segment: segment, faults: faults)
  }

  private func nothing(_ range: Range<Int>) -> Result {
    let none = Collectors(slots.count, capacity: 0)
    return Result(
      segment: Segment(
        range: range,
        starts: Block([]),
        hashes: Block([]),
        removals: Block([]),
        isStrict: isStrict,
        columns: Dictionary(uniqueKeysWithValues: zip(slots, none.finish()))
      ),
      faults: []
    )
  }

  private func text(_ value: RawJSON, _ buffer: UnsafeRawBufferPointer) -> String {
    let span = unsafe Span<UInt8>(_unsafeBytes: buffer)
    return value.string(in: span) ?? ""
  }
}

/// The collectors of several columns; they cannot stand in an array.
@safe final class Collectors {
  private let count: Int
  private let all: UnsafeMutablePointer<ValueCollector>
  private var isFinished = false

  init(_ count: Int, capacity: Int) {
    self.count = count
    unsafe all = .allocate(capacity: max(count, 1))
    for index in 0..<count {
      unsafe (all + index).initialize(to: ValueCollector(capacity: capacity))
    }
  }

  deinit {
    // What was finished has been moved away.
    if !isFinished { unsafe all.deinitialize(count: count) }
    unsafe all.deallocate()
  }

  @inline(__always)
  func take(_ index: Int, _ start: UnsafeRawPointer, _ size: Int) {
    precondition(index < count)
    unsafe all[index].take(start, size)
  }

  @inline(__always)
  func takeNothing(_ index: Int) {
    precondition(index < count)
    unsafe all[index].takeNothing()
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
