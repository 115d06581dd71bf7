import Ledger

extension LedgerComparison {
  /// The rows of the table, in its order.
  func allRows() throws -> [LedgerRow] {
    let registrations = LedgerQuestion.registrations
    var rows = [
      LedgerRow(registrations.name + ", no cache", "DuckDB on the text", 25) {
        try bare(registrations, large)
      } theirs: {
        try duckdb(registrations)
      },
      LedgerRow(
        "the same",
        "`wc -l`",
        160,
        ours: { try bare(registrations, large) },
        theirs: { try countLines() }
      ),
      LedgerRow("the same, cache present", "DuckDB on its database", 5) {
        try cached(registrations, large)
      } theirs: {
        try duckdb(registrations, loaded: true)
      },
      LedgerRow(LedgerQuestion.holdings.name + ", no cache", "DuckDB on the text", 20) {
        try bare(.holdings, large)
      } theirs: {
        try duckdb(.holdings)
      },
      LedgerRow(LedgerQuestion.payouts.name + ", no cache", "DuckDB on the text", 25) {
        try bare(.payouts, large)
      } theirs: {
        try duckdb(.payouts)
      },
      LedgerRow(LedgerQuestion.list.name + ", no cache", "DuckDB on the text", nil) {
        try bare(.list, large)
      } theirs: {
        try duckdb(.list)
      },
      LedgerRow("the same, cache present", "DuckDB on its database", nil) {
        try cached(.list, large)
      } theirs: {
        try duckdb(.list, loaded: true)
      },
      LedgerRow("a record by id, cache present", "`sqlite3` by primary key", 100) {
        try warm(["show", "trademark", mark, "-O", "json"], of: large)
      } theirs: {
        try sqlite("SELECT line FROM trademarks WHERE id = '\(mark)'", sqlite)
      },
      LedgerRow(
        "a record by id, no cache",
        "`wc -l`",
        100,
        ours: {
          forget(large)
          return try ask(["show", "trademark", mark, "-O", "json"], of: large).wall.microseconds
        },
        theirs: { try countLines() }
      ),
      LedgerRow("a command on 10 thousand marks", "`sqlite3`", 150) {
        try cached(registrations, small)
      } theirs: {
        try sqlite(registrations.sql, smallSqlite)
      },
      LedgerRow(
        "`--version`",
        "a C program",
        nil,
        ours: { try Child([product, "--version"], in: directory).wall.microseconds },
        theirs: try cProgram()
      ),
      LedgerRow(
        "a tenth of the marks, no cache",
        "all of them, \(Figure.ratio(1050, 100)) times at most",
        nil,
        ours: { try bare(registrations, tenth) },
        theirs: { try bare(registrations, large) }
      ),
    ]
    rows += writingRows()
    return rows.map { row in
      var row = row
      if row.against.hasPrefix("DuckDB"), !peers.has("duckdb") { row.theirs = nil }
      if row.against == "`wc -l`", LedgerPeers.find("wc") == nil { row.theirs = nil }
      if row.against.hasPrefix("`sqlite3`"), !Files.isThere(sqlite) { row.theirs = nil }
      return row
    }
  }

  /// What it takes to count the lines of the marks.
  private func countLines() throws -> Int {
    guard let wc = LedgerPeers.find("wc") else { throw Failure(description: "there is no wc") }
    return try Child([wc, "-l", trademarks], in: directory).wall.microseconds
  }

  /// A mark in the middle of the file.
  private var mark: String { "CN/\(90_000_000 + marks / 2)" }

  /// A question with no cache there: what is made of one counts as well.
  private func bare(_ question: LedgerQuestion, _ ledger: String) throws -> Int {
    forget(ledger)
    return try ask(question.words + ["-O", "json"], of: ledger).wall.microseconds
  }

  private func cached(_ question: LedgerQuestion, _ ledger: String) throws -> Int {
    try warm(question.words + ["-O", "json"], of: ledger)
  }

  /// A command that was run before: the second one makes the cache, the third is timed.
  private func warm(_ words: [String], of ledger: String) throws -> Int {
    _ = try ask(words, of: ledger)
    _ = try ask(words, of: ledger)
    return try ask(words, of: ledger).wall.microseconds
  }

  private func duckdb(_ question: LedgerQuestion, loaded: Bool = false) throws -> Int {
    let text =
      loaded
      ? question.sql.replacing("$POT", with: String(pot))
      : LedgerRelations.textual(question, pot: pot, in: large)
    return try peers.ask("duckdb", text, database: loaded ? duckdb : nil).0.figures["query"] ?? 0
  }

  func sqlite(_ sql: String, _ database: String) throws -> Int {
    guard let program = peers.sqlite else { throw Failure(description: "there is no sqlite3") }
    return try Child([program, database, sql], in: directory).wall.microseconds
  }

  /// The least that a process takes here.
  private func cProgram() throws -> (() throws -> Int)? {
    guard let compiler = peers.compiler else { return nil }
    let (source, result) = (directory + "/line.c", directory + "/line")
    try Files.write(
      Array("#include <stdio.h>\nint main(void) { puts(\"a line\"); return 0; }\n".utf8),
      to: source
    )
    _ = try Child([compiler, "-O2", "-o", result, source], in: directory)
    return { try Child([result], in: directory).wall.microseconds }
  }
}
