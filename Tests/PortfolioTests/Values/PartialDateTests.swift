import JSONLines
import Ledger
import Portfolio
import Testing

struct PartialDateTests {
  @Test(arguments: [
    ("2025-03-01", "2025-03-01", "2025-03-01"), ("2025-02", "2025-02-01", "2025-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("2025-12", "2025-12-01", "2025-12-31"),
    ("2025", "2025-01-01", "2025-12-31"), ("0001", "0001-01-01", "0001-12-31"),
    ("9999-12", "9999-12-01", "9999-12-31"),
  ])
  func `a date stands for all of its days`(text: String, first: String, last: String) {
    let date = PartialDate(text)
    #expect(date?.first.description == first)
    #expect(date?.last.description == last)
    #expect(date?.description == text)
    #expect(date?.json == .string(text))
    #expect((date?.day == nil) == (first != last))
  }

  @Test(arguments: [
    "", "25", "202", "02025", "0000", "0000-01-01", "2025-", "2025-3", "2025-03-", "2025-03-1",
    "2025-13", "2025-00", "2025-02-29", "2025-03-00", "2025-03-01-01", "2025/03/01", "2025-03-01 ",
    "+202-03", "\u{FF12}025", "二〇二五", "2025-0\u{661}",
  ])
  func `a stored date has one form only`(text: String) {
    #expect(PartialDate(text) == nil)
    #expect(FieldType.date.check(.string(text)) != nil)
  }

  @Test(arguments: [
    ("2025-03-01", "2025-03-01"), ("2025-3-1", "2025-03-01"), ("2025/03/01", "2025-03-01"),
    ("2025.3.1", "2025-03-01"), ("2013.01.02", "2013-01-02"), ("20250301", "2025-03-01"),
    ("2025年3月1日", "2025-03-01"), ("2025 年 3 月 1 日", "2025-03-01"), ("2025年3月", "2025-03"),
    ("2025年", "2025"), ("2025", "2025"), ("2025-3", "2025-03"), ("2025/12", "2025-12"),
    ("\u{FF12}\u{FF10}\u{FF12}\u{FF15}\u{FF0D}\u{FF13}\u{FF0D}\u{FF11}", "2025-03-01"),
    (" 2024-2-29 ", "2024-02-29"), ("2025年03月01", "2025-03-01"),
    ("2020-03-05 00:00:00", "2020-03-05"), ("2020/3/5 0:00", "2020-03-05"),
    ("2020-03-05 00:00:00.000", "2020-03-05"), ("2020年03月05号", "2020-03-05"),
    ("2020年3月5日 00：00：00", "2020-03-05"),
  ])
  func `a date is read as people type it`(typed: String, date: String) {
    #expect(PartialDate(typed: typed)?.description == date)
    guard case .success(let value) = FieldType.date.parse(typed) else {
      Issue.record("refused")
      return
    }
    #expect(value == .string(date))
    #expect(FieldType.date.check(value) == nil)
  }

  @Test(arguments: [
    "", "abc", "25-3-1", "2025-13-1", "2025-2-29", "2025-02-30", "20250229", "202503", "2025030",
    "2025-3-1-1", "2025-003-01", "2025-3-001", "3/1/2025", "2025--3", "2025-03-", "-2025-03-01",
    "2025-+3-1", "+202-3-1", "2025年月1日", "年2025", "2025-3-1 10:00", "2025-3-1 00:00:01", "00:00",
    "2025-3-1 00:00:00.", "2025-3-1T00:00:00Z",
    "2025年3月1日号", "今天", "2025-03-01日日",
    "0000-1-1", "45000",
  ])
  func `what may mean another date is refused`(typed: String) {
    #expect(PartialDate(typed: typed) == nil)
  }

  @Test func `a date lies in a window when all of its days do, and not when none does`() throws {
    let start = try #require(Day("2024-01-25"))
    let days = (0...45).map { start + $0 }
    let dates = try ["2024-02", "2024-02-01", "2024-02-29", "2024", "2024-01-31", "2024-03-01"].map
    {
      try #require(PartialDate($0))
    }
    let bounds = [nil] + days
    for date in dates {
      for from in bounds {
        for until in bounds {
          if let from, let until, until < from { continue }
          var isInside = false
          var isOutside = false
          for ordinal in date.first.ordinal...date.last.ordinal {
            let day = Day(ordinal: ordinal)
            let lies = from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true
            isInside = isInside || lies
            isOutside = isOutside || !lies
          }
          let expected: Bool? = isInside && isOutside ? nil : isInside
          guard date.lies(from: from, until: until) == expected else {
            let window = "\(from?.description ?? "") to \(until?.description ?? "")"
            Issue.record("\(date) in \(window) should be \(String(describing: expected))")
            return
          }
        }
      }
    }
  }

  @Test func `the same date is the same however it was made`() throws {
    let day = try #require(Day("2025-03-01"))
    #expect(PartialDate(day) == PartialDate("2025-03-01"))
    #expect(PartialDate("2025-03") != PartialDate("2025-03-01"))
    #expect(PartialDate("2025-01") != PartialDate("2025"))
  }
}
