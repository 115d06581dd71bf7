import Bilingual
import Presentation
import Testing

struct RowColumnTests {
  private struct Award {
    let name: String
    let fen: Int64
  }

  @Test func `each column makes its own cell of every row`() {
    let name = RowColumn<Award>("name", Phrase(en: "name", zh: "名称")) { .text($0.name) }
    let amount = RowColumn<Award>(
      "amountFen",
      Phrase(en: "amount (CNY)", zh: "金额（元）"),
      .trailing
    ) { .money(fen: $0.fen) }
    let awards = [Award(name: "甲", fen: 50_000), Award(name: "乙", fen: 1)]
    #expect(
      Table(of: awards, [amount, name])
        == Table(
          columns: [
            Column("amountFen", Phrase(en: "amount (CNY)", zh: "金额（元）"), .trailing),
            Column("name", Phrase(en: "name", zh: "名称")),
          ],
          rows: [[.money(fen: 50_000), .text("甲")], [.money(fen: 1), .text("乙")]]
        )
    )
  }
}
