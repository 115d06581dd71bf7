import Ledger
import Portfolio
import Testing

struct RightDatesTests {
  @Test(arguments: [
    ("2023-05-10", "2023-05-10", 0), ("2023-05-10", "2023-05-09", 1), ("2023-05-10", "2023-05", 0),
    ("2023-05-10", "2023-04", 1), ("2023", "2023-01-01", 0), ("2023", "2022-12-31", 1),
    ("2023-05", "2023-05-01", 0), ("2023-05", "2023", 0),
  ])
  func `a patent is granted on the day of its filing at the earliest`(
    filed: String,
    granted: String,
    count: Int
  ) throws {
    let patent = Sample.draft(
      Patent.self,
      "p",
      ["number": "US1", "type": "invention", "filedOn": filed, "grantedOn": granted]
    )
    #expect(
      try Rights.findings([patent], "dates-out-of-order", on: "2026-01-31").count == count
    )
  }

  @Test func `each date that comes too early is told once, with the one before which it lies`()
    throws
  {
    var mark = Rights.mark(
      "m1",
      "2024-01-01",
      ["validUntil": "2020-01-01", "endedOn": "2019-01-01"]
    )
    mark[Trademark.filedOn] = PartialDate("2025-01-01")
    let found = try Rights.findings([mark], "dates-out-of-order", on: "2026-01-31")
    #expect(found.count == 3)
    #expect(
      found.contains {
        $0.hasSuffix("registeredOn: 2024-01-01 is before filedOn, which is 2025-01-01")
      }
    )
  }

  @Test(arguments: [("2026-01-31", 0), ("2026-02-01", 1), ("2026", 0), ("2026-02", 1), ("2027", 1)])
  func `no right is filed in the future`(filed: String, count: Int) throws {
    let patent = Sample.draft(
      Patent.self,
      "p",
      ["number": "US1", "type": "invention", "filedOn": filed]
    )
    #expect(try Rights.findings([patent], "right-in-future", on: "2026-01-31").count == count)
  }
}
