/// Finds the latest line of an id: a table in which ids of up to 24 bytes stand themselves.
struct IDTable: Sendable {
  struct Slot {
    /// The id; of a longer one or one with escapes nothing.
    var text: ShortText
    var count: UInt32
    /// The line, counted from 1; 0 where the slot is free.
    var line: UInt32
  }

  // A part for each core, by the highest bits of the hash.
  let parts: [Part]

  final class Part: Sendable {
    let slots: Zeroed<Slot>

    /// Enters the lines whose hash belongs to a part.
    init(_ lines: Lines, _ part: UInt64, of parts: UInt64) {
      let live = lines.succession.live
      var count = 0
      for segment in lines.segments {
        let hashes = segment.hashes
        for line in 0..<hashes.count where IDTable.part(hashes[line], parts) == part {
          count += 1
        }
      }
      // A small table is near: two places of three are taken.
      let size = count + count / 2 + 16
      let slots = Zeroed<Slot>(size)
      let places = lines.places
      for (segment, base) in zip(lines.segments, lines.bases) {
        let hashes = segment.hashes
        live.forEach(in: base..<base + segment.count) { line in
          let hash = hashes[line - base]
          guard IDTable.part(hash, parts) == part else { return }
          let id = places.shortID(line)
          var index = IDTable.first(hash, size)
          // There are more slots than lines of the part.
          while unsafe slots.start[index].line != 0 { index = index + 1 == size ? 0 : index + 1 }
          unsafe slots.start[index] = Slot(
            text: id?.text ?? .empty,
            count: UInt32(id?.count ?? 0),
            line: UInt32(line) + 1
          )
        }
      }
      self.slots = slots
    }
  }

  init(_ lines: Lines) {
    let cores = lines.succession.live.count > 20_000 ? Workers.cores : 1
    parts = Workers.map(cores) { Part(lines, UInt64($0), of: UInt64(cores)) }
  }

  @inline(__always)
  private static func part(_ hash: UInt32, _ parts: UInt64) -> UInt64 {
    (UInt64(hash) &* parts) >> 32
  }

  /// Where an id with a hash stands at first among some slots.
  @inline(__always)
  private static func first(_ hash: UInt32, _ size: Int) -> Int {
    // The highest bits are the same in all of a part.
    Int(
      truncatingIfNeeded: (UInt64(hash &* 0x9E37_79B1) &* UInt64(truncatingIfNeeded: size)) >> 32
    )
  }

  /// Where an id with a hash stands at first, to be touched before it is asked for.
  @inline(__always)
  func place(_ hash: UInt32) -> UnsafeRawPointer {
    let part = parts[Int(Self.part(hash, UInt64(parts.count)))]
    // The index is below the number of slots.
    return unsafe UnsafeRawPointer(part.slots.start + Self.first(hash, part.slots.count))
  }

  /// Finds a line; equal hashes are told apart by the bytes.
  func find(_ id: Span<UInt8>, _ places: Places) -> Int? {
    let hash = ByteHash.hash(id)
    let text = id.count <= ShortText.maximumCount ? ShortText(id) : nil
    return find(hash, text, id.count) { places.hasID($0, id) }
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
    let part = parts[Int(Self.part(hash, UInt64(parts.count)))]
    let size = part.slots.count
    var index = Self.first(hash, size)
    while true {
      // The index is below the number of slots, of which some are free.
      let slot = unsafe part.slots.start[index]
      guard slot.line != 0 else { return nil }
      let line = Int(slot.line) - 1
      if slot.count == 0 {
        if isNamed(line) { return line }
      } else if let text, slot.text == text, slot.count == UInt32(count) {
        return line
      }
      index = index + 1 == size ? 0 : index + 1
    }
  }
}
