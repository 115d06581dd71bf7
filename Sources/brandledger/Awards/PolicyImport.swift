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
    var count = 0
    let commit = try session.write { snapshot in
      notes = try findings(in: source, snapshot)
      let editor = session.editor(snapshot)
      for draft in source.drafts {
        let place = Place(file: path)
        _ = try editor.add(draft, at: place, merging: true)
      }
      notes += editor.diagnostics
      guard !notes.contains(where: { $0.severity == .error }) else { throw Diagnostics(notes) }
      count = editor.changes.count
      return editor.changes
    }
    Failure.tell(notes, session)
    if count == 0 {
      session.say(Phrase(en: "the ledger has all of it already", zh: "账本中已有全部内容"))
    }
    session.said(
      commit,
      Phrase(en: "imported \(count, of: "record") of \(path)", zh: "已导入 \(path) 的 \(count) 条记录")
    )
    return nil
  }

  /// What `policy check` finds, told as warnings: a gap between versions may be what the city decided,
  /// and nobody is paid by a clause that it leaves open.
  ///
  /// - Throws: ``Diagnostics`` where the file cannot be read as it is meant.
  private static func findings(in source: PolicySource, _ snapshot: Snapshot) throws -> [Diagnostic]
  {
    let check = try PolicyCheck(source, against: snapshot)
    guard !check.isRefused else { throw Diagnostics(check.findings) }
    return check.findings.map { finding in
      var finding = finding
      finding.severity = .warning
      return finding
    }
  }
}
