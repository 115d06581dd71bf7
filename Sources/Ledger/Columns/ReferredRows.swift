extension Snapshot {
  /// Finds the rows to which the values of a column refer.
  ///
  /// - Parameters:
  ///   - columns: The columns of the kind that refers.
  ///   - slot: The field that refers.
  ///   - target: The columns of the kind that is referred to.
  ///   - wanted: The segments; all where none are given.
  /// - Returns: By segment and code the row; -1 where there is none.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  func rows(
    _ columns: Columns,
    _ slot: Int,
    in target: Columns,
    _ wanted: Range<Int>? = nil
  ) throws -> [[Int32]] {
    let wanted = wanted ?? columns.segments.indices
    guard let own = try file(columns.schema), let other = try file(target.schema),
      let cache = own.cache, let mine = own.keptLines, let their = other.keptLines,
      mine.fits(columns), their.fits(target), wanted.lowerBound == 0
    else { return RowFinder(target).rows(columns, slot, wanted) }
    let first = 0..<mine.segments.count
    let key = LinesCache.RowsKey(
      slot: slot,
      lines: mine,
      sums: Workers.map(mine.segments.count) { columns.segments[$0].column(slot).codes.sum },
      target: target.schema.file,
      targetMaking: their.making,
      targetSize: other.source.size
    )
    let counts = first.map { columns.segments[$0].column(slot).values.count }
    if let kept = cache.rows(key, counts) {
      guard kept.count < columns.segments.count else { return kept }
      // Lines behind those that were kept.
      let later = kept.count..<columns.segments.count
      let all = kept + RowFinder(target).rows(columns, slot, later)
      if kept.count < first.count { cache.save(Array(all[first]), key) }
      return all
    }
    let found = RowFinder(target).rows(columns, slot, columns.segments.indices)
    cache.save(Array(found[first]), key)
    return found
  }
}

extension LinesCache.Kept {
  /// Whether some columns begin with all the lines that were kept.
  func fits(_ columns: Columns) -> Bool {
    guard case .file(let lines) = columns.origin, covered <= lines.source.size else { return false }
    return segments.count <= lines.segments.count
      && zip(segments, lines.segments).allSatisfy {
        $0.range == $1.range && $0.count == $1.count
      }
  }
}

extension LinesCache {
  /// What the rows of a column's references are about.
  struct RowsKey {
    let slot: Int
    /// The lines whose codes they are.
    let lines: Kept
    /// By segment a sum of the codes: the same lines may have been given other ones.
    let sums: [UInt64]
    /// The file in which the rows stand, the making of its lines, and how many of its bytes were read.
    let target: String
    let targetMaking: UInt64
    let targetSize: Int

    fileprivate func words(_ name: String, _ count: Int) -> [UInt64] {
      lines.words(count) + sums.prefix(count) + [targetMaking, UInt64(targetSize)]
        + Array("\(name) \(target)".utf8).map(UInt64.init)
    }
  }

  private func rowsName(_ slot: Int) -> String { "\(stem).\(schema.fields[slot].name).rows" }

  /// Reads the rows.
  ///
  /// - Parameters:
  ///   - key: What they are about.
  ///   - counts: How many codes each segment has.
  /// - Returns: By segment and code, perhaps of the first segments only; `nil` where they are missing, of
  ///   other lines, torn or altered.
  func rows(_ key: RowsKey, _ counts: [Int]) -> [[Int32]]? {
    let name = rowsName(key.slot)
    guard let bytes = folder.read(name), let file = CacheFile(bytes),
      (1...max(counts.count, 1)).contains(file.blockCount),
      file.words == key.words(name, file.blockCount)
    else { return nil }
    let rows = Workers.map(file.blockCount) { index -> [Int32]? in
      guard let block = file.block(index, of: Int32.self), block.count == counts[index] else {
        return nil
      }
      // The pointer is used within the closure only.
      return unsafe block.withPointer { unsafe Array($0) }
    }.compactMap(\.self)
    return rows.count == file.blockCount ? rows : nil
  }

  /// Keeps the rows of all segments.
  func save(_ rows: [[Int32]], _ key: RowsKey) {
    let name = rowsName(key.slot)
    folder.write(
      name,
      CacheFile.pieces(key.words(name, rows.count), rows.map { CacheBlock(Block($0)) })
    )
  }
}
