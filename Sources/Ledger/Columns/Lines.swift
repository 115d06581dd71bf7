import JSONLines

/// The lines of a data file: which are the latest, and what their columns hold.
struct Lines: Sendable {
  let source: FileSource
  private(set) var segments: [Segment]
  /// The number of lines before each segment.
  let bases: [Int]
  let total: Int
  let succession: Succession
  /// What is kept, so that lines behind these need no look at all of them.
  let order: Order
  /// Finds these lines by id.
  let index: LineIndex

  /// Finds the latest lines.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - segments: All of its lines.
  ///   - known: What was kept of the first of them.
  ///   - orders: What is known of the order of ids in each of the others.
  init(
    _ source: FileSource,
    _ segments: [Segment],
    after known: Order? = nil,
    orders: [IDOrder]
  ) {
    self.source = source
    self.segments = segments
    var bases: [Int] = []
    var total = 0
    var removals: [Int] = []
    for segment in segments {
      bases.append(total)
      for index in 0..<segment.removals.count {
        removals.append(total + Int(segment.removals[index]))
      }
      total += segment.count
    }
    self.bases = bases
    self.total = total
    // At hand are the ids of all lines, or of none.
    let names = orders.compactMap(\.names)
    let all = names.count == segments.count ? names : nil
    index = LineIndex(all)
    let places = Places(source: source, segments: segments, bases: bases, names: all)
    order = Order(orders, places, after: known)
    succession = Succession(order.pairs, total: total, removals: removals)
  }

  var isStrict: Bool { segments.allSatisfy(\.isStrict) }

  /// The columns that are there.
  var slots: Set<Int> { segments.first.map { Set($0.columns.keys) } ?? [] }

  var places: Places { Places(source: source, segments: segments, bases: bases) }

  /// The same lines with more columns, from a segment on.
  func adding(_ others: [Segment], from first: Int = 0) -> Lines {
    var copy = self
    for (index, other) in others.enumerated() {
      copy.segments[first + index].columns.merge(other.columns) { old, _ in old }
    }
    return copy
  }

  /// The same lines with what was kept of them, and with some columns.
  func keeping(_ kept: LinesCache.Kept, _ columns: [[Int: Coded]]) -> Lines {
    var copy = self
    copy.segments = zip(kept.segments, columns).map { segment, columns in
      var segment = segment
      segment.columns = columns
      return segment
    }
    return copy
  }

  /// The same lines without their columns.
  func withoutColumns() -> Lines {
    var copy = self
    for index in copy.segments.indices { copy.segments[index].columns = [:] }
    return copy
  }

  /// The same lines without the hashes of their ids in memory.
  func givingUpHashes() -> Lines {
    var copy = self
    let source = source
    copy.segments = segments.map { segment in
      segment.remaking {
        SegmentReader(source.schema, slots: []).read(source.bytes, $0).segment.hashes
      }
    }
    return copy
  }

  /// The same lines, the last of them read anew.
  func replacing(from index: Int, with others: [Segment]) -> Lines {
    var copy = self
    copy.segments.replaceSubrange(index..., with: others)
    return copy
  }

  /// Reads a line.
  func entry(_ line: Int) throws(Diagnostic) -> Entry {
    try source.entry(places.range(line), number: line + 1)
  }

  /// Hands out the latest lines in the order in which their ids first appeared.
  func forEachRow(_ body: (Int) throws -> Void) rethrows {
    // Pairs come in the order of their first lines.
    let pairs = succession.pairs
    var pair = 0
    for line in 0..<total where !succession.later.contains(line) {
      var latest = line
      if !succession.live.contains(line) {
        while pair < pairs.count, Int(pairs[pair] >> 32) < line { pair += 1 }
        guard pair < pairs.count, Int(pairs[pair] >> 32) == line else { continue }
        latest = succession.latest(Int(pairs[pair] & 0xFFFF_FFFF))
      }
      if succession.live.contains(latest) { try body(latest) }
    }
  }

  /// Finds the latest line of a record by looking at every hash.
  func find(_ id: RecordID) -> Int? {
    let bytes = Array(id.text.utf8)
    let hash = ByteHash.hash(bytes)
    for (segment, base) in zip(segments, bases) {
      let found = unsafe segment.hashes.withPointer { hashes -> Int? in
        for index in 0..<hashes.count where unsafe hashes[index] == hash {
          let line = base + index
          if succession.live.contains(line), places.id(line) == bytes { return line }
        }
        return nil
      }
      if let found { return found }
    }
    return nil
  }
}
