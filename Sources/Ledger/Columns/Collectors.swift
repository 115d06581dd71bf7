import JSONLines

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

  /// Hands out those of the lines that were just taken whose values are accepted.
  ///
  /// - Parameters:
  ///   - index: The column.
  ///   - lines: How many lines were taken.
  ///   - accepts: Is asked once for each text, and for none.
  ///   - body: Takes the index of each line among them.
  func forEachLine(
    of index: Int,
    _ lines: Int,
    accepting accepts: (Span<UInt8>?) -> Bool,
    _ body: (Int) -> Void
  ) {
    precondition(index < count)
    unsafe all[index].forEachLine(lines, accepting: accepts, body)
  }

  func finish() -> [Coded] {
    precondition(!isFinished)
    isFinished = true
    return (0..<count).map { unsafe (all + $0).move().finish() }
  }
}
