import JSONLines

/// Some lines of a data file: where each begins, the hash of its id, and the columns that were asked for.
struct Segment: Sendable {
  /// The bytes of the lines; at most 4 GB.
  let range: Range<Int>
  private let lineStarts: LineNumbers
  private let idHashes: LineNumbers
  /// The lines that end a record, counted within the segment.
  let removals: Block<UInt32>
  /// Whether every byte was judged.
  let isStrict: Bool
  /// The columns by slot.
  var columns: [Int: Coded]

  init(
    range: Range<Int>,
    starts: LineNumbers,
    hashes: LineNumbers,
    removals: Block<UInt32>,
    isStrict: Bool,
    columns: [Int: Coded]
  ) {
    self.range = range
    lineStarts = starts
    idHashes = hashes
    self.removals = removals
    self.isStrict = isStrict
    self.columns = columns
  }

  /// Columns without the lines in which they stand.
  init(_ columns: [Int: Coded]) {
    self.init(
      range: 0..<0,
      starts: .read(Block([])),
      hashes: .read(Block([])),
      removals: Block([]),
      isStrict: true,
      columns: columns
    )
  }

  /// The number of lines.
  var count: Int { lineStarts.count }

  /// Where each line begins, counted from the start of the range.
  var starts: Block<UInt32> { lineStarts.block }

  /// The hash of each line's id.
  var hashes: Block<UInt32> { idHashes.block }

  /// The same lines without the hashes of their ids, which are made anew where somebody asks for them.
  ///
  /// - Parameter make: Reads the hashes of a range.
  /// - Returns: The lines.
  func remaking(hashes make: @escaping @Sendable (Range<Int>) -> Block<UInt32>) -> Segment {
    let range = range
    return Segment(
      range: range,
      starts: lineStarts,
      hashes: .kept(LateBlock(count: count) { make(range) }, count: count),
      removals: removals,
      isStrict: isStrict,
      columns: columns
    )
  }

  /// The largest range of one segment: starts are kept in 32 bits.
  static let maximumSize = 1 << 31

  /// The bytes of a line without its line end.
  func line(_ index: Int) -> Range<Int> {
    let starts = starts
    let start = range.lowerBound + Int(starts[index])
    let end =
      index + 1 < starts.count ? range.lowerBound + Int(starts[index + 1]) : range.upperBound
    return start..<end
  }
}

extension Segment {
  /// The lines up to a size of the file; `nil` where there are none.
  func clipped(to size: Int) -> Segment? {
    guard size < range.upperBound else { return self }
    guard size > range.lowerBound else { return nil }
    let starts = starts
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if range.lowerBound + Int(starts[middle]) < size { low = middle + 1 } else { high = middle }
    }
    let kept = low
    return Segment(
      range: range.lowerBound..<size,
      starts: lineStarts.prefix(kept),
      hashes: idHashes.prefix(kept),
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
