import JSONLines

/// Reads the keys of lines: for each a hash and where its line begins.
struct KeyReader: Sendable {
  /// The keys of some bytes.
  struct Result: Sendable {
    /// What offsets are counted from.
    let base: Int
    /// For each of the fields the hash in the upper half, the offset in the lower; in order.
    let entries: [[UInt64]]
    /// Where lines begin that cannot be read.
    let faults: [Int]
  }

  /// One of the keys, without anything that would have to be held for every line.
  private struct Part {
    enum Kind { case id, name, some, all }

    let kind: Kind
    /// Where the slots of its fields stand among those of all.
    let slots: Range<Int>
  }

  private let parts: [Part]
  private let slots: [Int]
  /// By slot: many look at the same fields at once, and whoever has it need not touch them.
  private let canonicals: [Canonical?]
  private let plan: FieldPlan

  /// Creates a reader.
  init(_ schema: Schema, _ fields: [KeyField]) {
    canonicals = schema.fields.map(\.type.canonical)
    var slots: [Int] = []
    parts = fields.map { field in
      let first = slots.count
      slots += field.slots(schema)
      let kind: Part.Kind =
        switch field {
        case .id: .id
        case .name: .name
        case .values(_, let needsAll): needsAll ? .all : .some
        }
      return Part(kind: kind, slots: first..<slots.count)
    }
    self.slots = slots
    plan = FieldPlan(keys: schema.fieldNames, wanted: [0] + slots, isStrict: false)
  }

  /// Reads the lines of a range that begins and ends between lines, and is no larger than 4 GB.
  func read(_ bytes: Bytes, _ range: Range<Int>) -> Result {
    precondition(range.count <= UInt32.max)
    return unsafe bytes.withRaw { buffer in unsafe read(buffer, range) }
  }

  private func read(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>) -> Result {
    var entries = parts.map { _ in
      var list: [UInt64] = []
      // Lines are mostly longer: what is not filled takes no memory.
      list.reserveCapacity(range.count / 160)
      return list
    }
    var faults: [Int] = []
    var scanner = unsafe FieldScanner(plan, buffer, range)
    var folded = FoldedHash()
    while scanner.nextLines() {
      for line in 0..<scanner.count {
        let start = scanner.line(line).lowerBound
        guard let id = scanner.value(0, line), id.kind == .string,
          id.end - id.start > 2
        else {
          faults.append(start)
          continue
        }
        let place = UInt64(start - range.lowerBound)
        for index in parts.indices {
          let part = parts[index]
          // Every value lies within its line, and the line within the buffer.
          switch part.kind {
          case .id:
            entries[index].append(UInt64(unsafe Self.hash(id, buffer)) << 32 | place)
          case .name:
            for position in part.slots {
              guard let value = scanner.value(slots[position], line) else { continue }
              guard value.kind != .string else {
                let hash = unsafe folded.hash(value, buffer) ?? KeyHash.wild
                entries[index].append(UInt64(hash) << 32 | place)
                continue
              }
              // A list of texts is several names.
              let list = JSONValue(value, in: unsafe Span<UInt8>(_unsafeBytes: buffer))
              for text in list.texts {
                let hash = KeyHash.of(Folding.key(text)) ?? KeyHash.wild
                entries[index].append(UInt64(hash) << 32 | place)
              }
            }
          case .some, .all:
            guard let hash = unsafe values(part, scanner, line, buffer, &folded) else { continue }
            entries[index].append(UInt64(hash) << 32 | place)
          }
        }
      }
    }
    return Result(base: range.lowerBound, entries: entries, faults: faults)
  }

  private static let nothing = ByteHash.hash([])

  /// The hash of the values of several fields; `nil` where too few of them have one to name a record.
  private func values(
    _ part: Part,
    _ scanner: borrowing FieldScanner,
    _ line: Int,
    _ buffer: UnsafeRawBufferPointer,
    _ folded: inout FoldedHash
  ) -> UInt32? {
    var hash = KeyHash()
    var known = 0
    var isWild = false
    for position in part.slots {
      let slot = slots[position]
      guard let value = scanner.value(slot, line) else {
        guard position > part.slots.lowerBound, part.kind == .some else { return nil }
        hash.add(Self.nothing)
        continue
      }
      let next = unsafe folded.hash(value, as: canonicals[slot], buffer)
      isWild = isWild || next == nil
      hash.add(next ?? 0)
      known += 1
    }
    guard known >= min(2, part.slots.count) else { return nil }
    return isWild ? KeyHash.wild : hash.value
  }

  private static func hash(_ id: RawJSON, _ buffer: UnsafeRawBufferPointer) -> UInt32 {
    guard !id.isEscaped, let base = buffer.baseAddress else {
      let span = unsafe Span<UInt8>(_unsafeBytes: buffer)
      return ByteHash.hash(Array((id.string(in: span) ?? "").utf8))
    }
    return unsafe ByteHash.hash(base + id.start + 1, id.end - id.start - 2)
  }
}
