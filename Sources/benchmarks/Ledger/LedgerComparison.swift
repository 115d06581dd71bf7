import JSONLines
import Ledger
import Portfolio

/// The runs of the ledger benchmark: all answers first, then interleaved rounds.
struct LedgerComparison {
  let marks: Int
  let seed: Int
  let rounds: Int
  let product: String
  let program: String
  let directory: String
  let peers: LedgerPeers

  private(set) var rows: [LedgerRow] = []
  var notes: [String] = []
  /// The most memory of its own that a question took, and after a cold start its time.
  private(set) var memory: [(name: String, own: Int, cold: Int)] = []

  var large: String { directory + "/large" }
  var tenth: String { directory + "/tenth" }
  var small: String { directory + "/small" }
  var trademarks: String { large + "/trademarks.jsonl" }
  var duckdb: String { directory + "/ledger.duckdb" }
  var sqlite: String { directory + "/ledger.sqlite" }
  var smallSqlite: String { directory + "/small.sqlite" }

  mutating func run() throws {
    try generate(marks, at: large)
    try generate(max(1, marks / 10), at: tenth)
    try generate(10_000, at: small)
    try load()
    try compareAnswers()
    try compareImports()
    rows = try allRows()
    for _ in 0..<rounds {
      for index in rows.indices { try rows[index].run() }
    }
    try compareAfterWriting()
    try measureMemory()
  }

  private func generate(_ marks: Int, at place: String) throws {
    let words = [program, "generate", place, "--marks", String(marks), "--seed", String(seed)]
    _ = try Child(words, in: directory)
  }

  private func load() throws {
    if peers.has("duckdb") {
      let text = directory + "/load.sql"
      try Files.write(Array(LedgerRelations.loading(large).utf8), to: text)
      try peers.load("duckdb", text, into: duckdb)
    }
    if peers.python != nil, peers.sqlite != nil {
      for (source, database) in [(large, sqlite), (small, smallSqlite)] {
        try peers.load("sqlite", source, into: database)
      }
    }
  }

  /// Each question once with nothing in the machine's cache, and what memory it takes.
  private mutating func measureMemory() throws {
    for question in LedgerQuestion.all {
      forget(large)
      Files.flush(large)
      let child = try ask(question.words + ["-O", "json"], of: large, isWatched: true)
      memory.append((question.name, child.peakOwn, child.wall.microseconds))
    }
  }

  /// What was measured, as Markdown.
  var report: String {
    let size = Files.size(trademarks)
    var lines = [
      "\(marks) marks, \(Figure.megabytes(size)) of them, seed \(seed); medians of \(rounds) "
        + "interleaved rounds; all answers are the same.",
      "",
      "| question | brandledger | against | takes | ratio | at most | reached |",
      "|---|---|---|---|---|---|---|",
    ]
    lines += rows.map(\.markdown)
    lines += [
      "", "| question | after a cold start | memory of its own | of the file |",
      "|---|---|---|---|",
    ]
    lines += memory.map { entry in
      "| \(entry.name) | \(Figure.time(entry.cold)) | \(Figure.megabytes(entry.own)) "
        + "| \(Figure.ratio(entry.own, size)) |"
    }
    return (lines + (notes.isEmpty ? [] : [""]) + notes.map { "- \($0)" }).joined(separator: "\n")
  }
}
