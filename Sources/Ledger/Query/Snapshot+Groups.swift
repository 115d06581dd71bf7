import JSONLines

extension Snapshot {
  /// Groups that were kept, or may be.
  struct Remembered {
    let cache: LinesCache
    let kept: LinesCache.Kept
    let key: LinesCache.GroupsKey
    /// The groups of the lines that were kept; `nil` where they are not there.
    let groups: KeptGroups?
  }

  /// Looks for the groups of a key of ``Totals`` among what was kept.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - schema: The kind of the lines.
  /// - Returns: What is known; `nil` where nothing can be kept, or a column is as good.
  /// - Throws: ``Diagnostics`` where a file cannot be read.
  func remembered(_ key: Totals.Key, _ schema: Schema) throws -> Remembered? {
    guard key.fields.count > 1 || key.part != nil, let file = try file(schema), file.isLarge,
      let cache = file.cache, let kept = try file.recalled()
    else { return nil }
    var state: [UInt64] = []
    for field in key.fields.dropLast() {
      guard let target = field.referredKind.flatMap({ catalog[$0] }),
        let words = try self.state(of: target)
      else { return nil }
      state += words
    }
    let name = (key.fields.map(\.name) + [key.part?.rawValue].compactMap(\.self))
      .joined(separator: ".")
    let groupsKey = LinesCache.GroupsKey(name: name, state: state)
    return Remembered(
      cache: cache,
      kept: kept,
      key: groupsKey,
      groups: cache.groups(groupsKey, of: kept)
    )
  }

  /// Numbers that tell what a file holds; `nil` where that would take reading it.
  private func state(of schema: Schema) throws -> [UInt64]? {
    let name = Array("\(schema.file) ".utf8).map(UInt64.init)
    guard let file = try file(schema) else { return name + [0] }
    if file.isLarge {
      return try file.recalled().map { name + [1, $0.making, UInt64(file.source.size)] }
    }
    let sum = unsafe file.source.bytes.withRaw { buffer in
      // The file has the bytes that were committed.
      unsafe Checksum.of(UnsafeRawBufferPointer(rebasing: buffer[..<file.source.size]))
    }
    return name + [2, sum, UInt64(file.source.size)]
  }
}
