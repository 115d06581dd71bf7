import Awards
import Ledger

/// The edges of each text: the last day, the last fen, the second title.
extension CityPoliciesTests {
  static let huizhou = [
    Edge(
      "huizhou-2009",
      2010,
      "R1: the highest of a year over both classes",
      "标准(一)#c",
      pays: "40万元",
      Sample.title("a", gdProduct, "2010-01-01")
        + Sample.title("b", gdMark, "2010-06-01", brand: "b2")
        + Sample.title("c", famous, "2010-12-31", brand: "b3")
    ),
    Edge(
      "huizhou-2009",
      2010,
      "R1: the second title of the year",
      "标准(三)#b",
      Sample.title("a", gdProduct, "2010-01-01")
        + Sample.title("b", gdMark, "2010-06-01", brand: "b2")
    ),
    Edge(
      "huizhou-2009",
      2011,
      "R2: another product in a later year",
      "标准(二)#b",
      pays: "15万元",
      paid("huizhou-2009", 2010, "15万元", "标准(二)", gdProduct, "provincial")
        + Sample.title("b", gdProduct, "2011-06-01", brand: "b2")
    ),
    Edge(
      "huizhou-2009",
      2011,
      "R3: the upgrade after a lower one",
      "标准(一)#b",
      pays: "40万元",
      paid("huizhou-2009", 2010, "15万元", "标准(二)", gdProduct, "provincial")
        + Sample.title("b", famous, "2011-06-01", event: "upgrade")
    ),
    Edge(
      "huizhou-2009",
      2011,
      "R4: a lower one of the same class",
      "标准(二)#b",
      paid("huizhou-2009", 2010, "40万元", "标准(一)", famous, "national")
        + Sample.title("b", gdProduct, "2011-06-01")
    ),
    Edge(
      "huizhou-2009",
      2011,
      "R4: a lower one of the other class",
      "标准(三)#b",
      pays: "15万元",
      paid("huizhou-2009", 2010, "40万元", "标准(一)", famous, "national")
        + Sample.title("b", gdMark, "2011-06-01")
    ),
    Edge(
      "huizhou-2009",
      2010,
      "R5: a renewal",
      "标准(二)#a",
      Sample.title("a", gdProduct, "2010-06-01", event: "renewal")
    ),
    Edge(
      "huizhou-2009",
      2009,
      "the day before the version",
      "标准(二)#a",
      is: .notApplicable,
      Sample.title("a", gdProduct, "2009-12-28")
    ),
    Edge(
      "huizhou-2009",
      2009,
      "the first day of the version",
      "标准(二)#a",
      pays: "15万元",
      Sample.title("a", gdProduct, "2009-12-29")
    ),
    Edge(
      "huizhou-2009",
      2010,
      "an amount that was not seen",
      "标准(五)#a",
      is: .undecided,
      Sample.title("a", "well-known-trademark", "2010-06-01")
    ),
  ]

  /// Nothing is paid while the text is cut; its examples tell what each would be worth.
  static let haikou =
    [
      ("第四条(一).1", famous, "5000000元", "4999999.99元"),
      ("第四条(一).2", "well-known-trademark", "5000000元", "4999999.99元"),
      ("第四条(二)", "gi-product", "1000000元", "999999.99元"),
      ("第四条(三).1", "hainan-famous-brand-product", "500000元", "499999.99元"),
      ("第四条(三).2", "hainan-famous-trademark", "500000元", "499999.99元"),
    ].flatMap { clause, scheme, gate, below in
      let title = Sample.title("a", scheme, "2009-06-01") + stated
      return [
        Edge("haikou-2008", 2010, gate, "\(clause)#a", is: .undecided, title + tax(2009, gate)),
        Edge("haikou-2008", 2010, below, "\(clause)#a", title + tax(2009, below)),
      ]
    } + [
      Edge(
        "haikou-2008",
        2010,
        "an offence on the first day looked back to",
        "第四条(三).1#a",
        haikouTitle + offence("2007-12-31")
      ),
      Edge(
        "haikou-2008",
        2010,
        "an offence on the day before",
        "第四条(三).1#a",
        is: .undecided,
        haikouTitle + offence("2007-12-30")
      ),
    ]

  static let jiangsu = [
    Edge(
      "jiangsu-city-2009",
      2009,
      "by the authority",
      "一(一).2#a",
      pays: "50万元",
      wellKnown("2009-05-01", "administrative")
    ),
    Edge(
      "jiangsu-city-2009",
      2009,
      "by a court",
      "一(一).3#a",
      pays: "30万元",
      wellKnown("2009-05-01", "judicial")
    ),
    Edge(
      "jiangsu-city-2009",
      2009,
      "the lower title of a product and year",
      "一(二).1#a",
      Sample.title("a", "jiangsu-famous-brand-product", "2009-05-01")
        + Sample.title("b", famous, "2009-06-01")
    ),
  ]

  static let huarong =
    [
      ("2018-11-06", nil), ("2018-11-07", "5万元"), ("2022-12-31", "5万元"), ("2023-01-01", nil),
    ].map { day, amount in
      Edge(
        "huarong-2018",
        Int(day.prefix(4)) ?? 0,
        day,
        "标准(一)#a",
        pays: amount,
        is: .notApplicable,
        Sample.title("a", "ezhou-quality-award", day, brand: nil)
      )
    } + [
      Edge(
        "huarong-2018",
        2020,
        "the difference to the province",
        "标准(二)#b",
        pays: "5万元",
        paid("huarong-2018", 2019, "5万元", "标准(一)", "ezhou-quality-award", "municipal")
          + Sample.title("b", "hubei-changjiang-quality-award", "2020-03-01", event: "upgrade")
      ),
      Edge(
        "huarong-2018",
        2021,
        "the difference to the state",
        "标准(三)#c",
        pays: "40万元",
        paid("huarong-2018", 2019, "5万元", "标准(一)", "ezhou-quality-award", "municipal")
          + paid(
            "huarong-2018",
            2020,
            "5万元",
            "标准(二)",
            "hubei-changjiang-quality-award",
            "provincial"
          )
          + Sample.title("c", "china-quality-award", "2021-03-01", event: "upgrade")
      ),
      Edge(
        "huarong-2018",
        2020,
        "the second one of a tier",
        "标准(五)#b",
        paid("huarong-2018", 2019, "10万元", "标准(二)", "hubei-changjiang-quality-award", "provincial")
          + Sample.title("b", "hubei-famous-brand-product", "2020-03-01")
      ),
    ]

  static let jinghu = [
    Edge(
      "jinghu-2016",
      2017,
      "less what was paid for the mark",
      "奖补#b",
      pays: "7万元",
      paid("jinghu-2014", 2015, "3万元", "奖补", "wuhu-known-trademark", "municipal")
        + Sample.title("b", "anhui-famous-trademark", "2016-06-01", event: "upgrade")
        + decided("jinghu-2016", "b", "10万元")
    ),
    Edge(
      "jinghu-2016",
      2017,
      "nothing less for another mark",
      "奖补#b",
      pays: "10万元",
      paid("jinghu-2014", 2015, "3万元", "奖补", "wuhu-known-trademark", "municipal")
        + Sample.title("b", "anhui-famous-trademark", "2016-06-01", brand: "b2")
        + decided("jinghu-2016", "b", "10万元")
    ),
    Edge(
      "jinghu-2016",
      2017,
      "the same tier again after expiry",
      "奖补#b",
      Sample.title("b", "anhui-famous-trademark", "2016-06-01", event: "renewal")
        + decided("jinghu-2016", "b", "10万元")
    ),
    Edge(
      "jinghu-2016",
      2017,
      "a standard that was not seen",
      "奖补#b",
      is: .undecided,
      Sample.title("b", "anhui-famous-trademark", "2016-06-01")
    ),
  ]

  static let xiangzhou =
    [
      ("2013-06-01", Outcome.undecided), ("2026-11-23", .notApplicable),
      ("2027-06-01", .notApplicable),
    ]
    .map { day, outcome in
      Edge(
        "xiangzhou-2011",
        Int(day.prefix(4)) ?? 0,
        day,
        "奖励#a",
        is: outcome,
        Sample.title("a", "well-known-trademark", day)
          + decided("xiangzhou-2011", "a", "10万元")
      )
    }

  static let nanjing =
    [
      ("2018-12-31", 2019, nil), ("2019-01-01", 2020, "50万元"), ("2021-12-31", 2022, "50万元"),
      ("2022-01-01", 2023, nil),
    ].map { day, year, amount in
      Edge(
        "nanjing-2019",
        year,
        day,
        "(一)#a",
        pays: amount,
        is: .notApplicable,
        wellKnown(day, "administrative") + applied("\(year)-01-31")
      )
    }
    + [("20万元", "30万元"), ("499999.99元", "0.01元"), ("50万元", nil)].map { earlier, amount in
      Edge(
        "nanjing-2019",
        2020,
        "\(earlier) from the province",
        "(一)#a",
        pays: amount,
        wellKnown("2019-05-01", "administrative") + applied("2020-01-31")
          + paid("js", 2019, earlier, "x", "well-known-trademark", "national", payer: "provincial")
      )
    } + [
      Edge(
        "nanjing-2019",
        2020,
        "applied for in February",
        "(一)#a",
        wellKnown("2019-05-01", "administrative") + applied("2020-02-01")
      )
    ]

  static let fuqing = [
    ("500万元", "100万元"), ("4999999.99元", "50万元"), ("300万元", "50万元"), ("2999999.99元", "30万元"),
  ].map { paid, amount in
    Edge(
      "fuqing-2014",
      2015,
      paid,
      "一(一)#a",
      pays: amount,
      Sample.title("a", "well-known-trademark", "2015-06-01") + tax(2015, paid)
    )
  }
}
