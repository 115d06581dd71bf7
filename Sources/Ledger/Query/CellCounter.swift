/// Counts lines by the combination of their groups: each combination has a place of its own.
struct CellCounter {
  /// How many lines each combination has.
  private(set) var sums: [UInt32]
  private var cells = [UInt32](repeating: 0, count: Self.chunk)

  /// Lines are counted some at a time, key after key, so that each key is a walk through memory.
  private static let chunk = 4096

  init(_ count: Int) {
    sums = Array(repeating: 0, count: count)
  }

  /// Counts the lines of a segment.
  ///
  /// - Parameters:
  ///   - keys: The groups of the lines by each key, and what one group more adds to the place.
  ///   - chosen: The lines that count, among all of the file.
  ///   - lines: Those of the segment.
  mutating func count(
    _ keys: [(part: Grouping.Part, step: UInt32)],
    _ chosen: LineSet,
    _ lines: Range<Int>
  ) {
    // What a code that is no group adds.
    let places = keys.map { key in key.part.groups.map { $0.map { $0 * key.step } } }
    var first = lines.lowerBound
    while first < lines.upperBound {
      let end = min(first + Self.chunk, lines.upperBound)
      for index in 0..<end - first { cells[index] = 0 }
      for (key, places) in zip(keys, places) {
        let start = first - lines.lowerBound
        switch key.part.codes.width {
        case .one(let codes): add(codes, places, key.step, from: start, end - first)
        case .two(let codes): add(codes, places, key.step, from: start, end - first)
        case .four(let codes): add(codes, places, key.step, from: start, end - first)
        }
      }
      take(chosen, first..<end)
      first = end
    }
  }

  /// Adds what the groups of some lines by one key add to their places.
  private mutating func add<Code: FixedWidthInteger>(
    _ codes: Block<Code>,
    _ places: [UInt32]?,
    _ step: UInt32,
    from offset: Int,
    _ count: Int
  ) {
    precondition(offset + count <= codes.count && count <= cells.count)
    unsafe codes.withPointer { codes in
      unsafe cells.withUnsafeMutableBufferPointer { cells in
        guard let places else {
          // Within the codes and the cells, as was just checked.
          for index in 0..<count {
            unsafe cells[index] &+= UInt32(truncatingIfNeeded: codes[offset &+ index]) &* step
          }
          return
        }
        unsafe places.withUnsafeBufferPointer { places in
          for index in 0..<count {
            // Within the codes and the cells, as was just checked; a code may be anything.
            let code = Int(truncatingIfNeeded: unsafe codes[offset &+ index])
            precondition(code < places.count)
            unsafe cells[index] &+= places[code]
          }
        }
      }
    }
  }

  /// Counts the lines whose places are known.
  private mutating func take(_ chosen: LineSet, _ lines: Range<Int>) {
    let first = lines.lowerBound
    // Where most lines count, taking the others away again is less work than asking for each.
    guard chosen.count(in: lines) * 4 > lines.count * 3 else {
      chosen.forEach(in: lines) { sums[Int(cells[$0 - first])] &+= 1 }
      return
    }
    for index in 0..<lines.count { sums[Int(cells[index])] &+= 1 }
    chosen.forEachOther(in: lines) { sums[Int(cells[$0 - first])] &-= 1 }
  }
}
