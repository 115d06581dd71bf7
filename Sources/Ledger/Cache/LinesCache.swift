import JSONLines

/// What a cache keeps of a data file: where its lines are, which are the latest, and columns.
///
/// It holds for the bytes that it covers as long as nobody but this program wrote to the file, which its
/// stamp tells. The lines stand in one file, each column in one of its own.
package struct LinesCache: Sendable {
  let folder: CacheFolder
  let schema: Schema
  let stamp: FileStamp
  /// From which size on a file is worth a cache, unless told otherwise.
  package static let usefulSize = 4 << 20
  let usefulSize: Int

  /// Creates the cache of a file; `nil` where the file's stamp cannot be had.
  ///
  /// - Parameters:
  ///   - folder: Where caches are.
  ///   - schema: The kind.
  ///   - usefulSize: From which size on the file is worth a cache.
  package init?(
    _ folder: CacheFolder,
    _ schema: Schema,
    usefulSize: Int = LinesCache.usefulSize
  ) {
    self.usefulSize = usefulSize
    guard let stamp = folder.stamp(of: schema.file) else { return nil }
    self.folder = folder
    self.schema = schema
    self.stamp = stamp
  }

  var stem: String { String(schema.file.prefix { $0 != "." }) }
  private var linesName: String { stem + ".lines" }
  private func columnName(_ slot: Int) -> String {
    "\(stem).\(schema.fields[slot].name).column"
  }

  /// What a column's file is about: its lines, and the field.
  private func words(_ slot: Int, _ kept: Kept, _ count: Int) -> [UInt64] {
    kept.words(count) + Array(columnName(slot).utf8).map(UInt64.init)
  }

  /// The lines that are kept, without columns.
  struct Kept: Sendable {
    /// A number that no other making of the cache has: columns name it.
    let making: UInt64
    /// Up to which byte of the file the lines go.
    let covered: Int
    let segments: [Segment]
    let order: Order

    /// Whether every byte was judged.
    var isStrict: Bool { segments.allSatisfy(\.isStrict) }

    /// What tells the lines of the first segments: two who read on at once may cut what is new in two ways.
    func words(_ count: Int) -> [UInt64] {
      [making] + segments.prefix(count).map { UInt64($0.range.upperBound) }
    }
  }

  // Words of the lines file: stamp, making, strictness, the order of ids, and for each segment its range.
  private static let making = FileStamp.count
  private static let strict = FileStamp.count + 1
  private static let others = FileStamp.count + 2
  private static let maximum = FileStamp.count + 3
  private static let ranges = FileStamp.count + 6
  private static let blocksPerSegment = 3

  /// Reads the lines; `nil` where they are missing, stale, torn or altered.
  ///
  /// Where lines begin and the hashes of their ids are proven when they are asked for.
  ///
  /// - Parameter bytes: The file, from which what was altered is read anew.
  /// - Returns: The lines.
  func lines(of bytes: Bytes) -> Kept? {
    let source = bytes
    guard let bytes = folder.read(linesName), let file = CacheFile(bytes),
      file.words.count > Self.ranges, (file.words.count - Self.ranges) % 2 == 0,
      file.words.prefix(FileStamp.count).elementsEqual(stamp.words)
    else { return nil }
    let count = (file.words.count - Self.ranges) / 2
    guard file.blockCount == count * Self.blocksPerSegment + 1,
      let pairs = file.block(file.blockCount - 1, of: UInt64.self)
    else { return nil }
    let isStrict = file.words[Self.strict] == 1
    var segments: [Segment] = []
    for index in 0..<count {
      let first = index * Self.blocksPerSegment
      guard let start = Int(exactly: file.words[Self.ranges + index * 2]),
        let end = Int(exactly: file.words[Self.ranges + index * 2 + 1]), start <= end,
        let starts = file.late(first, { read(source, start..<end).starts }),
        let hashes = file.late(first + 1, { read(source, start..<end).hashes }),
        starts.count == hashes.count,
        let removals = file.block(first + 2, of: UInt32.self)
      else { return nil }
      segments.append(
        Segment(
          range: start..<end,
          starts: .kept(starts, count: starts.count),
          hashes: .kept(hashes, count: hashes.count),
          removals: removals,
          isStrict: isStrict,
          columns: [:]
        )
      )
    }
    guard Self.isRow(segments) else { return nil }
    let words = file.words[Self.maximum..<Self.ranges]
    return Kept(
      making: file.words[Self.making],
      covered: segments.last?.range.upperBound ?? 0,
      segments: segments,
      order: Order(
        pairs: pairs,
        lines: segments.reduce(0) { $0 + $1.count },
        maximum: ShortText(words: Array(words)),
        hasOthers: file.words[Self.others] != 0
      )
    )
  }

  /// Reads lines without columns.
  private func read(_ bytes: Bytes, _ range: Range<Int>) -> Segment {
    // Who looks at an earlier state may have no more bytes than that.
    let range = range.clamped(to: 0..<bytes.count)
    return SegmentReader(schema, slots: [], isStrict: false).read(bytes, range).segment
  }

  private static func isRow(_ segments: [Segment]) -> Bool {
    var end = 0
    for segment in segments {
      guard segment.range.lowerBound == end else { return false }
      end = segment.range.upperBound
    }
    return true
  }

  /// From so many bytes behind the lines that were kept on they are kept as well.
  func worthKeeping(_ kept: Kept) -> Int { max(usefulSize, kept.covered / 64) }

  /// Keeps lines.
  ///
  /// - Parameters:
  ///   - lines: All lines of the file.
  ///   - making: The making whose columns still fit; a new one where there is none.
  /// - Returns: What is kept now: mapped where it could be written, so that it is no memory of ours.
  func save(_ lines: Lines, making: UInt64?) -> Kept {
    let making = making ?? UInt64.random(in: .min ... .max)
    let order = lines.order
    var words = stamp.words + [making, lines.isStrict ? 1 : 0, order.hasOthers ? 1 : 0]
    words += order.maximum.list
    var blocks: [CacheBlock] = []
    for segment in lines.segments {
      words += [UInt64(segment.range.lowerBound), UInt64(segment.range.upperBound)]
      blocks += [
        CacheBlock(segment.starts), CacheBlock(segment.hashes), CacheBlock(segment.removals),
      ]
    }
    blocks.append(CacheBlock(order.pairs))
    folder.write(linesName, CacheFile.pieces(words, blocks))
    // Others may write at the same time.
    if let kept = self.lines(of: lines.source.bytes), kept.making == making,
      kept.segments.map(\.range) == lines.segments.map(\.range)
    {
      return kept
    }
    return Kept(
      making: making,
      covered: lines.source.size,
      segments: lines.segments,
      order: order
    )
  }

  /// Reads a column, perhaps of the first segments only; `nil` where it is missing, of other lines, torn or
  /// altered.
  func column(_ slot: Int, of kept: Kept) -> [Coded]? {
    guard let bytes = folder.read(columnName(slot)), let file = CacheFile(bytes),
      file.blockCount % 3 == 0, (1...max(kept.segments.count, 1)).contains(file.blockCount / 3),
      file.words == words(slot, kept, file.blockCount / 3)
    else { return nil }
    let columns = Workers.map(file.blockCount / 3) { index -> Coded? in
      guard let codes = file.codes(index * 3, count: kept.segments[index].count),
        let ends = file.block(index * 3 + 1, of: UInt32.self),
        let text = file.block(index * 3 + 2, of: UInt8.self), ends.count > 0
      else { return nil }
      return Coded(codes: codes, values: Values(ends: ends, text: text))
    }.compactMap(\.self)
    return columns.count == file.blockCount / 3 ? columns : nil
  }

  /// Keeps a column of the first segments.
  ///
  /// - Parameters:
  ///   - columns: The column by segment.
  ///   - slot: The field.
  ///   - kept: The lines.
  /// - Returns: The same column: mapped where it could be written, so that it is no memory of ours.
  func save(_ columns: [Coded], _ slot: Int, of kept: Kept) -> [Coded] {
    let blocks = columns.flatMap {
      let codes = $0.codes.narrowed(to: $0.values.count)
      return [CacheBlock(codes), CacheBlock($0.values.ends), CacheBlock($0.values.text)]
    }
    folder.write(columnName(slot), CacheFile.pieces(words(slot, kept, columns.count), blocks))
    guard let mapped = column(slot, of: kept), mapped.count == columns.count else { return columns }
    // Who knows where values come from finds what they name without a search; others may have kept other codes meanwhile.
    return zip(columns, mapped).map { own, mapped in own.values.seed == nil ? mapped : own }
  }

  /// Says that the file was asked about once; a cache is made when it is asked about again.
  func wasAskedBefore() -> Bool {
    if isAsked { return true }
    folder.write(askedName, [CachePiece([0x0A])])
    return false
  }

  /// Whether the file was asked about before.
  var isAsked: Bool { folder.read(askedName) != nil }

  private var askedName: String { stem + ".asked" }

  /// Follows an append of this program: what was kept still holds.
  ///
  /// - Parameter now: How the file looks behind it; `nil` where others wrote to it, too.
  package func follow(_ now: FileStamp?) {
    guard let now else { return }
    for name in [linesName, keysName] {
      guard let bytes = folder.read(name), let file = CacheFile(bytes),
        file.words.prefix(FileStamp.count).elementsEqual(stamp.words)
      else { continue }
      let words = now.words + file.words.dropFirst(FileStamp.count)
      folder.patch(name, at: 0, file.head(with: words))
    }
  }
}
