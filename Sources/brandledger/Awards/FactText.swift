import Awards
import Ledger
import Portfolio

/// What a claim rewards, in words.
enum FactText {
  static func text(_ claim: Claim, _ snapshot: Snapshot) throws -> String {
    if let year = claim.roundYear { return "\(claim.policy) \(year)" }
    let words = try claim.facts.flatMap { try names($0, snapshot) }
    return (words + [claim.date?.description].compactMap(\.self)).joined(separator: " ")
  }

  /// What an award rewards, as far as the public may know: titles, marks and patents.
  static func publicText(_ award: Record, _ snapshot: Snapshot) throws -> String {
    try (award[Award.facts] ?? []).map { RecordID($0) }.filter { id in
      try [Recognition.schema, Trademark.schema, Patent.schema].contains {
        try snapshot.record(id, $0) != nil
      }
    }
    .flatMap { try names($0, snapshot) }.joined(separator: " ")
  }

  private static func names(_ id: RecordID, _ snapshot: Snapshot) throws -> [String] {
    if let record = try snapshot.table(Recognition.self)[id] {
      let scheme = try snapshot.table(Scheme.self)[record[Recognition.scheme]]
      let brand = try snapshot.table(Brand.self)[record[Recognition.brand]]
      return [scheme?[Scheme.name], brand?[Brand.name].map { "“\($0)”" }].compactMap(\.self)
    }
    if let record = try snapshot.table(Trademark.self)[id] {
      return [record[Trademark.mark].map { "“\($0)”" }, record.id.text].compactMap(\.self)
    }
    if let record = try snapshot.table(Patent.self)[id] {
      return [record[Patent.title] ?? id.text]
    }
    return [id.text]
  }
}
