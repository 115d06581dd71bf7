import Ledger
import Oversight
import Portfolio
import Testing

struct HoldingsTests {
  private let scheme = Sample.draft(
    Scheme.self,
    "s",
    ["name": "示例名牌产品", "level": "provincial", "validity": #"[{"years":3}]"#]
  )

  private func won(
    _ id: String,
    _ awarded: String?,
    brand: String? = "b",
    holder: String? = nil,
    product: String? = nil,
    event: String = "first"
  ) -> Draft {
    var draft = Sample.draft(Recognition.self, id, ["scheme": "s", "event": event])
    draft[Recognition.awarded] = awarded.flatMap { PartialDate($0) }
    draft[Recognition.brand] = brand.map { RecordID($0) }
    draft[Recognition.holder] = holder.map { RecordID($0) }
    draft[Recognition.product] = product
    return draft
  }

  private func holdings(_ on: String, _ drafts: [Draft]) throws -> Holdings {
    try Holdings(on: day(on), in: Sample.ledger([scheme] + drafts))
  }

  @Test(arguments: [
    ("2020-05-31", 0), ("2020-06-01", 1), ("2020-06-02", 1),
    ("2023-05-30", 1), ("2023-05-31", 1), ("2023-06-01", 0),
  ])
  func `a title is held from the day it is won to the last day of its cohort`(
    on: String,
    count: Int
  ) throws {
    let holdings = try holdings(on, [won("r", "2020-06-01")])
    #expect(holdings.count(of: "s") == count)
    #expect(holdings.held.first?.end == (count == 1 ? .on(day("2023-05-31")) : nil))
  }

  @Test func `a renewed title is one title, told by its renewal`() throws {
    let drafts = [won("r1", "2020-06-01"), won("r2", "2023-01-01", event: "renewal")]
    let holdings = try holdings("2023-03-01", drafts)
    #expect(holdings.held.map(\.recognition.id) == ["r2"])
    #expect(try self.holdings("2022-12-31", drafts).held.map(\.recognition.id) == ["r1"])
    #expect(try self.holdings("2023-06-01", drafts).count(of: "s") == 1)
  }

  @Test func `two products of one brand are two titles, spelling apart`() throws {
    let drafts = [
      won("r1", "2020-06-01", product: "电钻 A"),
      won("r2", "2020-06-01", product: "电锯"),
      won("r3", "2021-06-01", product: "电钻A", event: "renewal"),
    ]
    #expect(try holdings("2022-01-01", drafts).held.map(\.recognition.id) == ["r3", "r2"])
  }

  @Test(arguments: [[0, 1, 2], [2, 0, 1], [0, 2, 1], [1, 2, 0], [1, 0, 2], [2, 1, 0]])
  func `a line without a product is one of the products', wherever it stands`(order: [Int]) throws {
    let drafts = [
      won("a", "2021-06-01", product: "海蜇"), won("b", "2021-07-01", product: "带鱼"),
      won("n", "2022-06-01", event: "renewal"),
    ]
    let holdings = try holdings("2022-07-01", order.map { drafts[$0] })
    #expect(holdings.count(of: "s") == 2)
    #expect(holdings.held.contains { $0.recognition.id == "n" })
    // One that may hold beside it is a title of its own only where it names another product.
    let open = [won("n", "2022-06-01"), won("a", "2021-06-01", product: "海蜇")]
    for other in [won("b", "2019", product: "带鱼"), won("c", "2019", product: "海 蜇")] {
      let holdings = try self.holdings("2022-07-01", open + [other])
      #expect(holdings.held.map(\.recognition.id) == ["n"])
      #expect(holdings.uncertain.map(\.recognition.id) == (other.id == "b" ? ["b"] : []))
    }
  }

  @Test func `a title of which dates are missing is uncertain, unless another record settles it`()
    throws
  {
    let drafts = [
      won("r1", nil), won("r2", "2022", brand: "c"), won("r3", "2022-02-01", brand: "c"),
    ]
    let holdings = try holdings("2022-06-01", drafts)
    #expect(holdings.held.map(\.recognition.id) == ["r3"])
    #expect(holdings.uncertain.map(\.recognition.id) == ["r1"])
  }

  @Test func `holders are named once, by the brand's owner where the record names none`() throws {
    let drafts = [
      Sample.draft(Brand.self, "b", ["name": "甲", "owner": "e1"]),
      won("r1", "2020-06-01"),
      won("r2", "2020-06-01", brand: "c", holder: "e1"),
      won("r3", "2020-06-01", brand: nil, holder: "e2"),
    ]
    let ledger = Sample.ledger([scheme] + drafts)
    let holdings = try Holdings(on: day("2021-01-01"), in: ledger)
    #expect(try holdings.holders(of: "s", in: ledger) == ["e1", "e2"])
  }
}
