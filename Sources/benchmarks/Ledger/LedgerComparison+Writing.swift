import JSONLines
import Ledger
import Portfolio

extension LedgerComparison {
  /// What is written is new in every round: numbers that no generated mark has.
  final class Numbers {
    private var last = 70_000_000

    func next() -> String {
      last += 1
      return String(last)
    }
  }

  /// The rows about writing; they come last, since they change the ledgers.
  func writingRows() -> [LedgerRow] {
    let numbers = Numbers()
    return importRows(numbers) + [
      LedgerRow("a durable record, large ledger", "`sqlite3` with WAL and full sync", 100) {
        // The questions without a cache took the keys away, too, which the next record makes anew.
        _ = try add(numbers.next(), to: large)
        return try add(numbers.next(), to: large)
      } theirs: {
        try sqlite("PRAGMA synchronous=FULL; " + insertion(numbers.next()), sqlite)
      },
      LedgerRow(
        "the same",
        "the same on 10 thousand marks",
        120,
        ours: { try add(numbers.next(), to: large) },
        theirs: { try add(numbers.next(), to: small) }
      ),
      LedgerRow("a thousand records in one commit", "`sqlite3`, one transaction", 50) {
        try importMarks((0..<1000).map { _ in numbers.next() }, to: large)
      } theirs: {
        let lines = (0..<1000).map { _ in insertion(numbers.next()) }
        let file = directory + "/thousand.sql"
        let text =
          "PRAGMA synchronous=FULL;\nBEGIN;\n" + lines.joined(separator: "\n") + "\nCOMMIT;\n"
        try Files.write(Array(text.utf8), to: file)
        return try sqlite(".read \(file)", sqlite)
      },
      LedgerRow("registrations after 3,000 new lines, cache present", "DuckDB on its database", 10)
      {
        // The cache is made at the second question.
        for _ in 0..<2 { _ = try answer(.registrations, of: large) }
        _ = try importMarks((0..<3000).map { _ in numbers.next() }, to: large)
        return try ask(LedgerQuestion.registrations.words + ["-O", "json"], of: large)
          .wall.microseconds
      } theirs: {
        try peers.ask("duckdb", LedgerQuestion.registrations.sql, database: duckdb).0
          .figures["query"] ?? 0
      },
    ]
  }

  /// An enterprise that every ledger of ours has.
  private var owner: String { "91320681MB00000000" }

  func add(_ number: String, to ledger: String) throws -> Int {
    let values = [
      "office=CN", "number=\(number)", "registeredOn=2025-05-05", "route=domestic",
      "owner=\(owner)", "status=registered", "mark=示例\(number)", "kind=ordinary",
    ]
    return try ask(["add", "trademark"] + values, of: ledger).wall.microseconds
  }

  private func line(_ number: String) -> String {
    #"{"id":"CN/\#(number)","office":"CN","number":"\#(number)","registeredOn":"2025-05-05","#
      + #""route":"domestic","owner":"\#(owner)","status":"registered","mark":"示例\#(number)","#
      + #""kind":"ordinary"}"#
  }

  private func insertion(_ number: String) -> String {
    "INSERT INTO trademarks VALUES('CN/\(number)', '2025-05-05', 'ordinary', '\(owner)', "
      + "'\(line(number))');"
  }

  private func importMarks(_ numbers: [String], to ledger: String) throws -> Int {
    let file = directory + "/thousand.jsonl"
    try Files.write(numbers.flatMap { Array(line($0).utf8) + [0x0A] }, to: file)
    return try ask(["import", "trademark", file], of: ledger).wall.microseconds
  }
}
