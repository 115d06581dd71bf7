import Bilingual
import JSONLines

/// One version of a record, and the commit that wrote it.
public struct Version: Sendable {
  /// The commit.
  public let commit: Commit
  /// The commit of another branch that wrote it, where its commit joined that one.
  public let joined: JoinedCommit?
  /// Who may have written it: one person, but where git mixed the lines of several.
  public let authors: [String]
  /// What the line says.
  public let entry: Entry

  /// When it was written, on whichever branch.
  public var at: Timestamp { joined?.at ?? commit.at }

  fileprivate init(_ commit: Commit, _ entry: Entry) {
    let (file, offset) = entry.start
    self.commit = commit
    self.entry = entry
    joined = commit.origin(at: offset, of: file)
    authors = commit.authors(at: offset, of: file)
  }
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
      try entries(kind, of: [id], in: extent(kind, commits), commits) { commit, entry in
        versions.append(Version(commit, entry))
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
    let commits = try log()
    try entries(schema, of: ids, in: extent(schema, commits), commits) { commit, entry in
      versions[entry.id, default: []].append(Version(commit, entry))
    }
    return versions
  }

  /// Says what to append so that a commit counts no more: for each of its records what stood before.
  ///
  /// - Parameters:
  ///   - wanted: The number of the commit.
  ///   - snapshot: The latest records.
  /// - Returns: The changes.
  /// - Throws: ``Diagnostics`` where a later commit changed one of its records again, and that still stands.
  public func undo(_ wanted: Int, in snapshot: Snapshot) throws -> [Change] {
    let commits = try log()
    guard let commit = commits.first(where: { $0.number == wanted }), wanted > 1 else {
      throw Diagnostics(
        Diagnostic(
          "cannot-undo",
          Phrase(en: "commit \(wanted) cannot be undone", zh: "提交 \(wanted) 不能撤销"),
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
      // In the order of the lines.
      var touched: [RecordID] = []
      var isTouched: Set<RecordID> = []
      let start = commits.last { $0.number < wanted }?.files[schema.file]?.bytes ?? 0
      let end = commit.files[schema.file]?.bytes ?? 0
      var written: [RecordID: Entry] = [:]
      try entries(schema, of: nil, in: start..<end, commits) { _, entry in
        if isTouched.insert(entry.id).inserted { touched.append(entry.id) }
        written[entry.id] = entry
      }
      var before: [RecordID: Entry] = [:]
      try entries(schema, of: isTouched, in: 0..<start, commits) { before[$1.id] = $1 }
      var later: [RecordID: [(commit: Int, entry: Entry)]] = [:]
      let rest = end..<extent(schema, commits).upperBound
      try entries(schema, of: isTouched, in: rest, commits) {
        later[$1.id, default: []].append(($0.number, $1))
      }
      for id in touched {
        if let own = written[id], let other = Self.change(of: own, by: later[id] ?? []) {
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

  /// The commit that made of a record what it is now; `nil` where it is what it was, left alone or put back.
  ///
  /// Of what was done and undone behind that commit nothing counts.
  private static func change(of own: Entry, by later: [(commit: Int, entry: Entry)]) -> Int? {
    guard let last = later.last?.entry, !last.says(sameAs: own) else { return nil }
    return later.first { $0.entry.says(sameAs: last) }?.commit
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

  /// Hands out the committed lines of some records with the commit that wrote each; of all others only ids are read.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - ids: The records; all where none are given.
  ///   - range: The bytes of the lines.
  ///   - commits: The commits, first to last.
  ///   - body: Takes each line.
  /// - Throws: ``Diagnostics`` where one of the lines, or the id of any other, cannot be read.
  private func entries(
    _ schema: Schema,
    of ids: Set<RecordID>?,
    in range: Range<Int>,
    _ commits: [Commit],
    _ body: (Commit, Entry) -> Void
  ) throws {
    guard !range.isEmpty else { return }
    let bytes = try read(schema.file, atLeast: range.upperBound)
    let reader = RecordReader(schema)
    let plan = FieldPlan(keys: schema.fieldNames, wanted: [0], isStrict: false)
    var owner = commits.startIndex
    var faults: [Diagnostic] = []
    unsafe bytes.withRaw { buffer in
      let span = unsafe Span<UInt8>(_unsafeBytes: buffer)
      var scanner = unsafe FieldScanner(plan, buffer, range)
      while scanner.nextLines() {
        for place in 0..<scanner.count {
          // A line without an id is left to the reader, which tells what is wrong.
          let id = scanner.value(0, place)?.string(in: span)
          guard ids == nil || id == nil || ids?.contains(RecordID(id ?? "")) == true else {
            continue
          }
          let here = scanner.line(place)
          while owner < commits.endIndex - 1,
            commits[owner].files[schema.file]?.bytes ?? 0 <= here.lowerBound
          {
            owner += 1
          }
          func line(_ number: Int) -> Line {
            Line(number: number, start: here.lowerBound, end: here.upperBound, isWhole: true)
          }
          do throws(Diagnostic) {
            body(commits[owner], try reader.read(line(0), bytes, file: schema.file))
          } catch {
            // The number of a line is counted only where it is told.
            let number = bytes.lineNumber(at: here.lowerBound)
            do throws(Diagnostic) {
              _ = try reader.read(line(number), bytes, file: schema.file)
            } catch {
              faults.append(error)
            }
          }
        }
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
  }

  /// The committed bytes of a kind.
  private func extent(_ schema: Schema, _ commits: [Commit]) -> Range<Int> {
    0..<(commits.last?.files[schema.file]?.bytes ?? 0)
  }
}
