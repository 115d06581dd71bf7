import Bilingual
import Presentation
import Testing

struct TerminalTests {
  @Test(arguments: 20...200, Language.allCases)
  func `no line is wider than the terminal`(width: Int, language: Language) {
    let rendering = Rendering(.table, in: language, terminalWidth: width)
    for line in lines(Samples.awards.rendered(rendering)) {
      #expect(displayWidth(line) <= width)
    }
  }

  @Test(arguments: 66...200, Language.allCases)
  func `the amounts end in one column`(width: Int, language: Language) throws {
    let rendering = Rendering(.table, in: language, terminalWidth: width)
    let ends = lines(Samples.awards.rendered(rendering)).compactMap { line in
      ["500,000.00", "12,345.67", "-0.01", "512,345.66"].compactMap { amount in
        line.firstRange(of: amount).map { displayWidth(String(line[..<$0.upperBound])) }
      }.first
    }
    #expect(ends.count == 4)
    #expect(Set(ends).count == 1)
  }

  @Test func `a column that wraps loses nothing`() {
    let text = "依据《启东市示例品牌奖励办法》第三条，对新认定的中国驰名商标给予一次性奖励。"
    let table = Table(
      columns: [
        Column("n", Phrase(en: "No.", zh: "序号"), .trailing),
        Column("text", Phrase(en: "Clause", zh: "条款"), overflow: .wrap),
      ],
      rows: [[.integer(3), .text(text)], [.integer(2025), .text("short")]]
    )
    let shown = table.rendered(Rendering(.table, in: .chinese, terminalWidth: 30))
    #expect(
      shown == """
        序号  条款
        ----  ------------------------
           3  依据《启东市示例品牌奖励
              办法》第三条，对新认定的
              中国驰名商标给予一次性奖
              励。
        2025  short

        """
    )
  }

  @Test func `dates and kept columns are never shortened, whatever the others need`() {
    let table = Table(
      columns: [
        Column("id", Phrase(en: "Id", zh: "编号"), overflow: .keep),
        Column("date", Phrase(en: "Date", zh: "日期")),
        Column("name", Phrase(en: "Name", zh: "名称")),
      ],
      rows: [[.text("r-2025-0001-abcd"), .date("2025-11-03"), .text("天汾电动工具集体商标")]]
    )
    let shown = table.rendered(Rendering(.table, in: .chinese, terminalWidth: 38))
    #expect(lines(shown)[2] == "r-2025-0001-abcd  2025-11-03  天汾电…")
    let narrower = table.rendered(Rendering(.table, in: .chinese, terminalWidth: 37))
    #expect(lines(narrower)[0] == "编号  r-2025-0001-abcd")
  }

  @Test func `words stay whole, and a word too long for a line is divided`() {
    let shown = Report([
      .paragraph(Phrase(en: "the quick brown fox (jumps) over abcdefghijklmnopqrstuvwxyz", zh: ""))
    ]).rendered(Rendering(.table, in: .english, terminalWidth: 20))
    #expect(shown == "the quick brown fox\n(jumps) over\nabcdefghijklmnopqrst\nuvwxyz\n")
  }

  @Test func `emphasis is there only when asked for, and only ours`() throws {
    let hostile = Table(
      title: Phrase(en: "\u{1B}[5mblink", zh: ""),
      columns: [Column("a", Phrase(en: "a", zh: "甲"))],
      rows: [[.text("\u{1B}[0mx")]],
      notes: [Phrase(en: "note", zh: "注")]
    )
    let plain = hostile.rendered(Rendering(.table, in: .english))
    let styled = hostile.rendered(Rendering(.table, in: .english, style: .ansi))
    #expect(!plain.unicodeScalars.contains("\u{1B}"))
    let stripped =
      styled
      .replacing("\u{1B}[1m", with: "").replacing("\u{1B}[2m", with: "")
      .replacing("\u{1B}[0m", with: "")
    #expect(stripped == plain)
    #expect(styled.contains("\u{1B}[2mnote\u{1B}[0m"))
  }

  @Test func `an empty table says so in both languages and every format for people`() {
    for format in [OutputFormat.table, .md, .html] {
      #expect(Samples.empty.rendered(Rendering(format, in: .chinese)).contains("（无记录）"))
      #expect(Samples.empty.rendered(Rendering(format, in: .english)).contains("(no rows)"))
    }
    #expect(Samples.empty.rendered(Rendering(.json, in: .chinese)) == "[]\n")
    #expect(Samples.empty.rendered(Rendering(.jsonl, in: .chinese)) == "")
    #expect(Samples.empty.rendered(Rendering(.csv, in: .chinese)) == "编号\n")
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func displayWidth(_ text: Substring) -> Int { Presentation.displayWidth(String(text)) }
  private func displayWidth(_ text: String) -> Int { Presentation.displayWidth(text) }
}
