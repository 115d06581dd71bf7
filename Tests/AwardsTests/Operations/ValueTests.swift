import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct ValueTests {
  private func mark(
    _ number: String,
    _ day: String,
    office: String = "CN",
    route: String = "domestic",
    mark: String = "甲",
    more: String = ""
  ) -> String {
    #"{"kind":"trademark","id":"\#(office)/\#(number)","office":"\#(office)","number":"\#(number)","registeredOn":"\#(day)","route":"\#(route)","owner":"e1","mark":"\#(mark)"\#(more)}"#
      + "\n"
  }

  @Test(
    arguments: [
      ("2024-12-31", nil), ("2025-01-01", Outcome.eligible), ("2025-12-31", .eligible),
      ("2026-01-01", nil), ("2025", .eligible), ("2025-03", .eligible), ("2024", nil),
    ] as [(String, Outcome?)]
  )
  func `a fact is selected by its day`(day: String, outcome: Outcome?) throws {
    let round = try Sample(Sample.title("r", "nat", day), clauses: [Sample.nat]).round()
    #expect(round.claims.map(\.outcome) == (outcome.map { [$0] } ?? []))
  }

  @Test func `a fact that may lie inside or outside is unknown and names its day`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025"),
      clauses: [Sample.nat],
      policy: #""id":"p","name":"n","inForceFrom":"2000-01-01","window":{"from":"03-01"}"#
    )
    let claim = try sample.round().claim("nat", "r")
    #expect(claim.outcome == .unknown)
    #expect(claim.missing.map { "\($0.record).\($0.field)" } == ["r.awarded"])
  }

  @Test func `a title without a day or a holder is unknown, never paid`() throws {
    let sample = try Sample(
      #"{"kind":"recognition","id":"r","scheme":"nat"}"#,
      clauses: [Sample.nat]
    )
    let claim = try sample.round().claim("nat", "r")
    #expect(claim.outcome == .unknown)
    #expect(claim.missing.map(\.field) == ["awarded", "holder"])
    #expect(claim.amount == .zero)
  }

  @Test func `fixed selects by scheme, level, family and route`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-01-02", more: #","route":"judicial""#)
        + Sample.title("r2", "nat2", "2025-01-02", more: #","route":"administrative""#)
        + Sample.title("r3", "prov", "2025-01-02"),
      clauses: [
        #"{"number":"1","operation":"fixed","arguments":{"level":["national","provincial"],"amount":"1元"}}"#,
        #"{"number":"2","operation":"fixed","arguments":{"family":"product","amount":"2元"}}"#,
        #"{"number":"3","operation":"fixed","arguments":{"level":"national","route":"judicial","amount":"3元"}}"#,
      ]
    )
    #expect(
      try sample.round().summary == """
        p/1#r1 eligible 100
        p/1#r2 eligible 100
        p/1#r3 eligible 100
        p/2#r1 eligible 200
        p/2#r3 eligible 200
        p/3#r1 eligible 300
        p/3#r2 not-applicable 0
        """
    )
  }

  @Test func `a circumstance that is not recorded makes the claim unknown`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-01-02"),
      clauses: [
        #"{"number":"1","operation":"fixed","arguments":{"scheme":"nat","route":"judicial","amount":"1元"}}"#
      ]
    )
    let claim = try sample.round().claim("1", "r")
    #expect(claim.outcome == .unknown)
    #expect(claim.missing.map(\.field) == ["route"])
  }

  @Test func `a title revoked within the round is not paid`() throws {
    let sample = try Sample(
      Sample.title("r1", "nat", "2025-01-02", more: #","revokedOn":"2025-12-31""#)
        + Sample.title("r2", "nat", "2025-01-02", more: #","revokedOn":"2026-01-01""#),
      clauses: [Sample.nat]
    )
    #expect(
      try sample.round().summary == """
        p/nat#r1 not-applicable 0
        p/nat#r2 eligible 50000000
        """
    )
  }

  @Test func `perRegistration pays the earliest pieces up to the limit`() throws {
    let sample = try Sample(
      mark("4", "2025-06-04") + mark("1", "2025-06-01") + mark("3", "2025-06-03")
        + mark("2", "2025-06-02") + mark("9", "2024-06-02")
        + mark("8", "2025-06-02", office: "US", route: "foreign"),
      clauses: [
        #"{"number":"1","operation":"perRegistration","arguments":{"route":"domestic","each":"500元","maximum":3}}"#
      ]
    )
    #expect(
      try sample.round().summary == """
        p/1#CN/1 eligible 50000
        p/1#CN/2 eligible 50000
        p/1#CN/3 eligible 50000
        p/1#CN/4 not-eligible 0
        """
    )
  }

  @Test func `a mark that is only applied for is no fact`() throws {
    let sample = try Sample(
      #"{"kind":"trademark","id":"CN/1","office":"CN","number":"1","route":"domestic","owner":"e1","mark":"甲","status":"pending"}"#
        + "\n"
        + #"{"kind":"trademark","id":"CN/2","office":"CN","number":"2","route":"domestic","owner":"e1","mark":"甲","status":"registered"}"#,
      clauses: [#"{"number":"1","operation":"perRegistration","arguments":{"each":"500元"}}"#]
    )
    #expect(try sample.round().summary == "p/1#CN/2 unknown 0")
  }

  private static let codes = [
    "AU", "BR", "CA", "CH", "DE", "ES", "FR", "GB", "ID", "IN", "IT", "JP", "KR", "MX", "NO", "NZ",
    "PH", "RU", "SG", "TH", "US", "VN",
  ]

  private static let madrid =
    #"{"number":"1","operation":"perCountry","arguments":{"route":["madrid","foreign"],"each":"2000元","maximum":20,"groups":[{"countries":["EM","OA"],"each":"10000元"}]}}"#

  @Test(arguments: [(19, 3_800_000), (20, 4_000_000), (21, 4_000_000), (22, 4_000_000)])
  func `perCountry stops at the twentieth country`(count: Int, fen: Int64) throws {
    let list = Self.codes.prefix(count).map { #""\#($0)""# }.joined(separator: ",")
    let sample = try Sample(
      mark("7", "2025-02-01", office: "WO", route: "madrid", more: #","designations":[\#(list)]"#),
      clauses: [Self.madrid]
    )
    #expect(try sample.round().total == Money(fen: fen))
  }

  @Test func `perCountry prices groups and counts one mark once over classes`() throws {
    let sample = try Sample(
      mark("1", "2025-02-01", office: "WO", route: "madrid", more: #","designations":["US","EM"]"#)
        + mark("2", "2025-02-02", office: "US", route: "foreign")
        + mark("3", "2025-02-03", office: "JP", route: "foreign", mark: "乙")
        + mark(
          "4",
          "2025-02-04",
          office: "WO",
          route: "madrid",
          more: #","designations":["US","JP"]"#
        ),
      clauses: [Self.madrid]
    )
    #expect(
      try sample.round().summary == """
        p/1#WO/1 eligible 1200000
        p/1#US/2 not-eligible 0
        p/1#JP/3 eligible 200000
        p/1#WO/4 eligible 200000
        """
    )
  }

  @Test func `perCountry remembers the countries of earlier rounds`() throws {
    let sample = try Sample(
      mark("1", "2024-02-01", office: "WO", route: "madrid", more: #","designations":["US","EM"]"#)
        + mark("2", "2025-02-02", office: "US", route: "foreign")
        + #"{"kind":"award","id":"a","policy":"p","year":2024,"recipient":"e1","amountFen":1200000,"state":"paid","clause":"p/1","claim":"p/1#WO/1","facts":["WO/1"],"sealedOn":"2024-12-01"}"#,
      clauses: [Self.madrid]
    )
    #expect(try sample.round(2025).summary == "p/1#US/2 not-eligible 0")
  }

  @Test func `perCountry does not speak of domestic registrations`() throws {
    let sample = try Sample(
      mark("1", "2025-02-01"),
      clauses: [#"{"number":"1","operation":"perCountry","arguments":{"each":"2000元"}}"#]
    )
    #expect(try sample.round().summary == "p/1#CN/1 not-applicable 0")
  }

  @Test func `an international registration without countries is unknown`() throws {
    let sample = try Sample(
      mark("1", "2025-02-01", office: "WO", route: "madrid"),
      clauses: [Self.madrid]
    )
    let claim = try sample.round().claim("1", "WO/1")
    #expect(claim.outcome == .unknown)
    #expect(claim.missing.map(\.field) == ["designations"])
  }

  @Test func `commendations are eligible without money and no clause on money touches them`()
    throws
  {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-01-02", event: "renewal"),
      clauses: [
        #"{"number":"c","operation":"commend","arguments":{"scheme":"nat"}}"#,
        #"{"number":"h","operation":"highestOnly","arguments":{"per":"enterprise"}}"#,
        #"{"number":"o","operation":"oncePerLevel"}"#,
        #"{"number":"u","operation":"upgrade","arguments":{"mode":"difference"}}"#,
        #"{"number":"n","operation":"renewal","arguments":{"mode":"none"}}"#,
        #"{"number":"k","operation":"capPerEnterprise","arguments":{"amount":"1元"}}"#,
        #"{"number":"b","operation":"pot","arguments":{"amount":"1元"}}"#,
      ]
    )
    let claim = try sample.round().claim("c", "r")
    #expect(claim.outcome == .eligible)
    #expect(claim.isCommendation)
    #expect(claim.trace.dropFirst(2).allSatisfy { $0.verdict == .notApplicable })
    #expect(claim.trace.count == 8)
  }

  @Test(arguments: [
    (
      #"{"kind":"patent","id":"f","type":"invention","owners":["e1","e2"],"grantedOn":"2025-03-01"}"#,
      #""facts":"patent","type":"invention""#
    ),
    (
      #"{"kind":"membership","id":"f","mark":"CN/9","member":"e1","state":"admitted","admittedOn":"2025-03-01"}"#,
      #""facts":"membership","mark":"CN/9""#
    ),
    (
      #"{"kind":"case","id":"f","stage":"closed","receivedOn":"2024-03-01","rightHolder":"e1","right":"trademark","closedOn":"2025-03-01","outcome":"won"}"#,
      #""facts":"case","right":"trademark","outcome":"won""#
    ),
    (
      #"{"kind":"expense","id":"f","enterprise":"e1","paidOn":"2025-03-01","category":"filing","amountFen":5}"#,
      #""facts":"expense","category":"filing""#
    ),
    (
      #"{"kind":"loan","id":"f","enterprise":"e1","contractOn":"2025-03-01","principalFen":5}"#,
      #""facts":"loan""#
    ),
  ])
  func `every kind of fact can be selected`(record: String, arguments: String) throws {
    let sample = try Sample(
      record,
      clauses: [#"{"number":"1","operation":"fixed","arguments":{\#(arguments),"amount":"1元"}}"#]
    )
    let round = try sample.round()
    #expect(round.summary == "p/1#f eligible 100")
    #expect(round.claims.first?.recipientName == "甲公司")
  }

  @Test(
    arguments: [
      ("admitted", nil, Outcome.eligible), ("suspended", nil, .eligible),
      ("admitted", #""action":"suspended","date":"2025-06-01""#, .eligible),
      ("withdrawn", #""action":"withdrawn","date":"2025-12-31""#, .notApplicable),
      ("withdrawn", #""action":"withdrawn","date":"2026-01-01""#, .eligible),
      ("withdrawn", #""action":"withdrawn","date":"2025""#, .notApplicable),
      ("withdrawn", nil, .unknown), ("withdrawn", #""action":"withdrawn""#, .unknown),
    ] as [(String, String?, Outcome)]
  )
  func `a member that withdrew within the round is not paid, whatever the clause names`(
    state: String,
    event: String?,
    outcome: Outcome
  ) throws {
    let sample = try Sample(
      #"{"kind":"membership","id":"m","mark":"CN/9","member":"e1","state":"\#(state)","admittedOn":"2025-03-01"}"#
        + (event.map { #"\#n{"kind":"membership-event","id":"v","membership":"m",\#($0)}"# } ?? ""),
      clauses: [
        #"{"number":"1","operation":"fixed","arguments":{"facts":"membership","amount":"1元"}}"#
      ]
    )
    let claim = try sample.round().claim("1", "m")
    #expect(claim.outcome == outcome)
    #expect(claim.amount.fen == (outcome == .eligible ? 100 : 0))
    #expect(
      claim.missing.map { "\($0.record).\($0.field)" }
        == (outcome == .unknown ? [event == nil ? "m.membership-event" : "v.date"] : [])
    )
  }
}
