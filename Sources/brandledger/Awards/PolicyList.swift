import Bilingual
import CommandLine
import Ledger
import Portfolio

/// `policy list`: the policies of the ledger.
enum PolicyList {
  static let command = Command<World>(
    "list",
    summary: Phrase(en: "List the policies of the ledger", zh: "列出账本中的政策"),
    examples: [
      Example(
        "brandledger policy list -O md",
        Phrase(en: "As a table for a document", zh: "输出 Markdown 表格")
      )
    ]
  ) { session, _ in
    let snapshot = try session.snapshot()
    let records = try snapshot.table(Policy.self).records
    if session.isForPrograms {
      try session.show(records: records.map(\.line))
      return nil
    }
    let names = ["id", "name", "document", "issuer", "inForceFrom", "inForceUntil", "repealedOn"]
    try session.show(ListCommand.table(Policy.schema, records, names, snapshot))
    return nil
  }
}
