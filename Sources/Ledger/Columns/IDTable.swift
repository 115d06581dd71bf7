/// Finds the latest line of an id: a table in which ids of up to 24 bytes stand themselves.
struct IDTable: Sendable {
  struct Slot {
    /// The id; of a longer one or one with escapes nothing.
    var text: ShortText
    var count: UInt32
    /// The line, counted from 1; 0 where the slot is free.
    var line: UInt32

    /// Zero where it holds a text that is not empty.
    @inline(__always)
    func difference(_ other: ShortText, _ size: Int) -> UInt64 {
      (text.words.0 ^ other.words.0) | (text.words.1 ^ other.words.1)
        | (text.words.2 ^ other.words.2) | UInt64(count ^ UInt32(truncatingIfNeeded: size))
    }
  }

  private let slots: Slots

  private final class Slots: Sendable {
    let all: Zeroed<Slot>

    init(_ count: Int) {
      all = Zeroed(count)
    }
  }

  /// Enters the latest lines.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - names: Their ids by segment, where they are at hand.
  init(_ lines: Lines, _ names: [Block<LineName>]?) {
    // Every second place is taken, so that most ids stand in the piece of memory that is looked at first.
    let count = lines.succession.live.count
    let slots = Slots(count * 2 + 16)
    self.slots = slots
    let cores = count > 20_000 ? Workers.cores : 1
    // Each core fills places of its own; whoever finds no room there comes last.
    let late = Workers.map(cores) { core in
      let size = slots.all.count
      let (first, end) = (size * core / cores, size * (core + 1) / cores)
      return Self.fill(slots, first & ~1..<end & ~1, lines, names)
    }
    for (hash, slot) in late.flatMap(\.self) {
      var index = Self.first(hash, slots.all.count)
      // There are more slots than lines.
      while unsafe slots.all.start[index].line != 0 { index = Self.next(index, slots.all.count) }
      unsafe slots.all.start[index] = slot
    }
  }

  /// Enters the lines whose ids stand at first within a range.
  ///
  /// - Returns: Those for which there was no room within it.
  private static func fill(
    _ slots: Slots,
    _ range: Range<Int>,
    _ lines: Lines,
    _ names: [Block<LineName>]?
  ) -> [(hash: UInt32, slot: Slot)] {
    let live = lines.succession.live
    let places = lines.places
    let size = slots.all.count
    var late: [(hash: UInt32, slot: Slot)] = []
    for (part, (segment, base)) in zip(lines.segments, lines.bases).enumerated() {
      let known = names?[part]
      unsafe segment.hashes.withPointer { hashes in
        live.forEach(in: base..<base + segment.count) { line in
          // A segment has a hash for each of its lines.
          let hash = unsafe hashes[line - base]
          var index = first(hash, size)
          guard range.contains(index) else { return }
          let name = known.map { $0[line - base] } ?? LineName(places.shortID(line))
          let slot = Slot(text: name.text, count: name.count, line: UInt32(line) + 1)
          // Within the range, which is one of the slots and no other core's.
          while index < range.upperBound, unsafe slots.all.start[index].line != 0 { index += 1 }
          guard index < range.upperBound else { return late.append((hash, slot)) }
          unsafe slots.all.start[index] = slot
        }
      }
    }
    return late
  }

  /// Where an id with a hash stands at first among an even number of slots: two make a piece of memory.
  @inline(__always)
  private static func first(_ hash: UInt32, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(hash) &* UInt64(truncatingIfNeeded: size)) >> 32) & ~1
  }

  @inline(__always)
  private static func next(_ index: Int, _ size: Int) -> Int {
    index &+ 1 == size ? 0 : index &+ 1
  }

  /// Where an id with a hash stands at first, to be touched before it is asked for.
  @inline(__always)
  func place(_ hash: UInt32) -> UnsafeRawPointer {
    // The index is below the number of slots.
    unsafe UnsafeRawPointer(slots.all.start + Self.first(hash, slots.all.count))
  }

  /// Finds a line; equal hashes are told apart by the bytes.
  func find(_ id: Span<UInt8>, _ places: Places) -> Int? {
    let hash = ByteHash.hash(id)
    let text = id.count <= ShortText.maximumCount ? ShortText(id) : nil
    return find(hash, text, id.count) { places.hasID($0, id) }
  }

  /// Finds the line of a short id in the two places where it most likely stands.
  ///
  /// - Parameters:
  ///   - hash: The hash of the id.
  ///   - text: The id, not empty.
  ///   - count: How many bytes it has.
  /// - Returns: The line; `nil` where the id stands elsewhere, or nowhere.
  @inline(__always)
  func findNear(_ hash: UInt32, _ text: ShortText, _ count: Int) -> Int? {
    // The number of slots is even, and so is the index. Which of the two it is cannot be guessed.
    let one = unsafe slots.all.start + Self.first(hash, slots.all.count)
    let two = unsafe one + 1
    let isNotOne = unsafe one.pointee.difference(text, count)
    guard min(isNotOne, unsafe two.pointee.difference(text, count)) == 0 else { return nil }
    let line = unsafe isNotOne == 0 ? one.pointee.line : two.pointee.line
    return Int(truncatingIfNeeded: line) &- 1
  }

  /// Where an id stands that is not near, to be touched before it is asked for.
  @inline(__always)
  func nextPlace(_ hash: UInt32) -> UnsafeRawPointer {
    let next = Self.first(hash, slots.all.count) &+ 2
    // The index is below the number of slots.
    return unsafe UnsafeRawPointer(slots.all.start + (next == slots.all.count ? 0 : next))
  }

  /// Finds a line.
  ///
  /// - Parameters:
  ///   - hash: The hash of the id.
  ///   - text: The id where it is short.
  ///   - count: How many bytes the id has.
  ///   - isNamed: Whether a line has the id, for those that are not in the table themselves.
  /// - Returns: The line; `nil` where none has the id.
  @inline(__always)
  func find(_ hash: UInt32, _ text: ShortText?, _ count: Int, _ isNamed: (Int) -> Bool) -> Int? {
    let size = slots.all.count
    var index = Self.first(hash, size)
    while true {
      // The index is below the number of slots, of which some are free.
      let slot = unsafe slots.all.start + index
      let entry = unsafe slot.pointee.line
      guard entry != 0 else { return nil }
      let line = Int(truncatingIfNeeded: entry) &- 1
      if unsafe slot.pointee.count == 0 {
        if isNamed(line) { return line }
      } else if let text, unsafe slot.pointee.text == text,
        unsafe slot.pointee.count == UInt32(truncatingIfNeeded: count)
      {
        return line
      }
      index = Self.next(index, size)
    }
  }
}
