extension Lines {
  /// Finds the lines that few values name by one look at every hash, without a table of all ids.
  ///
  /// - Parameter values: The values of a field that refers to this kind.
  /// - Returns: The line of each code; -1 where none has the id.
  func rows(naming values: Values) -> [Int32] {
    var rows = [Int32](repeating: -1, count: values.count)
    var codes = OrdinalMap()
    var bits = 16
    while bits < 22, 1 << bits < values.count * 256 { bits += 1 }
    let mask = 1 << bits - 1
    var marks = LineSet(none: 1 << bits)
    for code in 1..<max(values.count, 1) {
      guard let id = values.withText(code, { RecordID.bytes($0) }) else { continue }
      let hash = ByteHash.hash(id)
      codes.insert(hash, code)
      marks.insert(Int(hash) & mask)
    }
    let places = places
    for (line, hash) in marked(marks, mask) {
      for code in codes.ordinals(hash) where rows[code] < 0 {
        let isNamed = values.withText(code) { text in
          RecordID.bytes(text).map { places.hasID(line, $0.span) } ?? false
        }
        if isNamed { rows[code] = Int32(line) }
      }
    }
    return rows
  }

  /// The latest lines of their records whose hash has a mark.
  private func marked(_ marks: LineSet, _ mask: Int) -> [(line: Int, hash: UInt32)] {
    let lines = self
    let cores = total > 100_000 ? segments.count : 1
    let parts = Workers.map(cores) { core in
      var found: [(line: Int, hash: UInt32)] = []
      for index in cores == 1 ? lines.segments.indices : core..<core + 1 {
        let base = lines.bases[index]
        unsafe lines.segments[index].hashes.withPointer { hashes in
          for line in 0..<hashes.count {
            let hash = unsafe hashes[line]
            if marks.contains(Int(hash) & mask), lines.succession.live.contains(base + line) {
              found.append((base + line, hash))
            }
          }
        }
      }
      return found
    }
    return parts.flatMap(\.self)
  }
}
