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
    let needle = FoldedNeedle(key)
    var scratch: [UInt8] = []
    return try snapshot.catalog.schemas.flatMap { schema in
      guard let file = try snapshot.file(schema), file.isLarge else {
        return try snapshot.table(schema).records.compactMap { hit($0, needle, &scratch) }
      }
      return try hits(key, try file.lines())
    }
  }

  private static func hit(_ record: Record, _ needle: FoldedNeedle, _ scratch: inout [UInt8])
    -> Hit?
  {
    record.firstMember { _, value in
      let text = value.string ?? value.text.span.text
      return needle.stands(in: text, &scratch) ? text : nil
    }.map { Hit(record: record, field: $0.key, text: $0.found) }
  }

  /// Reads of a large file only the lines that may hold the text.
  private static func hits(_ key: String, _ lines: Lines) throws -> [Hit] {
    let matcher = TextMatcher(key)
    let needle = FoldedNeedle(key)
    let parts = Workers.map(lines.segments.count) { index -> [(line: Int, hit: Hit)] in
      let base = lines.bases[index]
      let segment = lines.segments[index]
      var found: [(line: Int, hit: Hit)] = []
      var scratch = TextMatcher.Scratch()
      var text: [UInt8] = []
      lines.succession.live.forEach(in: base..<base + segment.count) { line in
        guard mayHold(matcher, lines.source.bytes, segment.line(line - base), &scratch),
          let entry = try? lines.entry(line), case .record(let record) = entry,
          let hit = hit(record, needle, &text)
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

  /// Whether a value of a line may hold a text; the line as a whole is looked at first.
  private static func mayHold(
    _ matcher: TextMatcher,
    _ bytes: Bytes,
    _ line: Range<Int>,
    _ scratch: inout TextMatcher.Scratch
  ) -> Bool {
    unsafe bytes.withRaw { buffer in
      // The line, and every value of it, lies within the bytes.
      guard unsafe matcher.mayStand(in: line, buffer, &scratch) else { return false }
      let span = unsafe Span<UInt8>(_unsafeBytes: buffer)
      var found = false
      var scanner = JSONScanner(line)
      do throws(JSONError) {
        try scanner.object(span) { _, value in
          guard !found else { return }
          let range =
            value.kind == .string ? value.start + 1..<value.end - 1 : value.start..<value.end
          found = unsafe matcher.mayStand(in: range, buffer, &scratch)
        }
      } catch {
        // Whoever reads the record says what is wrong with it.
        return true
      }
      return found
    }
  }
}
