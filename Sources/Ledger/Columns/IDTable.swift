/// Finds the latest line of an id: a table of hashed bytes with free places, four bytes each.
struct IDTable: Sendable {
  private let slots: [UInt32]

  init(_ lines: Lines) {
    let count = lines.succession.live.count
    var size = 64
    while size * 3 < count * 4 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (segment, base) in zip(lines.segments, lines.bases) {
      lines.succession.live.forEach(in: base..<base + segment.count) { line in
        var slot = Int(segment.hashes[line - base]) & (size - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = UInt32(line) + 1
      }
    }
    self.slots = slots
  }

  /// Finds a line; equal hashes are told apart by the bytes.
  func find(_ id: Span<UInt8>, _ places: Places) -> Int? {
    var slot = Int(ByteHash.hash(id)) & (slots.count - 1)
    while slots[slot] != 0 {
      let line = Int(slots[slot]) - 1
      if places.hasID(line, id) { return line }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
