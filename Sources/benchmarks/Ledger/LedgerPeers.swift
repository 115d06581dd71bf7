/// The other programs, as far as the environment has them.
struct LedgerPeers {
  let python: String?
  let script: String
  let directory: String
  private(set) var engines: [String] = []
  /// Programs of the machine itself.
  let sqlite = LedgerPeers.find("sqlite3")
  let compiler = LedgerPeers.find("cc")

  init(environment: String?, in directory: String) throws {
    python = environment.map { $0 + "/bin/python" }
    self.directory = directory
    script = directory + "/ledger_peers.py"
    try Files.write(PackageResources.ledger_peers_py, to: script)
    guard let python else {
      print("without --peers the answers are compared with a plain count and among themselves")
      return
    }
    for engine in ["duckdb", "polars", "chdb"] {
      if (try? Child([python, "-c", "import \(engine)"], in: directory)) != nil {
        engines.append(engine)
      } else {
        print("\(engine) is not in that environment and is left out")
      }
    }
  }

  func has(_ engine: String) -> Bool { engines.contains(engine) }

  /// Asks an engine; the time is that of the question alone.
  func ask(_ engine: String, _ text: String, database: String? = nil) throws -> (
    Child, answer: String
  ) {
    guard let python else { throw Failure(description: "there is no Python") }
    let question = directory + "/question"
    let answer = directory + "/answer.csv"
    try Files.write(Array(text.utf8), to: question)
    let words = [python, script, engine, "ask", question, answer] + (database.map { [$0] } ?? [])
    return (try Child(words, in: directory), answer)
  }

  func load(_ engine: String, _ source: String, into database: String) throws {
    guard let python else { return }
    _ = try Child([python, script, engine, "load", source, database], in: directory)
  }

  static func find(_ name: String) -> String? {
    ["/usr/local/bin", "/usr/bin", "/bin"].map { "\($0)/\(name)" }.first { Files.isThere($0) }
  }
}

extension LedgerPeers {
  /// The registrations as Polars code.
  static func polars(_ ledger: String) -> String {
    """
    def answer():
        def latest(name, *fields):
            schema = {key: pl.String for key in ("id",) + fields}
            return pl.scan_ndjson(f"\(ledger)/{name}.jsonl", schema=schema).unique("id", keep="last")
        return (latest("trademarks", "registeredOn", "kind", "owner")
            .join(latest("enterprises", "town"), left_on="owner", right_on="id", how="left")
            .group_by(pl.col("registeredOn").str.slice(0, 4), "kind", "town").len().collect())
    """
  }

  /// The registrations in ClickHouse's SQL.
  static func clickHouse(_ ledger: String) -> String {
    func latest(_ name: String, _ fields: [String]) -> String {
      let columns = (["id"] + fields).map { "\($0) Nullable(String)" }.joined(separator: ", ")
      return
        "SELECT id, argMax(tuple(\(fields.joined(separator: ", "))), place) AS line FROM (SELECT *, "
        + "rowNumberInAllBlocks() AS place FROM file('\(ledger)/\(name).jsonl', JSONEachRow, "
        + "'\(columns)') SETTINGS input_format_skip_unknown_fields = 1) GROUP BY id"
    }
    return """
      SELECT substring(t.line.1, 1, 4) AS year, t.line.2 AS kind, e.line.1 AS town, count()
      FROM (\(latest("trademarks", ["registeredOn", "kind", "owner"]))) AS t
      LEFT JOIN (\(latest("enterprises", ["town"]))) AS e ON e.id = t.line.3
      GROUP BY year, kind, town
      """
  }
}
