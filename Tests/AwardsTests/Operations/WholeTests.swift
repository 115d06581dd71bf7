import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import TestSupport
import Testing

/// What holds of all operations together.
struct WholeTests {
  private static let clauses = [
    Sample.nat, Sample.prov,
    #"{"number":"b","operation":"byBracket","arguments":{"scheme":"city","figure":"tax","steps":[{"atLeast":"1元","amount":"3万元"},{"amount":"1万元"}]}}"#,
    #"{"number":"n","operation":"bonusIfCount","arguments":{"level":["national","provincial"],"atLeast":2,"amount":"1万元"}}"#,
    #"{"number":"t","operation":"topN","arguments":{"amounts":["2万元"]}}"#,
    #"{"number":"x","operation":"exclusiveWith"}"#,
    #"{"number":"d","operation":"dedup","arguments":{"key":"fact"},"for":["nat","prov"]}"#,
    #"{"number":"u","operation":"upgrade","arguments":{"mode":"deductPaid","per":"brand","class":"family","downgrade":"none"},"for":["nat","prov"]}"#,
    #"{"number":"k","operation":"capPer","arguments":{"limit":"55万元","subject":"group"}}"#,
    #"{"number":"pc","operation":"pieceCap","arguments":{"maximum":4}}"#,
    #"{"number":"o","operation":"priority","arguments":{"by":["level","amount"]}}"#,
    #"{"number":"q","operation":"quota","arguments":{"maximum":7}}"#,
    #"{"number":"c","operation":"carryOver"}"#,
    #"{"number":"pot","operation":"pot","arguments":{"amount":"77.77万元"}}"#,
    #"{"number":"f","operation":"percentOfTotal","arguments":{"of":["nat","prov"],"rate":"1/3","recipient":"e2","rounding":{"unit":"1元","direction":"nearest"}}}"#,
    #"{"number":"i","operation":"instalments","arguments":{"steps":[{"ratio":"1/3"},{"ratio":"2/3"}]}}"#,
  ]

  private static var records: [String] {
    (0..<24).map { index in
      let scheme = ["nat", "prov", "city", "nat2"][index % 4]
      let year = 2024 + index % 2
      return Sample.title(
        "r\(index)",
        scheme,
        "\(year)-0\(index % 9 + 1)-11",
        holder: index % 3 == 0 ? "e1" : "e2",
        brand: "b\(index % 3 + 1)"
      )
    } + [
      #"{"kind":"enterprise-year","id":"e1/2025","enterprise":"e1","year":2025,"taxFen":100}"#
        + "\n",
      #"{"kind":"enterprise-year","id":"e2/2025","enterprise":"e2","year":2025,"taxFen":99}"#
        + "\n",
      Sample.award("a1", 2024, "provincial", yuan: 10_000, more: #","object":"b1""#),
      Sample.award("a2", 2024, "national", yuan: 20_000, recipient: "e2", more: #","object":"b2""#),
    ]
  }

  private func bytes(_ records: [String]) throws -> [UInt8] {
    let round = try Sample(records.joined(), clauses: Self.clauses).round()
    return round.json(in: .english).text
  }

  @Test(arguments: 1...5)
  func `the order of records changes no byte`(seed: Int) throws {
    var generator = SeededRandom(seed)
    let shuffled = Self.records.shuffled(using: &generator)
    #expect(try bytes(shuffled) == bytes(Self.records))
  }

  @Test func `an unrelated brand changes no payout`() throws {
    let more = #"{"kind":"brand","id":"b9","name":"壬牌","owner":"e2"}"# + "\n"
    #expect(try bytes(Self.records + [more]) == bytes(Self.records))
  }

  @Test func `payouts and their parts add up`() throws {
    let round = try Sample(Self.records.joined(), clauses: Self.clauses).round()
    for claim in round.claims where !claim.parts.isEmpty {
      #expect(claim.parts.reduce(0) { $0 + $1.amount.fen } == claim.amount.fen)
    }
    #expect(round.claims.contains { $0.parts.count == 2 })
    let shared = round.claims.filter { $0.clause != "p/f" }.reduce(0) { $0 + $1.amount.fen }
    #expect(shared <= 77_770_000)
  }

  @Test func `every claim that is not paid says what it would take`() throws {
    let round = try Sample(Self.records.joined(), clauses: Self.clauses).round()
    for claim in round.claims where claim.outcome != .eligible && claim.outcome != .notApplicable {
      #expect(!claim.needs.isEmpty, "\(claim.id)")
    }
  }

  /// What was paid under the replaced policy names a fact that may be of any kind, and a clause.
  @Test(arguments: ["trademark", "loan"])
  func `a file that cannot be read ends the round, whichever clause asks for it`(kind: String)
    throws
  {
    let old = #"{"kind":"policy","id":"q","name":"他","inForceFrom":"2000-01-01"}"#
    let paid = Sample.award("a", 2025, "national", yuan: 1, more: #","object":"b1""#)
      .replacing(#""policy":"p""#, with: #""policy":"q""#)
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10") + old + "\n" + paid,
      clauses: [
        Sample.nat,
        #"{"number":"k","operation":"capPerEnterprise","for":["nat"],"arguments":{"amount":"60万元","earlier":"city"}}"#,
      ],
      policy: #""id":"p","name":"办法","inForceFrom":"2000-01-01","replaces":["q"]"#
    )
    struct Unreadable: Error {}
    let whole = sample.snapshot
    let torn = Snapshot(Kinds.catalog, commit: 0) { schema in
      if schema.kind == kind { throw Unreadable() }
      return try whole.table(schema)
    }
    #expect(throws: Unreadable.self) {
      try Round(
        year: 2025,
        policies: ["p"],
        book: try PolicyBook(whole),
        snapshot: torn,
        traces: .none
      )
    }
  }

  @Test(arguments: [
    (
      #"{"number":"v","operation":"fixedPer","arguments":{"facts":"trademark","unit":"class","each":"90000000000000000元"}}"#,
      "clause v of p"
    ),
    (
      #"{"number":"v","operation":"fixedPer","arguments":{"facts":"trademark","unit":"class","each":"46000000000000000元"}}"#,
      "clause k of p"
    ),
  ])
  func `a sum beyond 64 bits names its clause`(value: String, clause: String) throws {
    let classes = clause.contains("v") ? "[1,2]" : "[1]"
    let marks = (1...3).map {
      #"{"kind":"trademark","id":"CN/\#($0)","office":"CN","number":"\#($0)","registeredOn":"2025-01-14","route":"domestic","owner":"e1","mark":"甲","classes":\#(classes)}"#
    }
    let sample = try Sample(
      marks.joined(separator: "\n"),
      clauses: [
        value,
        #"{"number":"k","operation":"capPer","arguments":{"limit":"92000000000000000元"}}"#,
      ]
    )
    let error = #expect(throws: Diagnostics.self) { try sample.round() }
    #expect(error?.list.first?.name == "award-overflow")
    #expect(error?.list.first?.message.en.hasPrefix(clause) == true)
  }
}
