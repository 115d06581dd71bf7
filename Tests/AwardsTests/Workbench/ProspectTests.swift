import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// Who would be entitled, and what would make the rest so.
struct ProspectTests {
  private static let clauses = [
    Sample.nat,
    #"{"number":"type","operation":"entityType","arguments":{"in":["company","cooperative"]}}"#,
    #"{"number":"area","operation":"registeredIn","arguments":{"area":["320681"]}}"#,
    #"{"number":"route","operation":"routeIs","arguments":{"route":"administrative"}}"#,
  ]

  private func sample(_ enterprise: String, _ title: String) throws -> Sample {
    try Sample(
      #"{"kind":"enterprise","id":"e9","name":"丁公司",\#(enterprise)}"# + "\n"
        + Sample.title("r", "nat", "2025-05-10", holder: "e9", more: title),
      clauses: Self.clauses
    )
  }

  private func prospect(_ sample: Sample) throws -> Prospect {
    try Prospect(sample.round().claim("nat", "r"), year: 2025, sample.snapshot)
  }

  private func told(_ prospect: Prospect) -> [String] {
    prospect.remedies.map { remedy in
      "\(remedy.amount) " + remedy.changes.map(\.text.en).joined(separator: " & ")
    }
  }

  private static let route = #","route":"administrative""#

  @Test func `a failed condition names what the clause asks and the values that would do`() throws {
    let prospect = try prospect(
      try sample(#""area":"320681","type":"association""#, Self.route)
    )
    #expect(
      prospect.obstacles.map { "\($0.clause) \($0.demand.en)" } == [
        "p/type a association is not paid; the clause asks: entityType in = company, cooperative"
      ]
    )
    #expect(
      told(prospect) == [
        "500,000.00 type of e9 = company, not association",
        "500,000.00 type of e9 = cooperative, not association",
      ]
    )
  }

  @Test func `a missing fact is named, and its values are tried`() throws {
    let prospect = try prospect(try sample(#""area":"320681","type":"company""#, ""))
    #expect(
      prospect.obstacles.map(\.demand.en) == ["supply the route of recognition r"]
    )
    #expect(told(prospect) == ["500,000.00 route of r = administrative"])
  }

  @Test func `a day that is missing is tried as early as the clause needs it`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10"),
      clauses: [
        Sample.nat, #"{"number":"y","operation":"minYearsOperating","arguments":{"years":3}}"#,
      ]
    )
    let prospect = try prospect(sample)
    #expect(told(prospect) == ["500,000.00 registered on of e1 = for instance 2022-01-01"])
  }

  @Test func `values that must change together are found together`() throws {
    let prospect = try prospect(
      try sample(#""area":"320684","type":"association""#, #","route":"judicial""#)
    )
    #expect(prospect.obstacles.map(\.clause) == ["p/type", "p/area", "p/route"])
    #expect(
      told(prospect) == [
        "500,000.00 type of e9 = company, not association & registered in of e9 = 320681, not 320684 "
          + "& route of r = administrative, not judicial"
      ]
    )
  }

  @Test func `whose a right is is no matter of values`() throws {
    let patent = { (id: String, day: String) in
      #"{"kind":"patent","id":"\#(id)","type":"invention","owners":["e2"],"grantedOn":"\#(day)","status":"granted"}"#
        + "\n"
    }
    let sample = try Sample(
      patent("q1", "2025-03-01") + patent("q2", "2025-04-01"),
      clauses: [
        #"{"number":"v","operation":"fixed","arguments":{"facts":"patent","amount":"3000元"}}"#,
        #"{"number":"k","operation":"capPerEnterprise","arguments":{"amount":"2000元"}}"#,
      ]
    )
    let claim = try sample.round().claim("v", "q2")
    #expect(claim.outcome == .notEligible)
    let prospect = try Prospect(claim, year: 2025, sample.snapshot)
    #expect(prospect.obstacles.map(\.clause) == ["p/k"])
    #expect(prospect.remedies.isEmpty)
  }

  @Test func `what people decide is no matter of values`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10"),
      clauses: [Sample.nat, #"{"number":"u","operation":"unexpressed"}"#]
    )
    let prospect = try prospect(sample)
    #expect(prospect.obstacles.map(\.clause) == ["p/u"])
    #expect(prospect.obstacles.map(\.demand.zh) == ["须由人决定：该规则须由人工判断"])
    #expect(prospect.remedies.isEmpty)
  }

  @Test func `an earlier payout is what it is`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10") + Sample.award("a", 2024, "national", yuan: 1),
      clauses: [Sample.nat, #"{"number":"once","operation":"oncePerLevel"}"#]
    )
    let prospect = try prospect(sample)
    #expect(
      prospect.obstacles.map(\.demand.en) == [
        "paid before at the national tier by a in 2024"
      ]
    )
    #expect(prospect.remedies.isEmpty)
  }

  @Test func `where no value helps it is told how far the best one leads`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10")
        + Sample.title("r2", "nat", "2025-04-10", brand: "b3", more: Self.route),
      clauses: [
        Sample.nat,
        #"{"number":"route","operation":"routeIs","arguments":{"route":"administrative"}}"#,
        #"{"number":"once","operation":"onceEver","arguments":{"per":"enterprise"}}"#,
      ]
    )
    let prospect = try prospect(sample)
    #expect(prospect.remedies.isEmpty)
    let shortfall = try #require(prospect.shortfall)
    #expect(shortfall.changes.map(\.text.en) == ["route of r = administrative"])
    #expect(shortfall.clause == "p/once")
  }

  @Test func `candidates are grouped by recipient with what they lack`() throws {
    let sample = try Sample(
      #"{"kind":"enterprise","id":"e9","name":"丁公司","type":"company"}"# + "\n"
        + Sample.title("r1", "nat", "2025-05-10", more: #","route":"administrative""#)
        + Sample.title("r2", "nat", "2025-05-10", holder: "e9", more: Self.route)
        + Sample.title("r3", "nat", "2025-06-10", holder: "e9"),
      clauses: [
        Sample.nat,
        #"{"number":"area","operation":"registeredIn","arguments":{"area":["320681"]}}"#,
        #"{"number":"route","operation":"routeIs","arguments":{"route":"administrative"}}"#,
      ]
    )
    let candidates = try Candidates(sample.round(), sample.snapshot)
    #expect(
      candidates.groups.map { "\($0.name) \($0.entitled.count) \($0.amount) \($0.possible)" } == [
        "甲公司 1 500,000.00 0.00", "丁公司 0 0.00 1,000,000.00",
      ]
    )
    #expect(
      candidates.groups[1].needs.map(\.phrase.en) == [
        "registered in of enterprise e9", "town of enterprise e9", "route of recognition r3",
      ]
    )
    #expect(candidates.groups[1].lacking.map(\.id) == ["p/nat#r2", "p/nat#r3"])
    #expect(candidates.sealed == 0)
  }

  @Test func `a claim that is paid on top of another is possible beside it`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10"),
      clauses: [
        #"{"number":"a","operation":"fixed","arguments":{"scheme":"nat","route":"administrative","amount":"50万元"}}"#,
        #"{"number":"b","operation":"fixed","arguments":{"scheme":"nat","route":"judicial","amount":"30万元"}}"#,
        #"{"number":"c","operation":"stackWith","arguments":{"clauses":"a"},"for":["b"]}"#,
      ]
    )
    let candidates = try Candidates(sample.round(), sample.snapshot)
    #expect(candidates.groups.map(\.possible) == [Money(fen: 80_000_000)])
  }

  @Test func `of several claims about one fact the largest is possible`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10"),
      clauses: [
        #"{"number":"a","operation":"fixed","arguments":{"scheme":"nat","route":"administrative","amount":"50万元"}}"#,
        #"{"number":"b","operation":"fixed","arguments":{"scheme":"nat","route":"judicial","amount":"30万元"}}"#,
      ]
    )
    let candidates = try Candidates(sample.round(), sample.snapshot)
    #expect(candidates.groups.map(\.possible) == [Money(fen: 50_000_000)])
  }

  @Test func `what may be worth anything is counted beside what is possible`() throws {
    let clause =
      #"{"number":"a","operation":"percentOf","arguments":{"facts":"loan","figure":"interest","rate":"50%"}}"#
    let loan =
      #"{"kind":"loan","id":"l","enterprise":"e1","contractOn":"2025-05-10","principalFen":100}"#
      + "\n"
    let sample = try Sample(loan, clauses: [clause])
    let candidates = try Candidates(sample.round(), sample.snapshot)
    #expect(candidates.groups.map(\.possible) == [.zero])
    #expect(candidates.groups.map(\.unappraised) == [1])
  }

  @Test func `a clause is read in words, with what holds where nothing is said`() throws {
    let sample = try Sample(
      "",
      clauses: [#"{"number":"h","operation":"upgrade","arguments":{"mode":"full"}}"#, Sample.nat]
    )
    let clause = try #require(
      try sample.snapshot.table(Clause.self).records.first { $0[Clause.number] == "h" }
    )
    let words = ClauseWords(clause)
    #expect(words.operation?.name == "upgrade")
    #expect(
      words.arguments.map { "\($0.path) \($0.value) \($0.isStandard)" } == [
        "mode full false", "per enterprise true", "class any true", "downgrade pay true",
        "earlier policy true",
      ]
    )
  }

  @Test func `an amount that could be a share of a figure is read as it stands`() throws {
    let sample = try Sample(
      "",
      clauses: [
        Sample.nat,
        #"{"number":"k","operation":"capPer","arguments":{"limit":"20万元","subject":"fact"}}"#,
        #"{"number":"l","operation":"lesserOf","arguments":{"amounts":["20万元",{"figure":"tax","rate":"50%"}]}}"#,
      ]
    )
    let clauses = try sample.snapshot.table(Clause.self).records
    let told = clauses.flatMap { ClauseWords($0).arguments }.map { "\($0.path) \($0.value)" }
    #expect(told.contains("limit 20万元"))
    #expect(told.contains("amounts[1] 20万元"))
    #expect(told.contains("amounts[2].rate 50%"))
    #expect(!told.contains("limit.rate 100%"))
    #expect(!told.contains("amounts[1].rate 100%"))
  }

  /// The second clause wants the application by the end of March, the third within six months of the title.
  private static let application = [
    Sample.nat,
    #"{"number":"window","operation":"applicationWindow","arguments":{"from":"02-01","until":"03-31","yearOffset":1}}"#,
    #"{"number":"pledge","operation":"pledge","arguments":{"pledge":"no-move","years":10}}"#,
    #"{"number":"credit","operation":"pledge","arguments":{"pledge":"credit"}}"#,
    #"{"number":"by","operation":"recommendedBy","arguments":{"by":["市局","工信局"]}}"#,
  ]

  @Test func `an application that is missing is described with its days and papers`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10"),
      clauses: Self.application
    )
    let prospect = try prospect(sample)
    let text =
      "甲公司 applies under p between 2026-02-01 and 2026-03-31, pledging no-move:10 and credit, "
      + "recommended by 市局"
    #expect(
      prospect.obstacles.map { "\($0.clause) \($0.demand.en)" } == [
        "p/window supply the application of recognition r: \(text)",
        "p/pledge supply the application of recognition r",
        "p/credit supply the application of recognition r",
        "p/by supply the application of recognition r",
      ]
    )
    #expect(told(prospect) == ["500,000.00 \(text)"])
  }

  @Test(arguments: [
    (0, #""appliedOn":"2026-04-01""#, "applied on of a = for instance 2026-03-31, not 2026-04-01"),
    (
      1, #""appliedOn":"2026-03-01","pledges":["no-move:5"]"#,
      "pledges of a = no-move:10, not no-move:5"
    ),
    (
      3, #""appliedOn":"2026-03-01","recommendedBy":["区局"]"#,
      "recommended by of a = 市局, not 区局"
    ),
  ])
  func `an application that does not do is told what would`(
    clause: Int,
    fields: String,
    change: String
  ) throws {
    let application =
      #"{"kind":"application","id":"a","enterprise":"e1","policy":"p",\#(fields)}"# + "\n"
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10") + application,
      clauses: [Sample.nat, Self.application[clause + 1]]
    )
    #expect(told(try prospect(sample)).first == "500,000.00 " + change)
  }

  private static let ratio =
    #"{"number":"own","operation":"selfFundedRatioAtLeast","arguments":{"ratio":"1/3"}}"#

  @Test func `a share that an applicant has to pay itself is asked of the application`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10"),
      clauses: [Sample.nat, Self.ratio, Self.application[3]]
    )
    #expect(
      told(try prospect(sample)) == [
        "500,000.00 甲公司 applies under p, pledging credit, paying at least 1/3 of the cost itself"
      ]
    )
  }

  @Test(arguments: [
    (
      #""investedFen":100000,"selfFundedFen":33333"#,
      "self-funded of a = 333.34 yuan, not 333.33 yuan"
    ),
    (#""investedFen":100000"#, "self-funded of a = 333.34 yuan"),
  ])
  func `an application with too small a share of its own is told the least that will do`(
    sums: String,
    change: String
  ) throws {
    let application =
      #"{"kind":"application","id":"a","enterprise":"e1","policy":"p",\#(sums)}"# + "\n"
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10") + application,
      clauses: [Sample.nat, Self.ratio]
    )
    #expect(told(try prospect(sample)) == ["500,000.00 " + change])
  }

  @Test func `no sum is made up where the amount hangs on it`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10"),
      clauses: [
        #"{"number":"nat","operation":"byBracket","arguments":{"scheme":"nat","figure":"invested","steps":[{"amount":"1万元"}]}}"#,
        Self.ratio,
      ]
    )
    #expect(try prospect(sample).remedies.isEmpty)
  }

  @Test func `an incident that stands in the way may be resolved, a place in a row the first`()
    throws
  {
    let incident =
      #"{"kind":"incident","id":"i","enterprise":"e1","date":"2025-01-05","category":"quality","severity":"minor"}"#
      + "\n"
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10") + incident,
      clauses: [
        Sample.nat, #"{"number":"clean","operation":"noIncident","arguments":{"years":2}}"#,
      ]
    )
    #expect(
      told(try prospect(sample))
        == ["500,000.00 resolved on of i = for instance 2025-05-10"]
    )
    let second = try Sample(
      Sample.title("r", "nat", "2025-05-10", more: #","rank":2"#),
      clauses: [Sample.nat, #"{"number":"first","operation":"holderIsFirst"}"#]
    )
    #expect(told(try prospect(second)) == ["500,000.00 rank of r = 1, not 2"])
  }

  @Test func `what else is missing is found beside the application`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10"),
      clauses: [
        Sample.nat, Self.application[3],
        #"{"number":"route","operation":"routeIs","arguments":{"route":"administrative"}}"#,
      ]
    )
    #expect(
      told(try prospect(sample)) == [
        "500,000.00 甲公司 applies under p, pledging credit & route of r = administrative"
      ]
    )
  }

  @Test func `where no day is left, no application is proposed`() throws {
    let sample = try Sample(
      Sample.title("r", "nat", "2025-05-10"),
      clauses: [
        Sample.nat, Self.application[1],
        #"{"number":"soon","operation":"withinOf","arguments":{"months":6}}"#,
      ]
    )
    let prospect = try prospect(sample)
    #expect(
      prospect.obstacles.map(\.demand.en) == [
        "supply the application of recognition r", "supply the application of recognition r",
      ]
    )
    #expect(told(prospect) == [])
  }
}
