import JSONLines

/// A commit of another branch that `adopt` made part of one, with the place at which its lines stand now.
public struct JoinedCommit: Hashable, Sendable {
  /// The number that it had on its branch.
  public let number: Int
  /// When it was made.
  public let at: Timestamp
  /// Who made it.
  public let by: String
  /// The command that made it.
  public let command: String
  /// The bytes that it appended, by file, where they stand together.
  public let files: [String: Range<Int>]
  /// The files in which git mixed what it appended with other lines.
  public let mixed: [String]
  /// The hash by which its branch knew it.
  public let hash: String
  let parent: String?

  /// Says where a commit stands now that has stood elsewhere.
  init(_ entry: CommitLog.Entry, files: [String: Range<Int>]) {
    self.init(
      number: entry.commit.number,
      at: entry.commit.at,
      by: entry.commit.by,
      command: entry.commit.command,
      files: files,
      mixed: entry.commit.files.filter { $0.value.hash != nil && files[$0.key] == nil }.keys
        .sorted(),
      hash: entry.hash,
      parent: entry.commit.parent
    )
  }

  init(
    number: Int,
    at: Timestamp,
    by: String,
    command: String,
    files: [String: Range<Int>],
    mixed: [String],
    hash: String,
    parent: String?
  ) {
    self.number = number
    self.at = at
    self.by = by
    self.command = command
    self.files = files
    self.mixed = mixed
    self.hash = hash
    self.parent = parent
  }

  /// Says where it stands after the commit that had joined it was itself joined.
  ///
  /// - Parameters:
  ///   - commit: The commit that had joined it.
  ///   - places: Where that one's lines stand now.
  /// - Returns: The same commit at its new place.
  func moved(with commit: Commit, to places: [String: Range<Int>]) -> Self {
    var files: [String: Range<Int>] = [:]
    for (name, range) in self.files {
      guard let extent = commit.files[name], let place = places[name] else { continue }
      let start = extent.bytes - extent.appended
      // What both branches began with stands before it, and may have moved otherwise.
      guard range.lowerBound >= start else { continue }
      let first = place.lowerBound + range.lowerBound - start
      files[name] = first..<first + range.count
    }
    return Self(
      number: number,
      at: at,
      by: by,
      command: command,
      files: files,
      mixed: (mixed + self.files.keys.filter { files[$0] == nil }).sorted(),
      hash: hash,
      parent: parent
    )
  }

  /// Writes it as a member of the commit that joins it.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("commit", Int64(number))
      writer.member("at", at.description)
      writer.member("by", by)
      writer.member("command", command)
      writer.key("files")
      writer.object { writer in
        for name in (Array(files.keys) + mixed).sorted() {
          writer.key(name)
          writer.object { writer in
            guard let range = files[name] else { return }
            writer.member("start", Int64(range.lowerBound))
            writer.member("appended", Int64(range.count))
          }
        }
      }
      if let parent { writer.member("parent", parent) }
      writer.member("sha256", hash)
    }
  }
}

extension Commit {
  /// The joined commit that wrote a byte of a file; `nil` where this commit wrote it itself, or it cannot be told.
  func origin(at offset: Int, of file: String) -> JoinedCommit? {
    joined.first { $0.files[file]?.contains(offset) ?? false }
  }

  /// Who may have written a byte of a file: one person, but where git mixed the lines of several.
  func authors(at offset: Int, of file: String) -> [String] {
    if let origin = origin(at: offset, of: file) { return [origin.by] }
    let others = joined.filter { $0.mixed.contains(file) }.map(\.by)
    return others.reduce(into: [by]) { authors, other in
      if !authors.contains(other) { authors.append(other) }
    }
  }
}
