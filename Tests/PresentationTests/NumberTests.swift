import Bilingual
import Presentation
import Testing

struct NumberTests {
  @Test(
    arguments: [
      (0, "0.00", "0.00"), (1, "0.01", "0.01"), (-1, "-0.01", "-0.01"), (10, "0.10", "0.10"),
      (99_999, "999.99", "999.99"), (100_000, "1,000.00", "1000.00"),
      (123_456_789, "1,234,567.89", "1234567.89"),
      (-100_000_000, "-1,000,000.00", "-1000000.00"),
      (Int64.max, "92,233,720,368,547,758.07", "92233720368547758.07"),
      (Int64.min, "-92,233,720,368,547,758.08", "-92233720368547758.08"),
    ] as [(Int64, String, String)]
  )
  func `fen are shown as yuan to the last fen`(fen: Int64, grouped: String, plain: String) {
    #expect(yuanText(fen: fen) == grouped)
    let table = Table(columns: [Column("a", Phrase(en: "a", zh: "甲"))], rows: [[.money(fen: fen)]])
    #expect(table.rendered(Rendering(.csv, in: .english)) == "a\n\(plain)\n")
    #expect(table.rendered(Rendering(.jsonl, in: .english)) == "{\"a\":\(fen)}\n")
  }

  @Test(arguments: [
    (Ratio(82, of: 100, decimals: 0, as: .percent), "82%"),
    (Ratio(1, of: 3, decimals: 2, as: .percent), "33.33%"),
    (Ratio(2, of: 3, decimals: 2, as: .number), "0.67"),
    (Ratio(1, of: 8, decimals: 2, as: .number), "0.13"),
    (Ratio(-1, of: 8, decimals: 2, as: .number), "-0.13"),
    (Ratio(1, of: -8, decimals: 2, as: .number), "-0.13"),
    (Ratio(-1, of: 1000, decimals: 1, as: .number), "0.0"),
    (Ratio(1999, of: 2000, decimals: 1, as: .percent), "100.0%"),
    (Ratio(5, of: 0, decimals: 1, as: .percent), "—"),
    (Ratio(.min, of: 1, decimals: 9, as: .percent), "-922337203685477580800.000000000%"),
    (Ratio(.max, of: .max, decimals: 99, as: .number), "1.000000000"),
    (Ratio(.min, of: .min, decimals: -1, as: .number), "1"),
  ])
  func `a ratio is rounded half away from zero without floating point`(ratio: Ratio, text: String) {
    let table = Table(columns: [Column("a", Phrase(en: "a", zh: "甲"))], rows: [[.ratio(ratio)]])
    let lines = table.rendered(Rendering(.table, in: .english)).split(separator: "\n")
    #expect(lines.last == text[...])
  }

  @Test func `a ratio stays exact in JSON`() {
    let table = Table(
      columns: [Column("a", Phrase(en: "a", zh: "甲"))],
      rows: [[.percentage(2, of: 3)]]
    )
    let json = table.rendered(Rendering(.jsonl, in: .english))
    #expect(json == "{\"a\":{\"numerator\":2,\"denominator\":3}}\n")
  }
}
