import Ledger
import Portfolio
import Testing

struct ReferenceTargetTests {
  struct Row: CustomTestStringConvertible {
    let indicator: String
    let value: String
    let clause: String
    var testDescription: String { indicator }

    init(_ indicator: String, _ value: String, _ clause: String) {
      self.indicator = indicator
      self.value = value
      self.clause = clause
    }
  }

  static let rows: [Row] = [
    Row("new-trademarks-domestic", "300", "二(四)1"),
    Row("new-trademarks-international", "50", "二(四)1"),
    Row("new-recognitions:world-famous-brand-product", "1", "二(四)2"),
    Row("new-recognitions:china-famous-brand-product", "1", "二(四)2"),
    Row("new-recognitions:well-known-trademark", "1", "二(四)2"),
    Row("new-recognitions:jiangsu-famous-brand-product", "5", "二(四)2"),
    Row("new-recognitions:jiangsu-famous-trademark", "5", "二(四)2"),
    Row("new-recognitions:nantong-famous-brand-product", "10", "二(四)2"),
    Row("new-recognitions:nantong-well-known-trademark", "10", "二(四)2"),
    Row("holdings:world-famous-brand-product", "1", "一(三)4"),
    Row("holdings:china-famous-brand-product", "5", "一(三)4"),
    Row("holdings:jiangsu-famous-brand-product", "25", "一(三)4"),
    Row("holdings:nantong-famous-brand-product", "50", "一(三)4"),
    Row("holdings:well-known-trademark", "5", "一(三)4"),
    Row("holdings:jiangsu-famous-trademark", "25", "一(三)4"),
    Row("holdings:nantong-well-known-trademark", "55", "一(三)4"),
    Row("patents-applied", "650", "一(三)3"),
    Row("patents-granted", "40", "一(三)3"),
    Row("inventions-applied", "800", "一(三)3"),
    Row("inventions-granted", "50", "一(三)3"),
    Row("provincial-brand-sales-share", "35", "一(三)4"),
    Row("energy-per-gdp", "0.398", "一(三)5"),
    Row("rd-share-of-gdp", "2.2", "一(三)3"),
    Row("land-quota", "5000", "二(二)3"),
    Row("circular-economy-pilots", "30", "二(六)1"),
  ]

  @Test(arguments: rows)
  func `a target has the value and the clause of the plan`(row: Row) throws {
    let target = try #require(
      try reference(Target.self).first { $0[Target.indicator] == row.indicator }
    )
    #expect(target[Target.value]?.description == row.value)
    #expect(target[Target.clause] == row.clause)
    #expect(target[Target.year] == nil)
  }

  @Test func `each clause of the plan with a number has its targets`() throws {
    let counts = Dictionary(grouping: try reference(Target.self)) { $0[Target.clause] ?? "" }
      .mapValues(\.count)
    #expect(
      counts == [
        "一(三)1": 7, "一(三)2": 10, "一(三)3": 9, "一(三)4": 8, "一(三)5": 5, "一(三)6": 2,
        "一(三)7": 2, "一(三)8": 3, "二(一)1": 8, "二(一)2": 2, "二(一)3": 1, "二(二)1": 3,
        "二(二)2": 6, "二(二)3": 2, "二(三)2": 8, "二(三)3": 4, "二(四)1": 3, "二(四)2": 7,
        "二(五)2": 1, "二(六)1": 1, "二(六)2": 1, "三(二)": 1,
      ]
    )
  }

  @Test func `a ceiling is at most and a range has both ends`() throws {
    let targets = try reference(Target.self)
    let ceilings = targets.filter { $0[Target.operator] == .atMost }
    #expect(Set(ceilings.map { $0[Target.clause] }) == ["一(三)5"])
    for target in targets {
      let isRange = target[Target.operator] == .within
      #expect((target[Target.upper] != nil) == isRange, "\(target.id)")
    }
  }

  @Test func `the plan contradicts itself in patents and nowhere else`() throws {
    let targets = try reference(Target.self)
    let values = Dictionary(
      uniqueKeysWithValues: targets.map { ($0[Target.indicator] ?? "", $0[Target.value]) }
    )
    let parts = targets.filter { $0[Target.partOf] != nil }
    let contradictions = try parts.filter { part in
      let whole = try #require(values[part[Target.partOf] ?? ""] ?? nil)
      return try #require(part[Target.value]) > whole
    }
    #expect(
      contradictions.map { $0[Target.indicator] } == ["inventions-applied", "inventions-granted"]
    )
  }

  @Test func `every scheme that a target counts exists`() throws {
    let schemes = Set(try reference(Scheme.self).map(\.id.text))
    let counted = try reference(Target.self).compactMap { target -> String? in
      let parts = (target[Target.indicator] ?? "").split(separator: ":")
      return ["holdings", "new-recognitions"].contains(parts[0]) ? String(parts[1]) : nil
    }
    #expect(counted.count == 14)
    #expect(schemes.isSuperset(of: counted))
  }
}
