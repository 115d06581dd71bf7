import Awards
import JSONLines
import Ledger
import Portfolio
import Testing

/// A small ledger with one policy to compute, as JSON lines.
struct AwardCase {
  static let policy = "p"

  var records: [JSONValue]
  var year = 2025

  init(_ records: [JSONValue], year: Int = 2025) {
    self.records = records
    self.year = year
  }

  /// Reads JSON lines.
  init(_ text: String) throws {
    records = try text.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
  }

  var text: String {
    records.map(\.line).joined(separator: "\n")
  }

  func drafts() throws -> [Draft] {
    try records.map { line in
      let schema = try #require(Kinds.catalog[line.text("kind") ?? ""], "\(line.line)")
      var draft = Draft(schema)
      for member in line.members ?? [] where member.key != "kind" {
        let key = member.key == "markKind" ? "kind" : member.key
        let slot = try #require(schema.slot(named: Array(key.utf8)), "\(member.key)")
        draft[schema.fields[slot]] = member.value
      }
      return draft
    }
  }

  /// What the engine says, claim by claim: `id outcome fen recipient`, and the parts in which it is paid.
  func computed(_ traces: Round.Traces = .none) throws -> [String] {
    let snapshot = Snapshot(Kinds.catalog, drafts: try drafts())
    let round = try Round(
      year: year,
      policies: [RecordID(Self.policy)],
      book: try PolicyBook(snapshot),
      snapshot: snapshot,
      traces: traces
    )
    return round.claims.map { claim in
      let parts = claim.parts.map { part in
        let months = part.dueMonths.map(String.init) ?? "-"
        return
          " \(part.recipient?.text ?? part.payee)=\(part.amount.fen)/\(part.condition ?? "-")/\(months)"
      }
      return "\(claim.id) \(claim.outcome.rawValue) \(claim.amount.fen) "
        + (claim.recipient?.text ?? "-") + parts.joined()
    }
  }

  /// How the office goes about the awards of each clause, as the engine says.
  func procedures() throws -> [String] {
    let book = try PolicyBook(Snapshot(Kinds.catalog, drafts: try drafts()))
    let clauses = records.filter {
      $0.text("kind") == "clause" && $0.text("policy") == Self.policy
    }
    return clauses.compactMap { clause in
      let id = clause.text("id") ?? ""
      guard let told = book.procedure(of: RecordID(Self.policy), clause: RecordID(id)) else {
        return nil
      }
      let publication = told.publication.map {
        "\($0.days) \($0.areWorkingDays ? "working" : "calendar")"
      }
      let words = [
        told.checkedBy, publication, told.approvedBy, told.payWithin.map { "\($0)" },
        "\(told.isVoucher ? "voucher" : "cash") \(told.use ?? "-")",
      ]
      let clawbacks = told.clawbacks.map { clawback in
        "\(clawback.reason.rawValue) \(clawback.share) \(clawback.banYears) "
          + clawback.banned.map(\.rawValue).joined(separator: "+")
      }
      return "\(id): " + (words.map { $0 ?? "-" } + clawbacks).joined(separator: ", ")
    }
    .sorted()
  }

  /// What the second engine says.
  func expected() -> [String] {
    var engine = ReferenceEngine(
      ReferenceLedger(records: records),
      policy: Self.policy,
      year: year
    )
    return engine.run() + engine.procedures().sorted()
  }

  /// Both answers where they differ.
  func disagreement() throws -> (engine: [String], reference: [String])? {
    let engine = try computed() + procedures()
    let reference = expected()
    return engine == reference ? nil : (engine, reference)
  }

  /// The case with both answers, the lines that differ marked.
  func report() throws -> String {
    let engine = try computed() + procedures()
    let reference = expected()
    let marked = { (lines: [String], others: [String]) in
      lines.map { (others.contains($0) ? "  " : "! ") + $0 }.joined(separator: "\n")
    }
    return """
      \(text)
      year \(year), engine:
      \(marked(engine, reference))
      reference:
      \(marked(reference, engine))
      """
  }
}

extension JSONValue {
  /// The value as it stands on a line.
  var line: String { String(decoding: text, as: UTF8.self) }
}
