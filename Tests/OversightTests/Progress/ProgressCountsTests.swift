import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

/// Whose things a year counts, and what may count.
struct ProgressCountsTests {
  private static let ground = [
    Sample.draft(
      Town.self,
      "lsg",
      ["name": "吕四港镇", "type": "town", "code": "320681110"]
    ),
    Sample.draft(
      Authority.self,
      "office",
      ["name": "启东市市场监督管理局", "channel": "administrative", "scope": "local"]
    ),
    Sample.draft(Scheme.self, "prize", ["name": "示例质量奖", "level": "county"]),
    Sample.draft(Enterprise.self, "home", ["name": "甲公司", "town": "lsg"]),
    Sample.draft(Enterprise.self, "away", ["name": "乙公司", "area": "310115"]),
  ]

  private func progress(
    _ today: String,
    by dimension: Breakdown.Dimension? = nil,
    _ drafts: [Draft]
  ) throws -> Progress {
    let ledger = Sample.ledger(Self.ground + drafts)
    return try Progress(year: 2025, by: dimension, in: ledger, today: day(today))
  }

  private func mark(_ number: String, owner: String) -> Draft {
    Sample.draft(
      Trademark.self,
      "CN/\(number)",
      [
        "office": "CN", "number": number, "mark": "示例", "route": "domestic", "owner": owner,
        "registeredOn": "2025-03-01",
      ]
    )
  }

  private func target(_ indicator: String, _ more: KeyValuePairs<String, String>) -> Draft {
    var draft = Sample.draft(Target.self, "t", more)
    draft[Target.indicator] = indicator
    return draft
  }

  @Test(
    arguments: [
      (["town": "lsg"], true), ([:], true), (["area": "320681"], true), (["area": "启东市"], true),
      (["area": "320681110"], true), (["area": "320600"], true), (["area": "320614"], false),
      (["area": "310115", "taxArea": "320681"], true), (["area": "310115", "town": "lsg"], false),
      (["area": "310115", "taxArea": "310115"], false), (["taxArea": "３１０１１５"], false),
      (["area": "上海市浦东新区"], false),
    ] as [([String: String], Bool)]
  )
  func `the city counts who is in it or on record nowhere, and tells how many it left out`(
    place: [String: String],
    isCounted: Bool
  ) throws {
    var holder = Sample.draft(Enterprise.self, "e", ["name": "丙公司"])
    holder[Enterprise.town] = place["town"].map { RecordID($0) }
    holder[Enterprise.area] = place["area"]
    holder[Enterprise.taxArea] = place["taxArea"]
    let drafts = [
      holder, mark("1", owner: "e"),
      Sample.draft(
        Recognition.self,
        "r",
        ["scheme": "prize", "holder": "e", "event": "first", "awarded": "2025-05-01"]
      ),
      Sample.draft(
        Patent.self,
        "p",
        ["type": "invention", "filedOn": "2025-01-05", "owners": "e"]
      ),
    ]
    let rows = try progress("2026-01-01", drafts).rows
    #expect(
      rows.map(\.indicator) == [
        "new-trademarks-domestic", "new-recognitions:prize", "holdings:prize", "patents-applied",
        "inventions-applied",
      ]
    )
    for row in rows {
      #expect(row.actual?.description == (isCounted ? "1" : "0"), "\(row.indicator)")
      #expect(row.elsewhere == (isCounted ? 0 : 1), "\(row.indicator)")
      #expect(row.uncertain == 0)
    }
    let towns = try #require(progress("2026-01-01", by: .town, drafts).breakdown)
    #expect(towns.totals.reduce(0, +) == (isCounted ? 5 : 0))
    #expect(towns.elsewhere.reduce(0, +) == (isCounted ? 0 : 5))
  }

  @Test func `a decision that is kept for the files is no case of the year`() throws {
    func counts(_ origin: CaseOrigin?) throws -> [String] {
      var draft = Sample.draft(
        Case.self,
        "c",
        [
          "right": "trademark", "stage": "closed", "receivedOn": "2025-02-01",
          "closedOn": "2025-05-01",
        ]
      )
      draft[Case.origin] = origin
      return try progress("2025-12-31", [draft]).rows.map(\.indicator)
    }
    #expect(try counts(nil) == ["cases-opened", "cases-closed"])
    #expect(try counts(.decision).isEmpty)
  }

  @Test func `without towns and authorities nothing is known to lie elsewhere`() throws {
    let ledger = Sample.ledger([
      Sample.draft(Enterprise.self, "e", ["name": "丙公司", "area": "310115"]),
      mark("1", owner: "e"),
    ])
    let row = try #require(
      Progress(year: 2025, in: ledger, today: day("2026-01-01")).rows.first
    )
    #expect(row.actual?.description == "1")
  }

  @Test(arguments: [("away,home", "1"), ("home,away", "1"), ("away", "0")])
  func `a patent of several owners counts where one of them is in the city`(
    owners: String,
    counted: String
  ) throws {
    var patent = Sample.draft(Patent.self, "p", ["type": "design", "filedOn": "2025-01-05"])
    patent[Patent.owners] = owners.split(separator: ",").map { RecordID(String($0)) }
    let progress = try progress("2026-01-01", by: .town, [patent])
    let row = try #require(progress.rows.first { $0.indicator == "patents-applied" })
    #expect(row.actual?.description == counted)
    #expect(progress.breakdown?.rows.first?.counts.reduce(0, +) == Int(counted))
  }

  @Test(
    arguments: [(nil, "home", "1"), ("2026-02-01", "away", "1"), ("2025-02-01", "away", "0")]
      as [(String?, String, String)]
  )
  func `a registration counts for who owned it on its day, whoever bought it since`(
    soldOn: String?,
    owner: String,
    counted: String
  ) throws {
    var drafts = [mark("1", owner: owner)]
    if let soldOn {
      drafts.append(
        Sample.draft(
          RightEvent.self,
          "x",
          [
            "trademark": "CN/1", "action": "transferred", "date": soldOn, "parties": "away",
            "previous": "home",
          ]
        )
      )
    }
    for today in ["2025-06-30", "2026-06-30"] {
      let progress = try progress(today, by: .town, drafts)
      let row = try #require(progress.rows.first { $0.indicator == "new-trademarks-domestic" })
      #expect(row.actual?.description == counted, "\(today)")
      #expect(progress.breakdown?.rows.first?.counts.first == Int(counted))
    }
  }

  @Test(
    arguments: [
      ("2025", "2025-12-01", "away", 0, 1, 0), ("2025", "2026-12-01", "away", 1, 0, 0),
      ("2025", "2024-12-01", "away", 0, 0, 1), ("2025-12", "2025-12-02", "away", 0, 1, 0),
      ("2025-12", "2025-12-01", "away", 0, 0, 1),
      ("2025-12", "2025-11-30", "away", 0, 0, 1), ("2025-06-01", "2025", "away", 0, 1, 0),
      ("2025-06-01", "2025-05", "away", 0, 0, 1), ("2025", "2025-12-01", "second", 1, 0, 0),
    ]
  )
  func `a mark sold out of the city on a day that may have come first may count`(
    registered: String,
    soldOn: String,
    buyer: String,
    counted: Int,
    uncertain: Int,
    elsewhere: Int
  ) throws {
    var sold = mark("1", owner: buyer)
    sold[Trademark.registeredOn] = PartialDate(registered)
    let sale = Sample.draft(
      RightEvent.self,
      "x",
      [
        "trademark": "CN/1", "action": "transferred", "date": soldOn, "parties": buyer,
        "previous": "home",
      ]
    )
    let second = Sample.draft(Enterprise.self, "second", ["name": "丁公司", "town": "lsg"])
    let goal = target(
      "new-trademarks-domestic",
      ["operator": "at-least", "value": "1", "basis": "flow"]
    )
    let row = try #require(progress("2027-01-01", [sold, sale, second, goal]).rows.first)
    #expect(row.actual?.description == "\(counted)")
    #expect(row.uncertain == uncertain)
    #expect(row.elsewhere == elsewhere)
    #expect(row.met == (uncertain > 0 ? nil : counted > 0))
  }

  @Test(
    arguments: [
      ("2025-06", "2025-06-15", 0, 1), ("2025", "2025-12-20", 0, 1),
      ("2025-06", "2025-07-01", 0, 0), ("2025-06", "2025-06-01", 1, 0),
    ]
  )
  func `a mark sold to another town on a day that may have come first may count for both`(
    registered: String,
    soldOn: String,
    counted: Int,
    uncertain: Int
  ) throws {
    var sold = mark("1", owner: "second")
    sold[Trademark.registeredOn] = PartialDate(registered)
    let names = ["name": "汇龙镇", "type": "town", "code": "320681100"] as KeyValuePairs
    let drafts = [
      sold, Sample.draft(Town.self, "hlz", names),
      Sample.draft(Enterprise.self, "second", ["name": "丁公司", "town": "hlz"]),
      Sample.draft(
        RightEvent.self,
        "x",
        [
          "trademark": "CN/1", "action": "transferred", "date": soldOn, "parties": "second",
          "previous": "home",
        ]
      ),
    ]
    func row(_ scope: String) throws -> ProgressRow {
      let goal = target(
        "new-trademarks-domestic",
        ["operator": "at-least", "value": "1", "basis": "flow", "scope": scope]
      )
      return try #require(progress("2027-01-01", drafts + [goal]).rows.first)
    }
    let (buyer, seller) = (try row("hlz"), try row("lsg"))
    #expect(buyer.actual?.description == "\(counted)")
    #expect(buyer.uncertain == uncertain)
    #expect(seller.actual?.description == "\(1 - counted - uncertain)")
    #expect(seller.uncertain == uncertain)
    // The city has it in any case; by town it is not known whose it was.
    let all = try progress("2027-01-01", by: .town, drafts)
    let column = try #require(all.breakdown?.measures.firstIndex(of: .newTrademarksDomestic))
    #expect(all.breakdown?.totals[column] == 1)
    #expect(all.breakdown?.rows.last?.key == (uncertain > 0 ? nil : "hlz"))
  }

  @Test(
    arguments: [
      ("away", "home", 1), ("away", "away2,home", 1), ("home", "away", 1), ("away", "away2", 0),
      ("away", "", 0),
    ]
  )
  func `a title of several holders counts where one of them is in the city`(
    holder: String,
    others: String,
    counted: Int
  ) throws {
    var title = Sample.draft(
      Recognition.self,
      "r",
      ["scheme": "prize", "event": "first", "awarded": "2025-05-01"]
    )
    title[Recognition.holder] = RecordID(holder)
    title[Recognition.coHolders] = others.split(separator: ",").map { RecordID(String($0)) }
    let far = Sample.draft(Enterprise.self, "away2", ["name": "戊公司", "area": "310115"])
    let progress = try progress("2026-01-01", by: .town, [title, far])
    #expect(progress.rows.map(\.indicator) == ["new-recognitions:prize", "holdings:prize"])
    #expect(progress.rows.allSatisfy { $0.actual?.description == "\(counted)" })
    #expect(progress.rows.allSatisfy { $0.elsewhere == 1 - counted })
    #expect(progress.breakdown?.rows.first?.counts.reduce(0, +) == 2 * counted)
  }

  @Test(
    arguments: [
      ("registered", 1, 0), ("pending", 0, 1), ("published", 0, 1), ("refused", 0, 1),
      ("withdrawn", 0, 1), ("cancelled", 1, 0),
    ]
  )
  func `a mark whose status denies its registration may count, and is told of`(
    status: String,
    counted: Int,
    uncertain: Int
  ) throws {
    var doubtful = mark("1", owner: "home")
    doubtful[Trademark.status] = TrademarkStatus(rawValue: status)
    let row = try #require(progress("2026-01-01", [doubtful]).rows.first)
    #expect(row.indicator == "new-trademarks-domestic")
    #expect(row.actual?.description == "\(counted)")
    #expect(row.net?.description == (status == "registered" ? "1" : "0"))
    #expect(row.uncertain == uncertain)
    // An event speaks before a typed status.
    let event = Sample.draft(
      RightEvent.self,
      "x",
      ["trademark": "CN/1", "action": "registered", "date": "2025-03-01"]
    )
    let told = try #require(progress("2026-01-01", [doubtful, event]).rows.first)
    #expect(told.actual?.description == "1")
    #expect(told.uncertain == 0)
    let ledger = Sample.ledger(Self.ground + [doubtful])
    let found = try Checks.run(ledger, today: day("2026-01-01"), names: ["right-status"])
    #expect(found.count == uncertain)
  }

  @Test(
    arguments: [
      ("2026-01-01", [:], 1), ("2024-12-31", [:], 0),
      (
        "2026-01-01", ["validUntil": "2024-12-31"], 0
      ), ("2026-01-01", ["event": "renewal"], 0),
    ] as [(String, [String: String], Int)]
  )
  func `a title without a date may have been won in any year before it ended`(
    today: String,
    more: [String: String],
    uncertain: Int
  ) throws {
    var title = Sample.draft(
      Recognition.self,
      "r",
      ["scheme": "prize", "holder": "home", "event": more["event"] ?? "first"]
    )
    title[Recognition.validUntil] = more["validUntil"].flatMap { PartialDate($0) }
    let goal = target(
      "new-recognitions:prize",
      ["operator": "at-least", "value": "1", "basis": "flow"]
    )
    let progress = try progress(today, by: .scheme, [title, goal])
    let row = try #require(progress.rows.first)
    #expect(row.actual?.description == "0")
    #expect(row.uncertain == uncertain)
    #expect(row.met == (uncertain > 0 || today < "2025" ? nil : false))
    let breakdown = try #require(progress.breakdown)
    let column = try #require(breakdown.measures.firstIndex(of: .newRecognitions))
    #expect(breakdown.totals[column] == 0)
    #expect(breakdown.uncertain[column] == uncertain)
  }

  @Test func `a target of one year stands before one of every year, however the town is written`()
    throws
  {
    func goal(_ id: String, _ scope: String, _ value: String, _ year: Int?) -> Draft {
      var draft = Sample.draft(
        Target.self,
        id,
        ["indicator": "patents-granted", "operator": "at-least", "value": value, "basis": "flow"]
      )
      draft[Target.scope] = scope
      draft[Target.year] = year
      return draft
    }
    let rows = try progress(
      "2026-01-01",
      [goal("a", "lsg", "5", nil), goal("b", "吕四港镇", "8", 2025)]
    ).rows
    #expect(rows.map { $0.target?.description } == ["8"])
  }

  @Test(
    arguments: [
      (["area": "310115"], ["town": "lsg"], "what e won or registered in 2023–2024 counts", 1),
      (["town": "lsg"], ["area": "310115"], "what e won or registered in 2023–2024 no longer", 1),
      (["town": "lsg"], ["town": "lsg", "taxArea": "310115"], "", 0), ([:], ["town": "lsg"], "", 0),
      (
        ["town": "lsg"], ["town": "hlz"],
        "what e won or registered in 2023–2024 counts for hlz now, no longer for 吕四港镇", 1
      ),
    ] as [([String: String], [String: String], String, Int)]
  )
  func `a move out of the city or into it tells which years it changes`(
    before: [String: String],
    after: [String: String],
    message: String,
    count: Int
  ) throws {
    func seat(_ values: [String: String]) -> Draft {
      var draft = Sample.draft(Enterprise.self, "e", ["name": "丙公司"])
      draft[Enterprise.town] = values["town"].map { RecordID($0) }
      draft[Enterprise.area] = values["area"]
      draft[Enterprise.taxArea] = values["taxArea"]
      return draft
    }
    var old = mark("1", owner: "e")
    old[Trademark.registeredOn] = PartialDate("2023-05-01")
    let title = Sample.draft(
      Recognition.self,
      "r",
      ["scheme": "prize", "holder": "e", "event": "first", "awarded": "2024-05"]
    )
    let brand = Sample.draft(Brand.self, "own", ["name": "丙牌", "owner": "e"])
    let shared = [("brand", "own"), ("coHolders", "e")].map { field, value in
      Sample.draft(
        Recognition.self,
        "r-\(field)",
        ["scheme": "prize", "event": "first", "awarded": "2024-06", field: value]
      )
    }
    let ledger = Sample.ledger(
      Self.ground + [seat(before), old, mark("2", owner: "e"), title, brand] + shared
    )
    let found = try SeatRules.findings(
      for: [seat(after).record()],
      in: ledger,
      today: day("2025-06-01")
    )
    #expect(found.map(\.name) == Array(repeating: "seat-moves-counts", count: count))
    #expect(found.allSatisfy { $0.message.en.hasPrefix(message) })
    #expect(found.allSatisfy { $0.message.en.hasSuffix("4 dates in all") })
  }

  @Test func `a town beside a place of registration elsewhere is refused, and found by check`()
    throws
  {
    func seat(_ town: String?, _ area: String?) -> Draft {
      var draft = Sample.draft(Enterprise.self, "e", ["name": "丙公司"])
      draft[Enterprise.town] = town.map { RecordID($0) }
      draft[Enterprise.area] = area
      return draft
    }
    func refusals(_ new: Draft, after old: Draft) throws -> [String] {
      let ledger = Sample.ledger(Self.ground + [old])
      return try SeatRules.findings(for: [new.record()], in: ledger, today: day("2025-06-01"))
        .map(\.name)
    }
    let (here, both) = (seat("lsg", nil), seat("lsg", "310115"))
    #expect(try refusals(both, after: here) == ["seat-contradiction"])
    #expect(try refusals(seat(nil, "310115"), after: here).isEmpty)
    #expect(try refusals(seat("lsg", "320681"), after: here).isEmpty)
    #expect(try refusals(both, after: both).isEmpty)
    let found = try Checks.run(
      Sample.ledger(Self.ground + [both]),
      today: day("2025-06-01"),
      names: ["seat-contradiction"]
    )
    #expect(found.map(\.severity) == [.error])
  }

  @Test(
    arguments: [
      ("%", "at-least", nil, "30"), ("％", "at-least", nil, "30"),
      ("吨标煤/万元", "at-most", nil, "30"), ("个百分点", "at-least", nil, "30"),
      ("亿元", "at-least", Fraction(30 * 365, 36 * 181), "60"),
      ("件/年", "at-least", Fraction(30 * 365, 36 * 181), "60"), ("万吨", "at-most", nil, "60"),
    ] as [(String, String, Fraction?, String)]
  )
  func `shares and ratios do not grow with the year, and a ceiling has no pace`(
    unit: String,
    comparison: String,
    pace: Fraction?,
    forecast: String
  ) throws {
    let goal = target(
      "energy",
      ["operator": comparison, "value": "36", "basis": "flow", "unit": unit]
    )
    let value = Sample.draft(
      Observation.self,
      "o",
      ["indicator": "energy", "date": "2025-06-30", "value": "30"]
    )
    let row = try #require(progress("2025-10-15", [goal, value]).rows.first)
    #expect(row.pace == pace)
    #expect(row.forecast?.description == forecast)
    #expect(row.met == (comparison == "at-most"))
  }

  @Test(arguments: [
    (1, "flow", false, false), (2, "flow", true, false), (3, "flow", true, false),
    (4, "flow", true, true), (4, "stock", false, false),
  ])
  func `a range of what is new is met from its lower end on, also above it`(
    value: Int,
    basis: String,
    met: Bool,
    isAbove: Bool
  ) throws {
    let goal = target(
      "listed",
      ["operator": "within", "value": "2", "upper": "3", "basis": basis]
    )
    let reported = Sample.draft(
      Observation.self,
      "o",
      ["indicator": "listed", "date": "2025-12-31", "value": "\(value)"]
    )
    let row = try #require(progress("2026-01-01", [goal, reported]).rows.first)
    #expect(row.met == met)
    #expect(row.isAboveRange == isAbove)
  }
}
