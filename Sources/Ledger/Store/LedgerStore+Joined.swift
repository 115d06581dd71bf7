extension LedgerStore {
  /// Opens the records as they stood at a commit of the branch on which a line was written.
  ///
  /// - Parameters:
  ///   - number: The number that the commit had on that branch.
  ///   - version: The line.
  /// - Returns: The records; `nil` where they cannot be told apart any more from what the joining commit holds.
  /// - Throws: ``Diagnostics`` where there is no such commit, or a file is too short.
  public func snapshot(_ number: Int, onBranchOf version: Version) throws -> Snapshot? {
    guard !version.commit.joined.isEmpty else { return try snapshot(.commit(number)).snapshot }
    let joined = Dictionary(version.commit.joined.map { ($0.hash, $0) }) { first, _ in first }
    var branch: [JoinedCommit] = []
    var hash = version.joined?.hash
    while let commit = hash.flatMap({ joined[$0] }), branch.count < joined.count {
      branch.append(commit)
      hash = commit.parent
    }
    guard let base = try commitLog().all().first(where: { $0.hash == hash })?.commit else {
      return nil
    }
    guard base.number < number else { return try snapshot(.commit(number)).snapshot }
    let wanted = Array(branch.drop { $0.number > number }.reversed())
    guard wanted.last?.number == number, wanted.allSatisfy(\.mixed.isEmpty) else { return nil }
    return Snapshot(catalog, commit: number) { schema in
      let count = base.files[schema.file]?.bytes ?? 0
      let added = wanted.compactMap { $0.files[schema.file] }
      let end = added.map(\.upperBound).max() ?? count
      guard end > 0 else { return nil }
      let whole = try read(schema.file, atLeast: max(count, end))
      guard !added.isEmpty else { return DataFile(schema, whole, size: count) }
      let bytes = Bytes(whole.copy(of: 0..<count) + added.flatMap { whole.copy(of: $0) })
      return DataFile(schema, bytes, size: bytes.count)
    }
  }
}
