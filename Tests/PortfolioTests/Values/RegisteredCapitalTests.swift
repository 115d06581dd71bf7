import JSONLines
import Ledger
import Portfolio
import TestSupport
import Testing

struct RegisteredCapitalTests {
  @Test(
    arguments: [
      ("50(万元人民币)", "CNY", 50_000_000), ("413.5000(万元人民币)", "CNY", 413_500_000),
      ("4,000(万元人民币)", "CNY", 4_000_000_000), ("1800万人民币", "CNY", 1_800_000_000),
      ("200万元人民币", "CNY", 200_000_000), ("12(万美元)", "USD", 12_000_000),
      ("50万美元", "USD", 50_000_000), ("100万港元", "HKD", 100_000_000), ("1000", "CNY", 100_000),
      ("3\u{FF08}万欧元\u{FF09}", "EUR", 3_000_000), ("0(万元人民币)", "CNY", 0),
      ("1.5亿日元", "JPY", 15_000_000_000), ("1.5亿元", "CNY", 15_000_000_000),
    ] as [(String, String, Int64)]
  )
  func `a capital is read as registers print it`(text: String, currency: String, amount: Int64) {
    let capital = RegisteredCapital(text)
    #expect(capital?.currency == currency)
    #expect(capital?.hundredths == amount)
    guard case .success(let value) = FieldType.capital.parse(text) else {
      Issue.record("refused")
      return
    }
    #expect(value == .string(text))
    #expect(FieldType.capital.check(value) == nil)
  }

  @Test(arguments: ["", "N/A", "万元人民币", "-5(万元人民币)", "1,23(万元人民币)", "50万元人民币等", "五十万元", "$50万"])
  func `what is no capital is refused`(text: String) {
    #expect(RegisteredCapital(text) == nil)
    #expect(FieldType.capital.check(.string(text)) != nil)
  }

  @Test(.enabled(if: Shared.data != nil, "the folder of real inputs is not beside the checkout"))
  func `every capital of the real register is read`() throws {
    let texts = try sharedRows("enterprises/qidong_enterprises_1638.csv").map {
      $0["注册资金"] ?? ""
    }
    var sums: [String: Int64] = [:]
    var counts: [String: Int] = [:]
    for text in texts where text != "N/A" {
      let capital = try #require(RegisteredCapital(text), "\(text)")
      sums[capital.currency, default: 0] += capital.hundredths
      counts[capital.currency, default: 0] += 1
    }
    #expect(texts.count == 1_638)
    #expect(counts == ["CNY": 1_462, "USD": 64])
    // Summed up by other means from the same file.
    #expect(sums == ["CNY": 1_678_400_044_800, "USD": 11_170_809_400])
  }

  @Test(.enabled(if: Shared.data != nil, "the folder of real inputs is not beside the checkout"))
  func `every date of the real register is a day`() throws {
    let days = try sharedRows("enterprises/qidong_enterprises_1638.csv").map {
      PartialDate(typed: $0["注册日期"] ?? "")?.day?.description
    }
    #expect(days.compactMap(\.self).count == 1_638)
    #expect(days.compactMap(\.self).min() == "1979-12-01")
    #expect(days.compactMap(\.self).max() == "2019-04-30")
  }
}
