import Ledger

extension LedgerComparison {
  /// What the pot of the generated ledger holds.
  var pot: Int64 { Int64(max(1, marks / 50)) * 600_037 }

  /// Runs a command of the product.
  func ask(_ words: [String], of ledger: String, isWatched: Bool = false) throws -> Child {
    try Child([product] + words + ["--ledger", ledger], in: directory, isWatched: isWatched)
  }

  func answer(_ question: LedgerQuestion, of ledger: String) throws -> LedgerAnswer {
    try .reading(json: ask(question.words + ["-O", "json"], of: ledger).output, of: question)
  }

  /// Leaves no cache behind, beside the data or with the user.
  func forget(_ ledger: String) {
    Files.remove(ledger + "/.cache")
    Files.remove(directory + "/user-cache")
  }

  /// Compares every answer: without a cache, while it is made, with it, and those of all peers.
  mutating func compareAnswers() throws {
    for question in LedgerQuestion.all {
      forget(large)
      let first = try answer(question, of: large)
      guard !first.rows.isEmpty else {
        throw Failure(description: "'\(question.name)': there is no answer")
      }
      for _ in 0..<2 {
        try first.expect(try answer(question, of: large), of: "the cache", to: question.name)
      }
      if peers.has("duckdb") {
        let text = LedgerRelations.textual(question, pot: pot, in: large)
        let (_, path) = try peers.ask("duckdb", text)
        try first.expect(LedgerAnswer.reading(csv: path), of: "DuckDB", to: question.name)
        let loaded = question.sql.replacing("$POT", with: String(pot))
        let (_, other) = try peers.ask("duckdb", loaded, database: duckdb)
        try first.expect(
          LedgerAnswer.reading(csv: other),
          of: "DuckDB's database",
          to: question.name
        )
      }
    }
    let plain = try LedgerAnswer.counting(in: small)
    try plain.expect(
      answer(.registrations, of: small),
      of: "the command",
      to: LedgerQuestion.registrations.name
    )
    if let sqlite = peers.sqlite, Files.isThere(smallSqlite) {
      let words = [sqlite, "-separator", ",", smallSqlite, LedgerQuestion.registrations.sql]
      try plain.expect(
        .reading(rows: try Child(words, in: directory).output),
        of: "SQLite",
        to: LedgerQuestion.registrations.name
      )
    }
    try compareOthers(try answer(.registrations, of: large))
  }

  /// Compares once more what the cache answers after all that was written.
  func compareAfterWriting() throws {
    for question in LedgerQuestion.all {
      let cached = try answer(question, of: large)
      forget(large)
      try cached.expect(
        try answer(question, of: large),
        of: "the ledger without a cache",
        to: question.name
      )
      guard peers.has("duckdb") else { continue }
      let text = LedgerRelations.textual(question, pot: pot, in: large)
      try cached.expect(
        .reading(csv: try peers.ask("duckdb", text).answer),
        of: "DuckDB",
        to: question.name
      )
    }
  }

  /// The peers that are slower are told in a sentence.
  private mutating func compareOthers(_ right: LedgerAnswer) throws {
    let texts = [
      ("polars", LedgerPeers.polars(large)), ("chdb", LedgerPeers.clickHouse(large)),
    ]
    for (engine, text) in texts where peers.has(engine) {
      do {
        let (child, path) = try peers.ask(engine, text)
        try right.expect(LedgerAnswer.reading(csv: path), of: engine, to: "registrations")
        notes.append(
          "\(engine): \(Figure.time(child.figures["query"] ?? 0)) for the registrations."
        )
      } catch {
        notes.append("\(engine) is left out: \(String(describing: error).prefix(200))")
      }
    }
    guard let jq = LedgerPeers.find("jq"), marks <= 300_000 else { return }
    let script = """
      \(jq) -r '[.id, .town // ""] | @tsv' \(large)/enterprises.jsonl > \(directory)/towns.tsv
      \(jq) -r '[.id, (.registeredOn // "")[0:4], .kind, .owner] | @tsv' \(trademarks) |
      awk -F'\\t' 'NR == FNR { town[$1] = $2; next } { last[$1] = $2 "," $3 "," town[$4] }
        END { for (id in last) n[last[id]]++; for (key in n) print key "," n[key] }' \(directory)/towns.tsv - \
        > \(directory)/answer.csv
      """
    let child = try Child(["/bin/sh", "-c", script], in: directory)
    try right.expect(
      LedgerAnswer.reading(csv: directory + "/answer.csv"),
      of: "jq",
      to: "registrations"
    )
    notes.append("jq with awk: \(Figure.time(child.wall.microseconds)) for the registrations.")
  }
}
