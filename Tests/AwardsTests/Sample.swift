import Awards
import Bilingual
import Foundation
import JSONLines
import Ledger
import Portfolio
import Testing

/// A ledger in memory, written as JSON lines with a `kind`, and one policy with its clauses.
struct Sample {
  var drafts: [Draft]
  let policy: RecordID

  /// The enterprise, brand and titles that most tests need.
  static let base = #"""
    {"kind":"enterprise","id":"e1","name":"甲公司","town":"lusi","type":"company","status":"operating"}
    {"kind":"enterprise","id":"e2","name":"乙公司","town":"huilong","type":"company","status":"operating"}
    {"kind":"brand","id":"b1","name":"甲牌","owner":"e1"}
    {"kind":"brand","id":"b2","name":"乙牌","owner":"e2"}
    {"kind":"brand","id":"b3","name":"丙牌","owner":"e1"}
    {"kind":"scheme","id":"nat","name":"国家级","level":"national","family":"product"}
    {"kind":"scheme","id":"nat2","name":"国家级二","level":"national","family":"trademark"}
    {"kind":"scheme","id":"prov","name":"省级","level":"provincial","family":"product"}
    {"kind":"scheme","id":"city","name":"市级","level":"municipal","family":"product"}
    """#

  static let nat =
    #"{"number":"nat","operation":"fixed","arguments":{"scheme":"nat","amount":"50万元"}}"#
  static let nat2 =
    #"{"number":"nat2","operation":"fixed","arguments":{"scheme":"nat2","amount":"30万元"}}"#
  static let prov =
    #"{"number":"prov","operation":"fixed","arguments":{"scheme":"prov","amount":"10万元"}}"#
  static let city =
    #"{"number":"city","operation":"fixed","arguments":{"scheme":"city","amount":"2万元"}}"#

  /// Clauses come without `record` and `text`.
  init(
    _ records: String,
    base: String = Sample.base,
    clauses: [String],
    policy: String = #""id":"p","name":"办法","inForceFrom":"2000-01-01""#
  ) throws {
    let lines =
      [#"{"record":"policy",\#(policy)}"#]
      + clauses.map { #"{"record":"clause","text":"…",\#($0.dropFirst())"# }
    let file = PolicyFile.read(Array(lines.joined(separator: "\n").utf8), fileName: "p.jsonl")
    try #require(file.diagnostics.isEmpty, "\(file.diagnostics.map(\.message.en))")
    drafts = file.drafts + (try Sample.drafts(base)) + (try Sample.drafts(records))
    self.policy = try #require(file.drafts.first?.id)
  }

  /// A policy of the library with a ledger.
  init(library name: String, _ records: String) throws {
    let path = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("data/policies/\(name).jsonl")
    let file = PolicyFile.read([UInt8](try Data(contentsOf: path)), fileName: name + ".jsonl")
    try #require(file.diagnostics.isEmpty, "\(file.diagnostics)")
    drafts = file.drafts + (try Sample.drafts(records))
    policy = RecordID(name)
  }

  var snapshot: Snapshot { Snapshot(Kinds.catalog, drafts: drafts) }

  func round(_ year: Int = 2025, traces: Round.Traces = .all) throws -> Round {
    let snapshot = snapshot
    return try Round(
      year: year,
      policies: [policy],
      book: try PolicyBook(snapshot),
      snapshot: snapshot,
      traces: traces
    )
  }

  static func drafts(_ text: String) throws -> [Draft] {
    try text.split(separator: "\n").map { line in
      let value = try JSONValue(parsing: String(line))
      let schema = try #require(Kinds.catalog[value["kind"]?.string ?? ""], "\(line)")
      var draft = Draft(schema)
      for member in value.members ?? [] where member.key != "kind" {
        let key = member.key == "markKind" ? "kind" : member.key
        let slot = try #require(schema.slot(named: Array(key.utf8)), "\(member.key)")
        draft[schema.fields[slot]] = member.value
      }
      return draft
    }
  }

  /// A title won: `id scheme day holder brand event`.
  static func title(
    _ id: String,
    _ scheme: String,
    _ day: String,
    holder: String = "e1",
    brand: String? = "b1",
    event: String? = "first",
    more: String = ""
  ) -> String {
    let brand = brand.map { #","brand":"\#($0)""# } ?? ""
    let event = event.map { #","event":"\#($0)""# } ?? ""
    return
      #"{"kind":"recognition","id":"\#(id)","scheme":"\#(scheme)","awarded":"\#(day)","holder":"\#(holder)"\#(brand)\#(event)\#(more)}"#
      + "\n"
  }

  /// An earlier payout in whole yuan.
  static func award(
    _ id: String,
    _ year: Int,
    _ level: String,
    yuan: Int,
    recipient: String = "e1",
    more: String = ""
  ) -> String {
    #"{"kind":"award","id":"\#(id)","policy":"p","year":\#(year),"recipient":"\#(recipient)","amountFen":\#(yuan * 100),"state":"paid","clause":"p/x","claim":"p/x#\#(id)","facts":["\#(id)-fact"],"level":"\#(level)","sealedOn":"\#(year)-12-01"\#(more)}"#
      + "\n"
  }
}

extension Sample {
  /// The one claim of a fact under a value clause and others beside it, with what else the ledger holds.
  static func claim(
    _ records: String,
    _ value: String,
    _ clauses: String...,
    fact: String = title("r", "nat", "2025-05-10")
  ) throws -> Claim {
    let sample = try Sample(
      fact + records,
      clauses: [#"{"number":"v",\#(value)}"#] + clauses.map { #"{"number":"c",\#($0)}"# }
    )
    return try #require(try sample.round().claims.first)
  }
}

extension Round {
  /// The claim of a clause's number and a fact.
  func claim(_ number: String, _ fact: String) throws -> Claim {
    try #require(claims.first { $0.id == "\($0.policy)/\(number)#\(fact)" }, "\(claims.map(\.id))")
  }

  /// `claim outcome fen`, line by line.
  var summary: String {
    claims.map { "\($0.id) \($0.outcome.rawValue) \($0.amount.fen)" }.joined(separator: "\n")
  }
}

extension Claim {
  /// What the last step of an operation's clause said.
  func step(_ number: String) throws -> Step {
    try #require(trace.last { $0.clause == RecordID("\(policy)/\(number)") })
  }
}
