import JSONLines

/// The groups of the lines of a file: a column of what a path leads to, or of a part of a date.
struct KeptGroups: Sendable {
  /// By segment the group of each line; 0 is none.
  let codes: [Codes]
  /// What each group stands for.
  let values: [JSONValue?]
}

extension LinesCache {
  /// What some groups are about.
  struct GroupsKey {
    /// The fields and the part of a date, as typed.
    let name: String
    /// What tells the state of each file on the path.
    let state: [UInt64]

    fileprivate func words(_ kept: Kept, _ count: Int) -> [UInt64] {
      kept.words(count) + state + Array(name.utf8).map(UInt64.init)
    }
  }

  private func groupsName(_ key: GroupsKey) -> String { "\(stem).\(key.name).groups" }

  /// Reads groups.
  ///
  /// - Parameters:
  ///   - key: What they are about.
  ///   - kept: The lines.
  /// - Returns: The groups, perhaps of the first segments only; `nil` where they are missing, of other lines, torn or altered.
  func groups(_ key: GroupsKey, of kept: Kept) -> KeptGroups? {
    guard let bytes = folder.read(groupsName(key)), let file = CacheFile(bytes),
      (2...kept.segments.count + 2).contains(file.blockCount),
      file.words == key.words(kept, file.blockCount - 2),
      let ends = file.block(file.blockCount - 2, of: UInt32.self),
      let text = file.block(file.blockCount - 1, of: UInt8.self), ends.count > 0
    else { return nil }
    let count = file.blockCount - 2
    let codes = Workers.map(count) { file.codes($0, count: kept.segments[$0].count) }
    let values = Values(ends: ends, text: text)
    guard codes.count == count, codes.allSatisfy({ $0 != nil }) else { return nil }
    return KeptGroups(codes: codes.compactMap(\.self), values: values.all(as: JSONValue.self))
  }

  /// Keeps the groups of the first segments.
  func save(_ groups: KeptGroups, _ key: GroupsKey, of kept: Kept) {
    var ends: [UInt32] = []
    var text: [UInt8] = []
    for value in groups.values {
      text += value?.text ?? []
      ends.append(UInt32(text.count))
    }
    let blocks =
      groups.codes.map { CacheBlock($0) } + [CacheBlock(Block(ends)), CacheBlock(Block(text))]
    folder.write(groupsName(key), CacheFile.pieces(key.words(kept, groups.codes.count), blocks))
  }
}
