import CommandLine
import Testing

struct WrappingTests {
  @Test func `English breaks at spaces`() {
    #expect(wrapped("one two three four", to: 9) == ["one two", "three", "four"])
    #expect(wrapped("a verylongword b", to: 6) == ["a", "verylongword", "b"])
  }

  @Test func `Chinese breaks anywhere but never before closing punctuation`() {
    #expect(wrapped("每本书都有书名，作者和类别。", to: 14) == ["每本书都有书", "名，作者和类", "别。"])
    #expect(wrapped("登记书名（可空）", to: 10) == ["登记书名", "（可空）"])
    #expect(wrapped("写明“原名”再交", to: 8) == ["写明“原", "名”再交"])
  }

  @Test func `no line is wider than asked, and no text is lost`() {
    let text = "未给出 --catalog 时读取变量 SHELF_CATALOG；两者都没有，就用当前文件夹下的 ./catalog。"
    for width in 16...80 {
      let lines = wrapped(text, to: width)
      #expect(lines.allSatisfy { $0.columns <= width }, "\(width)")
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      #expect(!lines.contains { "，。；".contains($0.first ?? " ") })
    }
  }

  @Test func `line feeds stay, and indented lines are kept`() {
    #expect(wrapped("a b\n\n  x   y z\nc", to: 3) == ["a b", "", "  x   y z", "c"])
  }

  @Test(arguments: [
    ("abc", 3), ("启东", 4), ("é", 1), ("e\u{301}", 1), ("（）", 4), ("ﾊﾝ", 2), ("👨‍👩‍👧", 2), ("“”", 2),
    ("❤️", 2),
  ])
  func `wide characters take two columns`(text: String, columns: Int) {
    #expect(text.columns == columns)
  }
}
