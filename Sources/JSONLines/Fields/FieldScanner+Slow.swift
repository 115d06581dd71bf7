extension FieldScanner {
  /// Reads a line with the strict reader, which also says what is wrong with it.
  mutating func readSlowly(_ line: Range<Int>) {
    forget(read)
    slowLines.append(row)
    do throws(JSONError) {
      try slowLine(line)
    } catch {
      forget(read)
      faults.append((row, error))
    }
  }

  /// Reads a line with the strict reader.
  private mutating func slowLine(_ range: Range<Int>) throws(JSONError) {
    // Within the bytes that the caller of `init` promised, for the time of this call.
    let buffer = unsafe UnsafeRawBufferPointer(start: base, count: end)
    let span = unsafe Span<UInt8>(_unsafeBytes: buffer)
    var others = Set<[UInt8]>()
    var found: UInt64 = 0
    let places = unsafe places
    // Whether every key of the line can be compared by words.
    let isNear = range.upperBound <= limit
    var scanner = JSONScanner(range)
    try scanner.object(span) { (key, value) throws(JSONError) in
      var slot = isNear && !key.isEscaped ? self.key(key.start, from: 0) : -1
      if slot < 0, key.isEscaped || hasLongKeys || !isNear {
        slot = plan.keys.firstIndex { key.names($0, in: span) } ?? -1
      }
      guard slot >= 0 else {
        guard others.insert(Array((key.string(in: span) ?? "").utf8)).inserted else {
          throw JSONError(.duplicateKey, at: key.start)
        }
        return
      }
      guard found >> UInt64(slot) & 1 == 0 else { throw JSONError(.duplicateKey, at: key.start) }
      found |= 1 << UInt64(slot)
      // Of a line that is too long no places can be told; the slot is the index of one of the keys.
      guard read >> UInt64(slot) & 1 == 1, range.count <= FieldPlace.maximumLine else {
        return
      }
      unsafe places[slot * Self.batchSize + row] = FieldPlace(value, inLineAt: range.lowerBound)
    }
  }
}

extension RawJSON {
  /// Whether the text of a string is a key, escapes resolved.
  fileprivate func names(_ key: [UInt8], in bytes: Span<UInt8>) -> Bool {
    isEscaped ? Array((string(in: bytes) ?? "").utf8) == key : equals(key, in: bytes)
  }
}
