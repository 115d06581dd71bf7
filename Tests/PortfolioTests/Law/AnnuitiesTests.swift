import Ledger
import Portfolio
import Testing

struct AnnuitiesTests {
  private let terms: LegalTerms
  private let annuities: Annuities

  init() throws {
    terms = LegalTerms(try reference(Term.self))
    annuities = Annuities(try reference(Fee.self))
  }

  private func patent(
    _ type: PatentType,
    filed: String,
    granted: String? = nil,
    reduction: FeeReduction? = nil,
    owners: [RecordID] = ["e1"]
  ) -> Record {
    var draft = Draft(Patent.schema)
    draft.id = "patent"
    draft[Patent.type] = type
    draft[Patent.status] = .granted
    draft[Patent.filedOn] = PartialDate(filed)
    draft[Patent.grantedOn] = granted.flatMap { PartialDate($0) }
    draft[Patent.annuityReduction] = reduction
    draft[Patent.owners] = owners
    return draft.record()
  }

  @Test(arguments: [
    (PatentType.invention, 20, 82_300), (.utilityModel, 10, 11_200), (.design, 15, 26_200),
  ])
  func `the annuities of a whole life add up to the official sums`(
    type: PatentType,
    years: Int,
    yuan: Int64
  ) throws {
    let patent = patent(type, filed: "2022-03-01")
    var sum = Money.zero
    for year in 1...years {
      let cost = try #require(annuities.fee(of: patent, year: year, terms), "year \(year)")
      sum = try sum.adding(cost.payable)
    }
    #expect(sum == Money(fen: yuan * 100))
    #expect(annuities.fee(of: patent, year: years + 1, terms) == nil)
  }

  @Test(arguments: [
    ("1999-05-31", 0), ("1999-06-01", 1), ("2000-05-31", 1), ("2000-06-01", 2), ("2003-12-31", 5),
  ])
  func `patent years run from the day of filing`(day text: String, year: Int) {
    #expect(RightBook.patentYear(of: day(text), filed: day("1999-06-01")) == year)
  }

  @Test(arguments: [
    (day("2022-06-03"), 0), (day("2022-06-04"), 0), (day("2022-07-03"), 0),
    (day("2022-07-04"), 5), (day("2022-08-03"), 5), (day("2022-08-04"), 10),
    (day("2022-09-04"), 15), (day("2022-10-04"), 20), (day("2022-11-03"), 20),
    (day("2022-11-04"), 25), (day("2022-12-03"), 25), (day("2022-12-05"), 25),
  ])
  func `each month after the first adds five percent of the full annuity`(
    paid: Day,
    percent: Int
  ) throws {
    let term = try terms.term("patent-annuity", on: day("2021-06-03"))
    let ladder = try #require(term.lateFees)
    #expect(ladder.percent(on: paid, after: day("2022-06-03")) == percent)
    #expect(ladder.steps.count == 6)
  }

  @Test func `one owner pays 15 percent, several 30, and late fees are of the full annuity`() {
    let single = patent(
      .invention,
      filed: "2020-01-06",
      granted: "2021-05-01",
      reduction: .single
    )
    let joint = patent(.invention, filed: "2020-01-06", granted: "2021-05-01", reduction: .joint)
    let one = annuities.fee(of: single, year: 3, terms)
    #expect(one?.payable == Money(fen: 13_500))
    #expect(one?.late(25) == Money(fen: 22_500))
    #expect(annuities.fee(of: joint, year: 3, terms)?.payable == Money(fen: 27_000))
  }

  @Test func `a reduction holds for ten years from that of the grant, before August 2018 for six`()
  {
    // Granted in year 2: reduced through year 11.
    let late = patent(.invention, filed: "2017-01-04", granted: "2018-03-01", reduction: .single)
    #expect(annuities.fee(of: late, year: 11, terms)?.payable == Money(fen: 60_000))
    #expect(annuities.fee(of: late, year: 12, terms)?.payable == Money(fen: 400_000))
    // Granted in year 3, filed in 2009: the years from 9 on were in full until August 2018 and reduced
    // again from the year that began after it, to year 12.
    let old = patent(.invention, filed: "2009-10-08", granted: "2011-12-01", reduction: .single)
    #expect(annuities.fee(of: old, year: 8, terms)?.payable == Money(fen: 30_000))
    #expect(annuities.fee(of: old, year: 9, terms)?.payable == Money(fen: 200_000))
    #expect(annuities.fee(of: old, year: 10, terms)?.payable == Money(fen: 60_000))
    #expect(annuities.fee(of: old, year: 13, terms)?.payable == Money(fen: 600_000))
  }

  // Year 9 of a utility model costs 2000 yuan.
  @Test(
    arguments: [
      (["e1"], FeeReduction.single, 30_000), (["e1", "e2"], .single, 60_000),
      (["e1", "e2"], .joint, 60_000), (["e1"], .joint, 60_000),
    ] as [([RecordID], FeeReduction, Int64)]
  )
  func `several owners never have the reduction of one`(
    owners: [RecordID],
    reduction: FeeReduction,
    fen: Int64
  ) {
    let patent = patent(
      .utilityModel,
      filed: "2019-03-01",
      granted: "2019-10-10",
      reduction: reduction,
      owners: owners
    )
    #expect(annuities.fee(of: patent, year: 9, terms)?.payable == Money(fen: fen))
  }
}
