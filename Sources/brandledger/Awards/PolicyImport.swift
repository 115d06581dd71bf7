import Awards
import Bilingual
import CommandLine
import Ledger
import Portfolio

/// `policy import FILE`: takes policies into the ledger.
enum PolicyImport {
  static let command = Command<World>(
    "import",
    summary: Phrase(en: "Take a policy file into the ledger", zh: "将政策文件导入账本"),
    discussion: Phrase(
      en: """
        The ledger's policies become what the file says: a value or a clause that the file no longer has is \
        taken away. A clause by which awards were sealed stays; put what changes into a later version, \
        with 'replaces'. What 'policy check' finds is told.
        """,
      zh: """
        账本中的政策以文件为准：文件中已没有的取值或条款将从账本中移除。已据以核定奖励的条款不能移除，请用 replaces \
        另立后续版本。同时告知 policy check 发现的问题。
        """
    ),
    examples: [
      Example(
        "brandledger policy import data/policies/liangshan-2008.jsonl",
        Phrase(en: "A policy of the library", zh: "导入政策库中的一份政策")
      )
    ],
    arguments: [PolicyCommand.file]
  ) { session, arguments in
    let path = arguments[PolicyCommand.file]
    let source = PolicySource(try UserFiles.read(path), fileName: path)
    var notes: [Diagnostic] = []
    var gone: [RecordID] = []
    var count = 0
    let commit = try session.write { snapshot in
      notes = try findings(in: source, snapshot)
      let editor = session.editor(snapshot)
      var changed: [RecordID] = []
      for draft in source.drafts {
        let effect = try editor.replace(draft, at: Place(file: path))
        if case .changed(let id, _) = effect { changed.append(id) }
      }
      notes += editor.diagnostics
      guard !notes.contains(where: { $0.severity == .error }) else { throw Diagnostics(notes) }
      count = editor.changes.count
      gone = try clauses(goneFrom: source, snapshot)
      let sealed = try SealedRules(Set(gone + changed), snapshot)
      let refused = gone.compactMap { sealed.missing($0, at: Place(file: path)) }
      guard refused.isEmpty else { throw Diagnostics(refused) }
      notes += changed.compactMap { sealed.altered($0, at: Place(file: path)) }
      return editor.changes
        + gone.map { Change.remove(Clause.schema, $0, reason: "policy import: \(path)") }
    }
    Failure.tell(notes, session)
    if count == 0, gone.isEmpty {
      session.say(Phrase(en: "the ledger has all of it already", zh: "账本中已有全部内容"))
    }
    session.said(
      commit,
      Phrase(en: "imported \(count, of: "record") of \(path)", zh: "已导入 \(path) 的 \(count) 条记录")
    )
    if !gone.isEmpty {
      let list = gone.map(\.text)
      session.say(
        Phrase(
          en: "taken away, since the file no longer has them: \(list.joined(separator: ", "))",
          zh: "文件中已没有，已移除：\(list.joined(separator: "、"))"
        )
      )
    }
    return nil
  }

  /// What `policy check` finds, told as warnings but for figures that cannot be meant.
  ///
  /// A gap between versions may be what the city decided, and nobody is paid by a clause that it leaves open.
  ///
  /// - Throws: ``Diagnostics`` where the file cannot be read as it is meant.
  private static func findings(in source: PolicySource, _ snapshot: Snapshot) throws -> [Diagnostic]
  {
    let check = try PolicyCheck(source, against: snapshot)
    guard !check.isRefused else { throw Diagnostics(check.findings) }
    return check.findings.map { finding in
      guard !PolicyCheck.isMistake(finding) else { return finding }
      var finding = finding
      finding.severity = .warning
      return finding
    }
  }

  /// The clauses of the file's policies that stand in the ledger and no longer in the file.
  private static func clauses(goneFrom source: PolicySource, _ snapshot: Snapshot) throws
    -> [RecordID]
  {
    let policies = Set(source.policies.map(\.id))
    let kept = Set(source.clauses.map(\.id))
    return try snapshot.table(Clause.self).records
      .filter { policies.contains($0[Clause.policy] ?? RecordID("")) && !kept.contains($0.id) }
      .map(\.id)
  }
}
