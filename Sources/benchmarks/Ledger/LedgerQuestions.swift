/// The questions of the ledger benchmark: the command that answers each, and the same as SQL.
struct LedgerQuestion {
  let name: String
  /// The command, without the ledger.
  let words: [String]
  /// The members of each row of its JSON that are compared, the figures last.
  let members: [String]
  /// The same question over `trademarks`, `enterprises` and other relations of the latest lines.
  let sql: String

  static let registrations = LedgerQuestion(
    name: "registrations by year, kind, town",
    words: ["count", "trademark", "--by", "registeredOn.year,kind,owner.town"],
    members: ["registeredOn.year", "kind", "owner.town", "count"],
    sql: """
      SELECT substr(t.registeredOn, 1, 4), t.kind, e.town, count(*)
      FROM trademarks t LEFT JOIN enterprises e ON e.id = t.owner GROUP BY 1, 2, 3
      """
  )

  static let holdings = LedgerQuestion(
    name: "holdings by scheme on a day",
    words: ["count", "recognition", "--by", "scheme", "--held-on", "2025-06-30"],
    members: ["scheme", "count"],
    sql: """
      SELECT scheme, count(*) FROM (
        SELECT scheme, arg_max(validUntil, awarded) AS ends FROM recognitions
        WHERE awarded <= '2025-06-30' GROUP BY scheme, brand)
      WHERE ends >= '2025-06-30' GROUP BY scheme
      """
  )

  static let list = LedgerQuestion(
    name: "the last thousand registrations",
    words: [
      "list", "trademark", "--sort=-registeredOn,id", "--columns", "id,registeredOn,owner",
      "--limit", "1000",
    ],
    members: ["id", "registeredOn", "owner"],
    sql: """
      SELECT id, registeredOn, owner FROM trademarks
      ORDER BY registeredOn DESC NULLS LAST, id LIMIT 1000
      """
  )

  static let all = [registrations, holdings, payouts, list]

  /// The rules of ``AwardPolicy``, clause by clause.
  static let payouts = LedgerQuestion(
    name: "payouts of a year by town",
    words: ["award", "totals", "--year", "2025", "--by", "town"],
    members: ["town", "count", "amountFen"],
    sql: """
      WITH facts AS (
        SELECT CASE route WHEN 'domestic' THEN 'benchmark/8' ELSE 'benchmark/9' END AS clause,
          CASE route WHEN 'domestic' THEN 8 ELSE 9 END AS place,
          CASE route WHEN 'domestic' THEN 50000 ELSE 800000 END AS worth,
          id, registeredOn AS day, owner AS holder
        FROM trademarks
        WHERE registeredOn BETWEEN '2025-01-01' AND '2025-12-31'
          AND (endedOn IS NULL OR endedOn > '2025-12-31')
        UNION ALL
        SELECT 'benchmark/' || place, place, worth, r.id, awarded, holder
        FROM recognitions r JOIN (VALUES
          ('well-known-trademark', 3, 50000000), ('gi-product', 4, 20000000), ('gi-mark', 4, 20000000),
          ('jiangsu-quality-product', 5, 10000000), ('nantong-well-known-trademark', 6, 2000000),
          ('nantong-quality-award', 6, 2000000), ('qidong-quality-award', 7, 1000000)
        ) AS rules(scheme, place, worth) USING (scheme)
        WHERE awarded BETWEEN '2025-01-01' AND '2025-12-31'
      ), fit AS (
        SELECT f.*, e.town FROM facts f JOIN enterprises e ON e.id = f.holder
        WHERE e.type NOT IN ('government', 'person') AND NOT EXISTS (
          SELECT 1 FROM incidents i WHERE i.enterprise = f.holder AND i.severity IN ('serious', 'grave')
            AND i.date::DATE BETWEEN f.day::DATE - INTERVAL 24 MONTH AND f.day::DATE)
      ), capped AS (
        SELECT *, greatest(0, least(worth, 60000000 - (sum(worth) OVER (
          PARTITION BY holder ORDER BY place, day, id) - worth)))::HUGEINT AS capped FROM fit
      ), open AS (SELECT * FROM capped WHERE capped > 0),
      pot AS (
        SELECT sum(capped)::HUGEINT AS total, $POT::HUGEINT AS pot FROM open
      ), shares AS (
        SELECT town, capped, clause || '#' || id AS claim, total, pot,
          (pot * capped) // total AS share, (pot * capped) % total AS remainder FROM open, pot
      ), ranked AS (
        SELECT *, row_number() OVER (ORDER BY remainder DESC, claim) AS rank FROM shares
      ), paid AS (
        SELECT town, CASE WHEN total <= pot THEN capped
          ELSE share + CASE WHEN rank <= pot - (SELECT sum(share) FROM shares) THEN 1 ELSE 0 END
          END AS fen FROM ranked
      )
      SELECT town, count(*), sum(fen)::BIGINT FROM paid WHERE fen > 0 GROUP BY town
      """
  )
}

/// Where a peer finds the records.
enum LedgerRelations {
  private static let fields = [
    "trademarks": ["registeredOn", "kind", "owner", "route", "endedOn"],
    "recognitions": ["scheme", "brand", "holder", "awarded", "validUntil"],
    "enterprises": ["town", "type"],
    "incidents": ["enterprise", "date", "severity"],
  ]

  /// The latest line of every id, read from the text with declared columns.
  private static func latest(_ name: String, _ fields: [String], in ledger: String) -> String {
    let columns = (["id"] + fields).map { "\($0): 'VARCHAR'" }.joined(separator: ", ")
    let packed = fields.map { "\($0): \($0)" }.joined(separator: ", ")
    return """
      SELECT id, unnest(line) FROM (
        SELECT id, arg_max({\(packed)}, place) AS line FROM (
          SELECT *, row_number() OVER () AS place
          FROM read_ndjson('\(ledger)/\(name).jsonl', columns = {\(columns)}))
        GROUP BY id)
      """
  }

  /// A question to DuckDB about the text itself.
  static func textual(_ question: LedgerQuestion, pot: Int64, in ledger: String) -> String {
    let named = fields.sorted { $0.key < $1.key }.filter { question.sql.contains($0.key) }
    let relations = named.map { "\($0.key) AS (\(latest($0.key, $0.value, in: ledger)))" }
    let sql = question.sql.replacing("$POT", with: String(pot))
    return sql.hasPrefix("WITH ")
      ? "WITH \(relations.joined(separator: ", ")), \(sql.dropFirst(5))"
      : "WITH \(relations.joined(separator: ", ")) \(sql)"
  }

  /// Loads DuckDB's own database.
  static func loading(_ ledger: String) -> String {
    fields.sorted { $0.key < $1.key }
      .map { "CREATE TABLE \($0.key) AS \(latest($0.key, $0.value, in: ledger));" }
      .joined(separator: "\n")
  }
}
