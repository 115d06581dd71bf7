import JSONLines
import Ledger
import Portfolio
import Testing

struct ReferenceSchemeTests {
  private func scheme(_ id: RecordID) throws -> Record {
    try #require(try reference(Scheme.self).first { $0.id == id })
  }

  @Test func `schemes of every tier are there`() throws {
    let levels = Dictionary(grouping: try reference(Scheme.self)) { $0[Scheme.level] }
      .mapValues(\.count)
    #expect(
      levels == [.world: 1, .national: 7, .provincial: 6, .municipal: 4, .county: 1]
    )
  }

  @Test(
    arguments: [
      ("world-famous-brand-product", "2009-05"),
      ("china-famous-brand-product", "2008"),
      ("jiangsu-famous-trademark", "2018"),
      ("nantong-well-known-trademark", "2018"),
    ] as [(RecordID, String)]
  )
  func `an abolished title has a last day`(id: RecordID, until: String) throws {
    let scheme = try scheme(id)
    #expect(scheme[Scheme.wonUntil] == PartialDate(until))
    #expect(scheme[Scheme.abolition] != nil)
  }

  @Test func `the cohorts of 中国名牌 end as the extension of 2008 says`() throws {
    let cohorts = try #require(try scheme("china-famous-brand-product")[Scheme.validity]?.array)
    #expect(cohorts.map { $0["wonFrom"]?.string?.prefix(4) } == ["2001", "2005", "2006", "2007"])
    #expect(cohorts.map { $0["years"]?.integer } == [3, nil, nil, nil])
    #expect(
      cohorts.map { $0["validUntil"]?.string } == [nil, "2010-09", "2011-09", "2012-09"]
    )
  }

  @Test func `cohorts have a source, readable dates and one kind of end`() throws {
    for scheme in try reference(Scheme.self) {
      for cohort in scheme[Scheme.validity]?.array ?? [] {
        #expect(cohort["source"]?.string != nil, "\(scheme.id)")
        #expect((cohort["years"] != nil) != (cohort["validUntil"] != nil), "\(scheme.id)")
        let dates = ["wonFrom", "wonUntil", "validUntil"].compactMap { cohort[$0]?.string }
        #expect(dates.allSatisfy { PartialDate($0) != nil }, "\(scheme.id)")
      }
    }
  }

  @Test func `驰名商标 may be won in court and not be advertised`() throws {
    let mark = try scheme("well-known-trademark")
    #expect(mark[Scheme.judicialRoute] == true)
    #expect(mark[Scheme.publicity] == false)
    #expect(mark[Scheme.validity] == nil)
  }

  @Test func `no name or former name leads to two schemes`() throws {
    let names = try reference(Scheme.self).flatMap {
      [$0[Scheme.name] ?? ""] + ($0[Scheme.formerNames] ?? [])
    }
    #expect(Set(names.map(Folding.key)).count == names.count)
  }
}
