import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct FigureTests {
  private func upper(_ fen: Int64, _ payer: String = "provincial", fact: String = "r") -> String {
    #"{"kind":"award","id":"up","policy":"other","year":2025,"recipient":"e1","amountFen":\#(fen),"state":"paid","clause":"other/1","claim":"c","facts":["\#(fact)"],"payer":"\#(payer)"}"#
  }

  private func year(_ year: Int, _ fields: String) -> String {
    #"{"kind":"enterprise-year","id":"e1/\#(year)","enterprise":"e1","year":\#(year),\#(fields)}"#
      + "\n"
  }

  private static let fixed = #""operation":"fixed","arguments":{"scheme":"nat","amount":"60万元"}"#

  @Test(
    arguments: [
      (499_999_999, Outcome.notEligible), (500_000_000, .eligible), (500_000_001, .eligible),
    ] as [(Int64, Outcome)]
  )
  func `a tax gate of five million is met by the very amount`(fen: Int64, outcome: Outcome) throws {
    let claim = try Sample.claim(
      year(2025, #""taxFen":\#(fen)"#),
      Self.fixed,
      #""operation":"figureAtLeast","arguments":{"figure":"tax","amount":"500万元"}"#
    )
    #expect(claim.outcome == outcome)
    #expect(claim.amount.fen == (outcome == .eligible ? 60_000_000 : 0))
    let needs = claim.needs
    #expect(needs.map(\.kind) == (outcome == .eligible ? [] : [.change]))
    #expect(
      needs.map(\.demand.en) == (outcome == .eligible ? [] : ["tax paid of at least 5,000,000.00"])
    )
  }

  @Test func `a tax that the ledger does not hold is named with its year`() throws {
    let claim = try Sample.claim(
      year(2024, #""taxFen":900000000"#),
      Self.fixed,
      #""operation":"figureAtLeast","arguments":{"amount":"500万元"}"#
    )
    #expect(claim.outcome == .unknown)
    #expect(claim.missing.map { "\($0.record).\($0.field)" } == ["e1/2025.taxFen"])
    #expect(claim.needs.map(\.kind) == [.value])
  }

  @Test(arguments: [("before", 2024), ("round", 2025), ("fact", 2025)])
  func `the year of a figure is as said`(which: String, number: Int) throws {
    let gate =
      #""operation":"figureAtLeast","arguments":{"figure":"employees","count":20,"year":"\#(which)"}"#
    #expect(
      try Sample.claim(year(number, #""employees":20"#), Self.fixed, gate).outcome == .eligible
    )
    #expect(
      try Sample.claim(year(number, #""employees":19"#), Self.fixed, gate).outcome == .notEligible
    )
    #expect(try Sample.claim(year(2020, #""employees":20"#), Self.fixed, gate).outcome == .unknown)
  }

  @Test(
    arguments: [
      (2022, 1_000_000, Outcome.unknown), (2023, 1_000_000, .eligible),
      (2025, 1_000_000, .eligible),
      (2025, 999_999, .unknown), (2026, 1_000_000, .unknown),
    ] as [(Int, Int64, Outcome)]
  )
  func `any year of the three after registration suffices`(
    number: Int,
    fen: Int64,
    outcome: Outcome
  ) throws {
    let sample = try Sample(
      #"{"kind":"enterprise","id":"x","name":"丁","registeredOn":"2023-04-01"}"# + "\n"
        + Sample.title("r", "nat", "2025-05-10", holder: "x")
        + #"{"kind":"enterprise-year","id":"x/\#(number)","enterprise":"x","year":\#(number),"retainedTaxFen":\#(fen)}"#,
      clauses: [
        Sample.nat,
        #"{"number":"c","operation":"figureAtLeast","arguments":{"figure":"retainedTax","amount":"1万元","withinYears":3}}"#,
      ]
    )
    #expect(try sample.round().claim("nat", "r").outcome == outcome)
  }

  @Test func `no year of three is enough where all are known to be less`() throws {
    let years = (2023...2025).map {
      #"{"kind":"enterprise-year","id":"x/\#($0)","enterprise":"x","year":\#($0),"retainedTaxFen":999999}"#
    }
    let sample = try Sample(
      #"{"kind":"enterprise","id":"x","name":"丁","registeredOn":"2023-04-01"}"# + "\n"
        + Sample.title("r", "nat", "2025-05-10", holder: "x") + years.joined(separator: "\n"),
      clauses: [
        Sample.nat,
        #"{"number":"c","operation":"figureAtLeast","arguments":{"figure":"retainedTax","amount":"1万元","withinYears":3}}"#,
      ]
    )
    #expect(try sample.round().claim("nat", "r").outcome == .notEligible)
  }

  private static let brackets =
    #""operation":"byBracket","arguments":{"scheme":"nat","figure":"tax","steps":[{"above":"800万元","amount":"200万元"},{"atLeast":"500万元","amount":"100万元"},{"atLeast":"300万元","amount":"50万元"},{"amount":"30万元"}]}"#

  @Test(
    arguments: [
      (0, 30), (299_999_999, 30), (300_000_000, 50), (300_000_001, 50), (499_999_999, 50),
      (500_000_000, 100), (500_000_001, 100), (800_000_000, 100), (800_000_001, 200),
    ] as [(Int64, Int64)]
  )
  func `a bracket takes its lower edge, or not, as it says`(fen: Int64, amount: Int64) throws {
    let claim = try Sample.claim(year(2025, #""taxFen":\#(fen)"#), Self.brackets)
    #expect(claim.amount.fen == amount * 1_000_000)
  }

  @Test func `below all brackets nothing is paid`() throws {
    let value =
      #""operation":"byBracket","arguments":{"scheme":"nat","figure":"sales","steps":[{"atLeast":"1亿元","amount":"1万元"}]}"#
    #expect(try Sample.claim(year(2025, #""salesFen":9999999999"#), value).outcome == .notEligible)
    #expect(try Sample.claim(year(2025, #""salesFen":10000000000"#), value).amount.fen == 1_000_000)
  }

  @Test(arguments: [(99, 0), (100, 5), (299, 5), (300, 10)] as [(Int, Int64)])
  func `a bracket may be one of heads`(heads: Int, amount: Int64) throws {
    let value =
      #""operation":"byBracket","arguments":{"scheme":"nat","figure":"employees","steps":[{"atLeast":300,"amount":"10万元"},{"above":99,"amount":"5万元"}]}"#
    let claim = try Sample.claim(year(2025, #""employees":\#(heads)"#), value)
    #expect(claim.amount.fen == amount * 1_000_000)
    if heads == 300 {
      #expect(
        try claim.step("v").reason.en == "100,000.00 yuan for employees of 300, at least 300"
      )
    }
  }

  @Test(arguments: [
    ("employees", #"[{"atLeast":"300元","amount":"1元"}]"#, false),
    ("employees", #"[{"atLeast":300,"amount":"1元"},{"amount":"2元"}]"#, true),
    ("tax", #"[{"atLeast":300,"amount":"1元"}]"#, false),
    ("tax", #"[{"atLeast":"300元","amount":"1元"}]"#, true),
  ])
  func `edges of brackets are told in what the figure counts`(
    figure: String,
    steps: String,
    isRight: Bool
  ) throws {
    let json = try JSONValue(parsing: #"{"figure":"\#(figure)","steps":\#(steps)}"#)
    let (faults, _) = try #require(Operations.trial("byBracket", json))
    #expect(faults.isEmpty == isRight, "\(faults)")
  }

  @Test(arguments: [
    (#"[{"atLeast":"3元","amount":"1元"},{"atLeast":"5元","amount":"1元"}]"#, false),
    (#"[{"atLeast":"3元","amount":"1元"},{"atLeast":"3元","amount":"2元"}]"#, false),
    (#"[{"atLeast":"3元","amount":"1元"},{"above":"3元","amount":"2元"}]"#, false),
    (#"[{"above":"3元","amount":"1元"},{"atLeast":"3元","amount":"2元"}]"#, true),
    (#"[{"amount":"1元"},{"atLeast":"3元","amount":"2元"}]"#, false),
    (#"[{"atLeast":"3元","above":"3元","amount":"2元"}]"#, false),
  ])
  func `brackets that do not go down are refused`(steps: String, isRight: Bool) throws {
    let json = try JSONValue(parsing: #"{"figure":"tax","steps":\#(steps)}"#)
    let (faults, _) = try #require(Operations.trial("byBracket", json))
    #expect(faults.isEmpty == isRight, "\(faults)")
  }

  @Test(
    arguments: [
      (1, 49_999_999), (49_999_999, 1), (50_000_000, 0), (50_000_001, 0),
    ] as [(Int64, Int64)]
  )
  func `a standard is topped up by what the province left`(paid: Int64, rest: Int64) throws {
    let value =
      #""operation":"topUpTo","arguments":{"scheme":"nat","standard":"50万元","payers":"provincial"}"#
    let claim = try Sample.claim(upper(paid), value)
    #expect(claim.amount.fen == rest)
    #expect(claim.outcome == (rest > 0 ? .eligible : .notEligible))
    #expect(try Sample.claim(upper(paid, "市级"), value).amount.fen == 50_000_000)
    #expect(try Sample.claim(upper(paid, "某协会"), value).outcome == .unknown)
    #expect(try Sample.claim(upper(paid, fact: "s"), value).amount.fen == 50_000_000)
  }

  @Test func `matching pays a share of what others paid, and nothing for nothing`() throws {
    let value =
      #""operation":"matching","arguments":{"scheme":"nat","ratio":"50%","maximum":"3万元"}"#
    #expect(try Sample.claim(upper(5_999_998), value).amount.fen == 2_999_999)
    #expect(try Sample.claim(upper(6_000_002), value).amount.fen == 3_000_000)
    // Half of an odd number of fen needs no rounding where it is above the maximum.
    #expect(try Sample.claim(upper(6_000_001), value).amount.fen == 3_000_000)
    #expect(try Sample.claim(upper(5_999_999), value).outcome == .undecided)
    let none = try Sample.claim("", value)
    #expect(none.outcome == .notEligible)
    #expect(none.needs.map(\.demand.en) == ["a payout of another payer"])
  }

  private func application(_ more: String) -> String {
    #"{"kind":"application","id":"a","enterprise":"e1","policy":"p","fact":"r"\#(more)}"#
  }

  @Test(
    arguments: [
      ("", Outcome.undecided, 0), (#","decidedFen":8000000"#, .undecided, 0),
      (#","decidedFen":7999999,"reason":"评审""#, .undecided, 0),
      (#","decidedFen":8000000,"reason":"评审""#, .eligible, 8_000_000),
      (#","decidedFen":20000000,"reason":"评审""#, .eligible, 20_000_000),
      (#","decidedFen":20000001,"reason":"评审""#, .undecided, 0),
    ] as [(String, Outcome, Int64)]
  )
  func `people decide within the range, with a reason`(
    more: String,
    outcome: Outcome,
    fen: Int64
  ) throws {
    let claim = try Sample.claim(
      application(more),
      #""operation":"rangeDecided","arguments":{"scheme":"nat","minimum":"8万元","maximum":"20万元"}"#
    )
    #expect(claim.outcome == outcome)
    #expect(claim.amount.fen == fen)
  }

  private static func won(_ id: String, _ day: String) -> String {
    #"{"kind":"case","id":"\#(id)","stage":"closed","receivedOn":"2024-02-01","rightHolder":"e1","right":"trademark","outcome":"won","closedOn":"\#(day)"}"#
      + "\n"
  }

  @Test func `a decision is paid once, and never by guess`() throws {
    let clause =
      #"{"number":"v","operation":"rangeDecided","arguments":{"facts":"case","outcome":"won","minimum":"1万元"}}"#
    func decision(_ id: String, _ more: String) -> String {
      #"{"kind":"application","id":"\#(id)","enterprise":"e1","policy":"p","decidedFen":3000000,"reason":"会议"\#(more)}"#
        + "\n"
    }
    let cases = Self.won("k1", "2024-04-01") + Self.won("k2", "2024-05-01")
    func outcomes(_ records: String, _ clauses: String..., year: Int = 2024) throws -> [String] {
      try Sample(records, clauses: [clause] + clauses).round(year).claims.map {
        "\($0.id) \($0.outcome.rawValue) \($0.amount.fen)"
      }
    }
    #expect(
      try outcomes(cases + decision("y", "")) == ["p/v#k1 undecided 0", "p/v#k2 undecided 0"]
    )
    #expect(
      try outcomes(cases + decision("y", #","fact":"k2""#))
        == ["p/v#k1 undecided 0", "p/v#k2 eligible 3000000"]
    )
    // Two clauses about one case share it, too.
    let twin = clause.replacing(#""v""#, with: #""w""#)
    #expect(
      try outcomes(Self.won("k1", "2024-04-01") + decision("y", #","fact":"k1""#), twin)
        == ["p/v#k1 undecided 0", "p/w#k1 undecided 0"]
    )
    // What was paid for a case of the year before is not paid again.
    var sample = try Sample(
      Self.won("k1", "2024-04-01") + Self.won("k2", "2025-04-01") + decision("y", ""),
      clauses: [clause]
    )
    let round = try sample.round(2024)
    var drafts = try round.seal(round.claims, on: Day(ordinal: 20_000)) { _ in "" }
    drafts[0].id = "w1"
    sample.drafts += drafts
    #expect(try sample.round(2024).summary == "p/v#k1 eligible 3000000")
    let later = try sample.round(2025).claim("v", "k2")
    #expect(later.outcome == .undecided)
    #expect(try later.step("v").reason.en == "the decision in y was paid as w1 for p/v#k1")
  }

  @Test(
    arguments: [
      (#""classes":[7]"#, 30_000), (#""classes":[7,8,9]"#, 90_000),
      (#""classes":[7,8,9,10]"#, 90_000), (#""classes":[7,8,7]"#, 60_000),
    ] as [(String, Int64)]
  )
  func `units are counted up to a number`(fields: String, fen: Int64) throws {
    let claim = try Sample.claim(
      "",
      #""operation":"fixedPer","arguments":{"facts":"trademark","unit":"class","each":"300元","maximum":3}"#,
      fact:
        #"{"kind":"trademark","id":"CN/1","office":"CN","number":"1","registeredOn":"2025-01-14","route":"domestic","owner":"e1","mark":"甲",\#(fields)}"#
    )
    #expect(claim.amount.fen == fen)
  }

  @Test(arguments: [
    // The tax of 2025 told once under another id, twice alike, twice otherwise.
    (["600"], Outcome.eligible, "tax paid of 6,000,000.00, at least 5,000,000.00 needed"),
    (["600", "600"], .eligible, "tax paid of 6,000,000.00, at least 5,000,000.00 needed"),
    (["600", "499"], .unknown, "records of one year differ, merge them: y0, y1"),
  ])
  func `figures of one year in two records are told by both names`(
    yuan: [String],
    outcome: Outcome,
    reason: String
  ) throws {
    let years = yuan.enumerated().map { index, yuan in
      #"{"kind":"enterprise-year","id":"y\#(index)","enterprise":"e1","year":2025,"taxFen":\#(yuan)000000}"#
        + "\n"
    }
    let claim = try Sample.claim(
      years.joined(),
      #""operation":"fixed","arguments":{"scheme":"nat","amount":"1万元"}"#,
      #""operation":"figureAtLeast","arguments":{"figure":"tax","amount":"500万元"}"#
    )
    #expect(claim.outcome == outcome)
    #expect(try claim.step("c").reason.en == reason)
  }
}
