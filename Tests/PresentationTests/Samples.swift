import Bilingual
import Presentation

/// Tables and reports such as the product prints.
enum Samples {
  static let awards = Table(
    title: Phrase(en: "Awards of 2025", zh: "2025年度奖励"),
    columns: [
      Column("id", Phrase(en: "Claim", zh: "编号")),
      Column("holder", Phrase(en: "Holder", zh: "持有人")),
      Column("scheme", Phrase(en: "Recognition", zh: "认定项目")),
      Column("date", Phrase(en: "Date", zh: "日期")),
      Column("amountFen", Phrase(en: "Amount (CNY)", zh: "金额（元）"), .trailing),
      Column("share", Phrase(en: "Share", zh: "占比"), .trailing),
      Column("paid", Phrase(en: "Paid", zh: "已付")),
    ],
    rows: [
      row("c-1", "启东市示例电动工具有限公司", nationalBrand, "2025-01-09", 50_000_000, true),
      row("c-2", "Lüsi Seafood Association 吕四海鲜协会", countyMark, "2025-03-31", 1_234_567, false),
      row("c-3", "ｱｲｳ株式会社\u{202E}👨‍👩‍👧", nationalBrand, "2025-12-31", -1, false),
    ],
    footer: [
      .text("Σ"), .empty, .empty, .empty, .money(fen: 51_234_566),
      .percentage(51_234_566, of: 51_234_566, decimals: 1), .empty,
    ],
    notes: [
      Phrase(
        en: "Amounts are before the cap of the year; clause 5 of the example policy sets it.",
        zh: "金额为年度封顶前的数额；封顶依据示例办法第五条。"
      )
    ]
  )

  static let report = Report(
    title: Phrase(en: "Why claim c-1 is paid", zh: "编号c-1为何兑付"),
    [
      .paragraph(
        Phrase(
          en: "The recognition was won inside the window of the policy, and nothing of the same "
            + "level had been paid to this enterprise before.",
          zh: "该项认定在办法规定的期限内取得，且此前未向该企业兑付过同一级别的奖励。"
            + "依据（示例）办法第三条、第五条，按“就高不就低”的原则计算，不重复享受。"
        )
      ),
      .fields([
        Report.Field(
          "holder",
          Phrase(en: "Holder", zh: "持有人"),
          .text("启东市示例电动工具有限公司")
        ),
        Report.Field("amountFen", Phrase(en: "Amount (CNY)", zh: "金额（元）"), .money(fen: 50_000_000)),
        Report.Field("towns", Phrase(en: "Towns", zh: "乡镇"), .texts(["吕四港镇", "汇龙镇"])),
        Report.Field("remark", Phrase(en: "Remark", zh: "备注"), .empty),
      ]),
      .heading(Phrase(en: "Steps", zh: "计算过程")),
      .tree([
        Report.Node(
          Phrase(en: "select: one fact in the window", zh: "选取：期限内一项事实"),
          [
            Report.Node(
              Phrase(
                en: "recognition r-2025-0001 of 2025-01-09, entered by commit 12 from the "
                  + "published list of the province",
                zh: "认定r-2025-0001，2025年1月9日，由第12次提交录入，来源为省级主管部门公布的名单及其附件"
              )
            )
          ]
        ),
        Report.Node(Phrase(en: "cap: not reached", zh: "封顶：未达到")),
      ]),
      .table(empty),
    ]
  )

  static let empty = Table(
    title: Phrase(en: "Objections", zh: "异议"),
    columns: [Column("id", Phrase(en: "Objection", zh: "编号"))]
  )

  private static let nationalBrand = Phrase(en: "Well-known trademark", zh: "中国驰名商标")
  private static let countyMark = Phrase(en: "Collective mark of the city", zh: "市级集体商标示范")

  private static func row(
    _ id: String,
    _ holder: String,
    _ scheme: Phrase,
    _ date: String,
    _ fen: Int64,
    _ paid: Bool
  ) -> [Cell] {
    [
      .text(id), .text(holder), .phrase(scheme, code: "scheme-1"), .date(date), .money(fen: fen),
      .percentage(fen, of: 51_234_566, decimals: 1), .boolean(paid),
    ]
  }
}
