import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct CountTests {
  private func patent(
    _ id: String,
    _ day: String,
    owner: String = "e1",
    more: String = ""
  ) -> String {
    #"{"kind":"patent","id":"\#(id)","type":"invention","owners":["\#(owner)"],"grantedOn":"\#(day)","status":"granted"\#(more)}"#
      + "\n"
  }

  private func outcomes(_ records: String, _ value: String) throws -> [String] {
    let sample = try Sample(records, clauses: [#"{"number":"v",\#(value)}"#])
    return try sample.round().claims.map {
      "\($0.facts[0]) \($0.outcome.rawValue) \($0.amount.fen)"
    }
  }

  private static let bonus =
    #""operation":"bonusIfCount","arguments":{"facts":"patent","type":"invention","atLeast":2,"amount":"5元"}"#

  @Test func `one under the number is nothing, the number and one over it are one bonus`() throws {
    let one = patent("p1", "2025-01-01")
    let two = one + patent("p2", "2025-02-01")
    let three = two + patent("p3", "2025-03-01")
    #expect(try outcomes(one, Self.bonus) == ["p1 not-eligible 0"])
    #expect(try outcomes(two, Self.bonus) == ["p1 not-applicable 0", "p2 eligible 500"])
    #expect(
      try outcomes(three, Self.bonus) == [
        "p1 not-applicable 0", "p2 eligible 500", "p3 not-applicable 0",
      ]
    )
    #expect(
      try outcomes(one + patent("p2", "2025-02-01", owner: "e2"), Self.bonus) == [
        "p1 not-eligible 0", "p2 not-eligible 0",
      ]
    )
  }

  @Test func `a second number must be reached as well`() throws {
    let value =
      #""operation":"bonusIfCount","arguments":{"facts":"patent","atLeast":1,"amount":"5元","also":[{"facts":"trademark","route":"madrid","atLeast":1}]}"#
    let mark =
      #"{"kind":"trademark","id":"WO/1","office":"WO","number":"1","route":"madrid","owner":"e1","mark":"甲","status":"registered""#
    let one = patent("p1", "2025-01-01")
    #expect(try outcomes(one, value) == ["p1 not-eligible 0"])
    #expect(
      try outcomes(one + mark + #","registeredOn":"2025-12-31"}"#, value) == ["p1 eligible 500"]
    )
    #expect(
      try outcomes(one + mark + #","registeredOn":"2026-01-01"}"#, value) == ["p1 not-eligible 0"]
    )
    #expect(try outcomes(one + mark + "}", value) == ["p1 unknown 0"])
  }

  @Test func `a milestone is paid for the fact that reaches it over all years`() throws {
    let value =
      #""operation":"milestone","arguments":{"facts":"patent","steps":[{"count":2,"amount":"5元"},{"count":4,"amount":"9元"}]}"#
    let old = patent("p1", "2020-01-01")
    let new = ["p2", "p3", "p4", "p5"].map { patent($0, "2025-01-01") }
    #expect(
      try outcomes(old + new.joined(), value) == [
        "p2 eligible 500", "p3 not-applicable 0", "p4 eligible 900", "p5 not-applicable 0",
      ]
    )
    #expect(try outcomes(new.joined(), value).first == "p2 not-applicable 0")
    #expect(try outcomes(patent("p0", "2025") + new[0], value).contains("p2 unknown 0"))
  }

  @Test func `the most facts win, then the one that was there first`() throws {
    let value =
      #""operation":"topN","arguments":{"facts":"patent","minimum":2,"amounts":["9元"]}"#
    let tie =
      patent("p1", "2025-01-01") + patent("p2", "2025-03-01")
      + patent("q1", "2025-02-01", owner: "e2") + patent("q2", "2025-02-28", owner: "e2")
    #expect(
      try outcomes(tie, value) == [
        "p1 not-eligible 0", "q1 not-applicable 0", "q2 eligible 900", "p2 not-eligible 0",
      ]
    )
    #expect(
      try outcomes(tie + patent("p3", "2025-12-01"), value).last == "p3 eligible 900"
    )
    #expect(try outcomes(patent("p1", "2025-01-01"), value) == ["p1 not-eligible 0"])
  }

  @Test(
    arguments: [
      (#""firstForHolder":"yes""#, ["p2"], "2024-12-31"),
      (#""firstForHolder":"no""#, ["p1", "p2"], "2024-12-31"),
      (#""firstForHolder":"yes""#, ["p1", "p2"], nil), (#""firstEver":"yes""#, ["p1"], nil),
      (#""firstEver":"yes""#, [], "2024-12-31"),
    ] as [(String, [String], String?)]
  )
  func `firsts are found over all years`(filter: String, paid: [String], old: String?) throws {
    let records =
      (old.map { patent("p0", $0) } ?? "") + patent("p1", "2025-01-01")
      + patent("p2", "2025-01-02", owner: "e2")
    let lines = try outcomes(
      records,
      #""operation":"fixed","arguments":{"facts":"patent",\#(filter),"amount":"3元"}"#
    )
    let expected = filter.contains("no") ? ["p1"] : paid
    #expect(lines == expected.map { "\($0) eligible 300" })
  }

  private func annuity(_ day: String, _ fen: Int, granted: String = "2020-02-29") -> String {
    patent("p1", granted)
      + #"{"kind":"expense","id":"x","enterprise":"e1","paidOn":"\#(day)","category":"annuity","amountFen":\#(fen),"patent":"p1"}"#
      + "\n"
  }

  @Test(arguments: [
    ("2025-02-27", "x eligible 80"), ("2025-02-28", "x not-eligible 0"), ("2025-02", "x unknown 0"),
  ])
  func `a stream ends the day before the corresponding day`(day: String, line: String) throws {
    let value =
      #""operation":"stream","arguments":{"category":"annuity","rate":"80%","years":5}"#
    #expect(try outcomes(annuity(day, 100), value) == [line])
  }

  @Test(arguments: [
    ("2020-02", "2025-01-31", "x eligible 80"), ("2020-02", "2025-02-01", "x unknown 0"),
    ("2020-02", "2025-02-27", "x unknown 0"), ("2020-02", "2025-02-28", "x not-eligible 0"),
    ("2025-02", "2025-01-31", "x not-eligible 0"), ("2025-02", "2025-02-01", "x unknown 0"),
    ("2025-02", "2025-02-28", "x eligible 80"),
  ])
  func `a stream from a month counts where every day of it agrees`(
    granted: String,
    day: String,
    line: String
  ) throws {
    let value =
      #""operation":"stream","arguments":{"category":"annuity","rate":"80%","years":5}"#
    #expect(try outcomes(annuity(day, 100, granted: granted), value) == [line])
  }

  @Test func `a stream of nothing is not eligible`() throws {
    let value = #""operation":"stream","arguments":{"category":"annuity","rate":"80%","years":9}"#
    #expect(try outcomes(annuity("2025-05-05", 0), value) == ["x not-eligible 0"])
  }

  private func loan(_ interest: Int, repaid: String = "2025-12-28") -> String {
    #"{"kind":"loan","id":"l","enterprise":"e1","contractOn":"2025-01-02","repaidOn":"\#(repaid)","principalFen":1000000,"interestFen":\#(interest)}"#
      + "\n"
  }

  @Test(arguments: [(15_499, 15_499), (15_500, 15_500), (15_501, 15_500)])
  func `half the reference rate for 360 days, at most what was paid`(paid: Int, fen: Int) throws {
    let value =
      #""operation":"rateBased","arguments":{"rates":[{"from":"2024-07-22","rate":"3.35%"},{"from":"2024-10-21","rate":"3.1%"}],"share":"50%","basis":"360"}"#
    #expect(try outcomes(loan(paid), value) == ["l eligible \(fen)"])
    // 361 days make 15,543.05… fen.
    #expect(try outcomes(loan(paid, repaid: "2025-12-29"), value) == ["l eligible \(paid)"])
    #expect(try outcomes(loan(15_543, repaid: "2025-12-29"), value) == ["l eligible 15543"])
    #expect(try outcomes(loan(15_544, repaid: "2025-12-29"), value) == ["l undecided 0"])
    #expect(
      try outcomes(loan(paid), value.replacing("2024-07-22", with: "2024-10-20"))
        == ["l eligible \(fen)"]
    )
    #expect(
      try outcomes(
        loan(paid),
        #""operation":"rateBased","arguments":{"rates":[{"from":"2025-01-03","rate":"3.1%"}]}"#
      ) == ["l undecided 0"]
    )
  }

  @Test(arguments: [
    (#"["CN/1"]"#, "trademark", ["l eligible 100"]), (#"["CN/1"]"#, "patent", []),
    (#"["q","CN/1"]"#, "patent", ["l eligible 100"]), (#"["某商标"]"#, "trademark", ["l unknown 0"]),
    ("[]", "patent", ["l unknown 0"]),
  ])
  func `a loan is told by the kind of right that was pledged`(
    pledged: String,
    right: String,
    lines: [String]
  ) throws {
    let records = #"""
      {"kind":"trademark","id":"CN/1","office":"CN","number":"1","route":"domestic","owner":"e1","mark":"甲","registeredOn":"2020-03-01"}
      {"kind":"patent","id":"q","type":"invention","owners":["e1"],"grantedOn":"2020-01-01","status":"granted"}
      {"kind":"loan","id":"l","enterprise":"e1","contractOn":"2025-01-02","principalFen":100,"pledged":\#(pledged)}

      """#
    let value =
      #""operation":"fixed","arguments":{"facts":"loan","right":"\#(right)","amount":"1元"}"#
    #expect(try outcomes(records, value) == lines)
  }

  @Test func `interest tells the days and the dates on which it rests`() throws {
    let value =
      #"{"number":"v","operation":"rateBased","arguments":{"rates":[{"from":"2024-10-21","rate":"3.1%"},{"from":"2025-01-02","rate":"3%"}],"share":"50%","basis":"360"}}"#
    let step = try Sample(loan(99_999), clauses: [value]).round().claim("v", "l").step("v")
    // The rate of the contract's own day: 10,000 yuan × 3% × 50% for 360 days.
    #expect(
      step.reason.en
        == "150.00 yuan at 50% of 3% for 360 days of a year of 360; 999.99 yuan were paid"
    )
    #expect(step.inputs.map(\.field) == ["principalFen", "interestFen", "contractOn"])
  }

  @Test(arguments: ["granted", "lapsed", "invalidated"])
  func `an earlier patent counts for firsts and milestones whether it still stands or not`(
    status: String
  ) throws {
    let earlier =
      #"{"kind":"patent","id":"p0","type":"invention","owners":["e1"],"grantedOn":"2010-05-05","status":"\#(status)"}"#
      + "\n"
    let records = earlier + patent("p1", "2025-01-01")
    let first =
      #""operation":"fixed","arguments":{"facts":"patent","firstForHolder":"yes","amount":"5元"}"#
    #expect(try outcomes(records, first) == [])
    let second =
      #""operation":"milestone","arguments":{"facts":"patent","steps":[{"count":2,"amount":"5元"}]}"#
    #expect(try outcomes(records, second) == ["p1 eligible 500"])
  }

  @Test func `a payout that no longer stands is no fact`() throws {
    let value =
      #""operation":"percentOf","arguments":{"facts":"paid","payer":"provincial","rate":"50%"}"#
    func award(_ state: String) -> String {
      #"{"kind":"award","id":"w","policy":"other","year":2025,"recipient":"e1","amountFen":1000,"state":"\#(state)","clause":"other/1","claim":"c","payer":"provincial","sealedOn":"2025-03-03"}"#
        + "\n"
    }
    #expect(try outcomes(award("paid"), value) == ["w eligible 500"])
    #expect(try outcomes(award("void"), value) == [])
    #expect(try outcomes(award("recovered"), value) == [])
  }

  @Test func `of a payout of which something came back, the rest counts`() throws {
    func event(_ number: Int, _ action: String, _ from: String, _ to: String, _ more: String)
      -> String
    {
      #"{"kind":"award-event","id":"w-\#(number)","award":"w","action":"\#(action)","date":"2025-04-0\#(number)","by":"\#(number)","from":"\#(from)","to":"\#(to)","reason":"理由",\#(more)}"#
        + "\n"
    }
    let award =
      #"{"kind":"award","id":"w","policy":"other","year":2025,"recipient":"e1","amountFen":1000,"state":"partly-recovered","clause":"other/1","claim":"c","sealedOn":"2025-03-03","receipt":{"commit":1}}"#
      + "\n" + event(1, "publish", "sealed", "published", #""objectionsUntil":"2025-04-01""#)
      + event(2, "approve", "published", "approved", #""basis":"x""#)
      + event(3, "pay", "approved", "paid", #""amountFen":1000"#)
      + event(4, "recover", "paid", "recovering", #""amountFen":300"#)
      + event(5, "repay", "recovering", "partly-recovered", #""amountFen":300"#)
    let value = #""operation":"percentOf","arguments":{"facts":"paid","rate":"50%"}"#
    #expect(try outcomes(award, value) == ["w eligible 350"])
  }

  @Test(arguments: [
    (#""operation":"bonusIfCount","arguments":{"facts":"patent","atLeast":3,"amount":"5元"}"#),
    (#""operation":"topN","arguments":{"facts":"patent","minimum":3,"amounts":["5元"]}"#),
    (#""operation":"milestone","arguments":{"facts":"patent","steps":[{"count":3,"amount":"5元"}]}"#),
  ])
  func `what no longer stands when the round's days are over is not counted`(value: String) throws {
    func paid(_ more: String) throws -> Int64 {
      let records =
        patent("p1", "2025-01-01") + patent("p2", "2025-02-01", more: more)
        + patent("p3", "2025-03-01")
      return try Sample(records, clauses: [#"{"number":"v",\#(value)}"#]).round().total.fen
    }
    #expect(try paid("") == 500)
    #expect(try paid(#","endedOn":"2025-12-31""#) == 0)
    #expect(try paid(#","endedOn":"2026-01-01""#) == 500)
  }

  @Test func `a bonus asks for other rights that still stand`() throws {
    let value =
      #""operation":"bonusIfCount","arguments":{"facts":"patent","atLeast":1,"amount":"5元","also":[{"facts":"trademark","atLeast":1}]}"#
    let mark =
      #"{"kind":"trademark","id":"CN/1","office":"CN","number":"1","route":"domestic","owner":"e1","mark":"甲","registeredOn":"2025-03-01""#
    let one = patent("p1", "2025-01-01")
    #expect(try outcomes(one + mark + "}", value) == ["p1 eligible 500"])
    #expect(
      try outcomes(one + mark + #","endedOn":"2025-12-31"}"#, value) == ["p1 not-eligible 0"]
    )
    let sample = try Sample(one + mark + "}", clauses: [#"{"number":"v",\#(value)}"#])
    #expect(
      try sample.round().claim("v", "p1").step("v").inputs.map(\.record) == ["p1", "CN/1"]
    )
  }
}
