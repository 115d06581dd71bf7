import Awards
import Bilingual
import CommandLine
import Ledger
import Portfolio

/// `policy …`: award policies, kept as data.
enum PolicyCommand {
  static let command = Command<World>(
    "policy",
    section: Section.work,
    summary: Phrase(
      en: "Check, test, import, show and compare award policies",
      zh: "检查、试算、导入、查看和比较奖励政策"
    ),
    examples: [
      Example(
        "brandledger policy show example-2024",
        Phrase(en: "A policy, clause by clause", zh: "逐条查看政策")
      )
    ],
    subcommands: {
      [
        PolicyCheckCommand.command, PolicyTestCommand.command, PolicyImport.command,
        PolicyList.command, PolicyShow.command, PolicyDiffCommand.command, PolicyHelp.command,
      ]
    }
  )

  static let file = Argument(
    ValueKind<String>.file(),
    help: Phrase(
      en: "A policy file, such as data/policies/NAME.jsonl",
      zh: "政策文件，例如 data/policies/NAME.jsonl"
    )
  )
  static let source = Argument(
    .text(Phrase(en: "POLICY", zh: "政策")),
    help: Phrase(en: "A policy's id or name, or a policy file", zh: "政策的编号或名称，或政策文件")
  )

  /// Reads a policy from a file, or takes it out of the ledger.
  ///
  /// What has a path or ends like a policy file is one; ids have neither.
  static func source(_ text: String, _ session: Session, _ snapshot: Snapshot) throws
    -> PolicySource
  {
    guard !isFile(text) else {
      return PolicySource(try UserFiles.read(text), fileName: text)
    }
    let record = try session.record(text, Policy.schema, in: snapshot)
    return try PolicySource(snapshot, policy: record.id)
  }

  static func isFile(_ text: String) -> Bool {
    text == "-" || text.contains("/") || text.hasSuffix(".jsonl")
  }
}
