import Bilingual
import Ledger
import Oversight
import Presentation

extension Editor.Effect {
  /// Whether something is about to be written.
  fileprivate var isNewOrChanged: Bool {
    switch self {
    case .new, .changed: true
    case .same, .refused: false
    }
  }
}

/// One import: the rows are read, judged, and written all or nothing.
struct ImportRun {
  private let session: Session
  private let schema: Schema
  private let source: any ImportSource
  private let creates: Bool
  private let refusedFile: String?

  /// Rows are refused, so none is written.
  private struct Refusal: Error {}

  init(
    _ session: Session,
    _ schema: Schema,
    _ source: any ImportSource,
    creates: Bool,
    refusedFile: String?
  ) {
    self.session = session
    self.schema = schema
    self.source = source
    self.creates = creates
    self.refusedFile = refusedFile
  }

  /// Imports the rows and tells what became of them; the result is the exit code.
  func run() throws -> Int32 {
    var result = emptyResult
    let commit: Commit?
    do {
      commit = try session.isDryRun ? preview(&result) : write(&result)
    } catch is Refusal {
      tellFindings(result)
      session.say(result.summary)
      session.say(
        Phrase(
          en: "nothing was imported; --skip-bad FILE imports the other rows",
          zh: "未导入任何行；加 --skip-bad 文件 可导入其余的行"
        )
      )
      return Diagnostics.Outcome.refused.rawValue
    }
    try tell(result, commit)
    return session.isDryRun && !result.refused.isEmpty ? 1 : 0
  }

  private var emptyResult: ImportResult {
    ImportResult(keepsEffects: session.isDryRun, keepsLines: Registration.judges(schema))
  }

  private func preview(_ result: inout ImportResult) throws -> Commit? {
    result = try plan(session.store.snapshot().snapshot)
    try session.show(result.table(schema))
    return nil
  }

  private func write(_ result: inout ImportResult) throws -> Commit? {
    try session.write { snapshot in
      result = try plan(snapshot)
      guard refusedFile != nil || result.refused.isEmpty else {
        throw Refusal()
      }
      return result.changes
    }
  }

  /// Reads the rows; those that the rules of registering refuse are left out of a second reading, with
  /// all that would have been created for them.
  private func plan(_ snapshot: Snapshot) throws -> ImportResult {
    var refusals: [Int: [Diagnostic]] = [:]
    while true {
      var result = try read(snapshot, refusing: refusals)
      let findings = try Registration.findings(result.changes, in: snapshot, today: session.today)
      var isSettled = true
      for (id, finding) in findings {
        guard let line = result.lines[id] else { continue }
        var finding = finding
        finding.place = Place(file: source.path, line: line)
        if finding.severity == .error {
          refusals[line, default: []].append(finding)
          isSettled = false
        } else {
          result.note(finding)
        }
      }
      if isSettled { return result }
    }
  }

  private func read(_ snapshot: Snapshot, refusing refusals: [Int: [Diagnostic]]) throws
    -> ImportResult
  {
    let seats = SeatJudge(snapshot)
    let editor = session.editor(
      snapshot,
      creates: creates,
      // A table may be larger than the memory; the rules of registering look at all records anyway.
      waitingIn: Registration.judges(schema) ? nil : session.directory,
      judging: seats
    )
    var result = emptyResult
    for finding in source.findings { result.note(finding) }
    var progress = ImportProgress(session)
    var toldKeys: Set<String> = []
    var owners = OwnerRules(snapshot, today: session.today)
    func take(_ row: ImportRow) throws {
      switch row.content {
      case .leftOut: result.leaveOut()
      case .problems(let problems): result.take(row.line, .refused, problems)
      case .record(let record):
        if let refusal = refusals[row.line] { return result.take(row.line, .refused, refusal) }
        let before = editor.diagnostics.count
        var effect = try record.foreseen.flatMap { try editor.add($0) } ?? record.add(editor)
        var found = editor.diagnostics[before...].map(record.named)
        if var refusal = try seats.refusal(effect, schema, in: editor) {
          refusal.place = Place(file: source.path, line: row.line)
          found.append(refusal)
          effect = editor.refuse()
        }
        if let fault = record.unlessSame, effect.isNewOrChanged {
          found.append(fault)
          effect = editor.refuse()
        }
        // What is the same in every line is told once.
        let unknown = record.unknownKeys.filter { toldKeys.insert($0).inserted }.map { key in
          Diagnostic.unknownKey(key, schema, at: Place(file: source.path, line: row.line))
        }
        var moved = try owners.finding(effect, schema, in: editor)
        moved?.place = Place(file: source.path, line: row.line)
        let remarks = record.remarks + (moved.map { [$0] } ?? [])
        result.take(row.line, effect, remarks + unknown + found)
      case .lines(let lines, let row):
        var next = 0
        while next < lines.count {
          let end = try editor.add(lines, from: next)
          result.takeNew(end - next)
          next = end
          guard next < lines.count else { break }
          try take(row(next))
          next += 1
        }
      }
    }
    try ReadAhead(source, editor.foresight(schema)).visit { row in
      if case .lines(let lines, _) = row.content {
        progress.step(lines.count)
      } else {
        progress.step()
      }
      try take(row)
    }
    progress.end()
    result.changes = editor.changes
    result.completed = editor.completed
    return result
  }

  private func tellFindings(_ result: ImportResult) {
    Failure.tell(session.isForPrograms ? result.diagnostics : result.shownDiagnostics, session)
  }

  private func tell(_ result: ImportResult, _ commit: Commit?) throws {
    tellFindings(result)
    if let refusedFile, !result.refused.isEmpty, !session.isDryRun {
      let reasons = result.refused.mapValues { findings in
        findings.map { $0.message[session.language] }.joined(separator: "; ")
      }
      try UserFiles.write(source.refused(reasons, in: session.language), to: refusedFile)
      session.say(
        Phrase(en: "the refused rows are in \(refusedFile)", zh: "被拒绝的行已写入 \(refusedFile)")
      )
    }
    session.said(commit, Phrase(en: "imported", zh: "已导入"))
    session.say(result.summary)
  }
}
