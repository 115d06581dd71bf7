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
