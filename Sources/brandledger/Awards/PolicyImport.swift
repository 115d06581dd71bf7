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
    let policy = PolicyFile.read(try UserFiles.read(path), fileName: path)
    guard !policy.diagnostics.contains(where: { $0.severity == .error }) else {
      throw Diagnostics(policy.diagnostics)
    }
    var notes = policy.diagnostics
    var count = 0
    let commit = try session.write { snapshot in
      let editor = session.editor(snapshot)
      for draft in policy.drafts {
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
      Phrase(en: "imported \(count) records of \(path)", zh: "已导入 \(path) 的 \(count) 条记录")
    )
    return nil
  }
}
