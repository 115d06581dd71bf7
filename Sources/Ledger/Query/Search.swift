import JSONLines

/// Finds a text anywhere in a ledger.
public enum Search {
  /// A record that holds the text, and the field that does.
  public struct Hit: Sendable {
    /// The record.
    public let record: Record
    /// The first field whose value holds the text.
    public let field: String
    /// That value as text.
    public let text: String
  }

  /// Finds the records that hold a text, compared folded.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - snapshot: The records.
  /// - Returns: The hits by kind, in file order.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func find(_ text: String, in snapshot: Snapshot) throws -> [Hit] {
    let key = Folding.key(text)
    guard !key.isEmpty else { return [] }
    return try snapshot.catalog.schemas.flatMap { schema in
      guard let file = try snapshot.file(schema), file.isLarge else {
        return try snapshot.table(schema).records.compactMap { hit($0, key) }
      }
      return try hits(key, try file.lines())
    }
  }

  private static func hit(_ record: Record, _ key: String) -> Hit? {
    for member in record.members {
      let value = member.value.string ?? member.value.text.span.text
      guard Folding.key(value).contains(key) else { continue }
      return Hit(record: record, field: member.key, text: value)
    }
    return nil
  }

  /// Reads of a large file only the lines that may hold the text.
  private static func hits(_ key: String, _ lines: Lines) throws -> [Hit] {
    let parts = Workers.map(lines.segments.count) { index -> [(line: Int, hit: Hit)] in
      let base = lines.bases[index]
      let segment = lines.segments[index]
      var found: [(line: Int, hit: Hit)] = []
      let candidates = Candidates(key, segment, lines.source.bytes)
      lines.succession.live.forEach(in: base..<base + segment.count) { line in
        guard candidates.contains(line - base), let entry = try? lines.entry(line),
          case .record(let record) = entry, let hit = hit(record, key)
        else { return }
        found.append((line, hit))
      }
      return found
    }.flatMap(\.self)
    guard !lines.succession.isPlain, !parts.isEmpty else { return parts.map(\.hit) }
    // In the order in which ids first appeared.
    let byLine = Dictionary(uniqueKeysWithValues: parts.map { ($0.line, $0.hit) })
    var ordered: [Hit] = []
    lines.forEachRow { if let hit = byLine[$0] { ordered.append(hit) } }
    return ordered
  }

  /// The lines of a segment that may hold a folded text.
  ///
  /// Folding changes no Chinese character and makes none, so a line that holds such a text has each of its
  /// characters as they are, or written with an escape.
  private struct Candidates {
    private var lines: LineSet?

    init(_ key: String, _ segment: Segment, _ bytes: Bytes) {
      let character = key.unicodeScalars.first { (0x4000...0x9FFF).contains($0.value) }
      guard let character, segment.count > 0 else { return }
      var lines = LineSet(none: segment.count)
      for needle in [Array(String(character).utf8), Array("\\u".utf8)] {
        Self.mark(needle, segment, bytes, &lines)
      }
      self.lines = lines
    }

    func contains(_ line: Int) -> Bool { lines?.contains(line) ?? true }

    private static func mark(
      _ needle: [UInt8],
      _ segment: Segment,
      _ bytes: Bytes,
      _ lines: inout LineSet
    ) {
      var found = lines
      unsafe bytes.withRaw { buffer in
        var offset = segment.range.lowerBound
        var line = 0
        // The segment lies within the bytes.
        while let place = unsafe ByteSearch.first(
          needle,
          buffer,
          offset..<segment.range.upperBound
        ) {
          line = segment.index(of: place, from: line)
          found.insert(line)
          offset = segment.line(line).upperBound
        }
      }
      lines = found
    }
  }
}

extension Segment {
  /// The line in which a byte stands, at or behind another line.
  fileprivate func index(of offset: Int, from first: Int) -> Int {
    var low = first
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if range.lowerBound + Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
