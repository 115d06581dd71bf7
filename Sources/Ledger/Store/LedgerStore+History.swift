import Bilingual
import JSONLines

/// One version of a record, and the commit that wrote it.
public struct Version: Sendable {
  /// The commit.
  public let commit: Commit
  /// What the line says.
  public let entry: Entry
}

extension LedgerStore {
  /// Reads every version of a record, first to last.
  ///
  /// - Parameters:
  ///   - id: The record's id.
  ///   - kinds: The kinds among which to look; records of several may have the id.
  /// - Returns: The kinds that have had such a record, each with its versions.
  /// - Throws: ``Diagnostics`` where a line cannot be read.
  public func history(of id: RecordID, among kinds: [Schema]) throws
    -> [(kind: Schema, versions: [Version])]
  {
    let commits = try log()
    return try kinds.compactMap { kind in
      var versions: [Version] = []
      try entries(kind, upTo: commits) { commit, entry in
        if entry.id == id { versions.append(Version(commit: commit, entry: entry)) }
      }
      return versions.isEmpty ? nil : (kind, versions)
    }
  }

  /// Reads every version of several records of one kind, first to last, in one pass over its file.
  ///
  /// - Parameters:
  ///   - ids: The records.
  ///   - schema: Their kind.
  /// - Returns: The versions of each that the file knows.
  /// - Throws: ``Diagnostics`` where a line cannot be read.
  public func history(of ids: Set<RecordID>, in schema: Schema) throws -> [RecordID: [Version]] {
    var versions: [RecordID: [Version]] = [:]
    try entries(schema, upTo: try log()) { commit, entry in
      guard ids.contains(entry.id) else { return }
      versions[entry.id, default: []].append(Version(commit: commit, entry: entry))
    }
    return versions
  }

  /// Says what to append so that a commit counts no more: for each of its records what stood before.
  ///
  /// - Parameters:
  ///   - wanted: The number of the commit.
  ///   - snapshot: The latest records.
  /// - Returns: The changes.
  /// - Throws: ``Diagnostics`` where a later commit changed one of its records again.
  public func undo(_ wanted: Int, in snapshot: Snapshot) throws -> [Change] {
    let commits = try log()
    guard let commit = commits.first(where: { $0.number == wanted }), wanted > 1 else {
      throw Diagnostics(
        Diagnostic(
          "cannot-undo",
          Phrase(
            en: "commit \(wanted) cannot be undone",
            zh: "提交 \(wanted) 不能撤销"
          ),
          help: commits.count < 2
            ? Phrase(
              en: "there is only the first commit, which holds the reference records",
              zh: "账本只有保存基准数据的首次提交"
            )
            : Phrase(
              en: "those that can be are 2 to \(commits.count)",
              zh: "可撤销的是 2 至 \(commits.count)"
            )
        )
      )
    }
    var changes: [Change] = []
    var conflicts: [Diagnostic] = []
    for schema in catalog.schemas where commit.files[schema.file]?.hash != nil {
      var before: [RecordID: Entry] = [:]
      // In the order of the lines.
      var touched: [RecordID] = []
      var isTouched: Set<RecordID> = []
      var later: [RecordID: Int] = [:]
      try entries(schema, upTo: commits) { owner, entry in
        if owner.number < wanted {
          before[entry.id] = entry
        } else if owner.number == wanted {
          if isTouched.insert(entry.id).inserted { touched.append(entry.id) }
        } else {
          later[entry.id] = owner.number
        }
      }
      for id in touched {
        if let other = later[id] {
          conflicts.append(Self.conflict(schema, id, wanted, other))
          continue
        }
        let reason = "undo of commit \(wanted)"
        switch before[id] {
        case .record(let record): changes.append(.put(Draft(copying: record)))
        case .removal(_, let old, _): changes.append(.remove(schema, id, reason: old))
        case nil: changes.append(.remove(schema, id, reason: reason))
        }
      }
    }
    guard conflicts.isEmpty else { throw Diagnostics(conflicts) }
    return changes
  }

  private static func conflict(
    _ schema: Schema,
    _ id: RecordID,
    _ wanted: Int,
    _ later: Int
  ) -> Diagnostic {
    Diagnostic(
      "changed-since",
      Phrase(
        en: "\(schema.kind) \(id) was changed again by commit \(later)",
        zh: "\(schema.label.zh) \(id) 在提交 \(later) 中又被修改"
      ),
      help: Phrase(
        en: "undo commit \(later) first, or correct the record with 'set'",
        zh: "请先撤销提交 \(later)，或用 set 更正该记录"
      )
    )
  }

  /// Walks the committed lines of a kind with the commit that wrote each.
  private func entries(
    _ schema: Schema,
    upTo commits: [Commit],
    _ body: (Commit, Entry) -> Void
  ) throws {
    guard let last = commits.last, let extent = last.files[schema.file], extent.bytes > 0 else {
      return
    }
    let bytes = try read(schema.file, atLeast: extent.bytes)
    let reader = RecordReader(schema)
    var splitter = LineSplitter(0..<extent.bytes)
    var owner = commits.startIndex
    var faults: [Diagnostic] = []
    while let line = bytes.withSpan({ splitter.line($0) }) {
      while owner < commits.endIndex - 1,
        commits[owner].files[schema.file]?.bytes ?? 0 <= line.start
      {
        owner += 1
      }
      do throws(Diagnostic) {
        body(commits[owner], try reader.read(line, bytes, file: schema.file))
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
  }
}
