extension DataFile {
  /// Returns the lines with some columns that need be right for some rows only.
  ///
  /// - Parameters:
  ///   - slots: The columns.
  ///   - rows: The rows.
  ///   - isStrict: Whether every byte of those lines is to be judged.
  /// - Returns: The lines.
  /// - Throws: ``Diagnostics`` with the lines that cannot be read.
  func lines(_ slots: Set<Int>, in rows: [Int], isStrict: Bool = false) throws -> Lines {
    let lines = try lines()
    let missing = slots.subtracting(lines.slots)
    // Where columns are kept they are at hand, or are about to be.
    guard keptLines == nil, !missing.isEmpty, rows.count < lines.total / 2 else {
      return try self.lines(slots, isStrict: isStrict)
    }
    let reader = SegmentReader(source.schema, slots: missing, isStrict: isStrict, isKnown: true)
    let bytes = source.bytes
    let wanted = rows.reduce(into: LineSet(none: lines.total)) { $0.insert($1) }
    let results = Workers.map(lines.segments.count) { index in
      let (segment, base) = (lines.segments[index], lines.bases[index])
      var chosen: [Int] = []
      wanted.forEach(in: base..<base + segment.count) { chosen.append($0 - base) }
      return reader.read(bytes, segment, chosen)
    }
    var faults: [Diagnostic] = []
    var segments = lines.segments
    for (index, result) in results.enumerated() {
      segments[index].columns = result.columns
      for line in result.faults {
        do throws(Diagnostic) {
          _ = try lines.entry(lines.bases[index] + line)
        } catch {
          faults.append(error)
        }
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return lines.adding(segments)
  }
}
