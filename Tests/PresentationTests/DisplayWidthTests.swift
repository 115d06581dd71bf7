import Presentation
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("Qidong", 6), ("启东", 4), ("天汾电动工具", 12), ("e\u{301}", 1), ("é", 1),
    ("ｱ", 1), ("Ａ", 2), ("　", 2), ("，", 2), ("·", 1), ("①", 1), ("…", 1),
    ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("👍🏽", 2), ("✈️", 2), ("✈", 1), ("1️⃣", 2), ("⌚", 2),
    ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("が", 2), ("か\u{3099}", 2),
    ("𠮷", 2), ("\u{323AF}", 2), ("䷀", 2), ("क्षि", 3), ("a\u{200B}b", 2), ("\u{1B}", 0),
  ])
  func `a text takes the columns that a terminal gives it`(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }
}

struct TerminalSafeTests {
  @Test(arguments: [
    ("启东市 Qidong", "启东市 Qidong"),
    ("\u{1B}[31mred", "\\u{1B}[31mred"),
    ("a\tb\u{7F}\u{9B}", "a\\u{9}b\\u{7F}\\u{9B}"),
    ("one\ntwo\r\nthree\rfour\r", "one⏎two⏎three\\u{D}four\\u{D}"),
    ("\r\r\n", "\\u{D}⏎"),
    ("abc\u{202E}fdp.exe", "abc\\u{202E}fdp.exe"),
    ("\u{2066}\u{2069}\u{200E}\u{61C}", "\\u{2066}\\u{2069}\\u{200E}\\u{61C}"),
    ("a\u{200B}\u{2060}\u{FEFF}\u{AD}b", "a\\u{200B}\\u{2060}\\u{FEFF}\\u{AD}b"),
    ("\u{2028}\u{2029}\u{85}", "\\u{2028}\\u{2029}\\u{85}"),
    ("\u{E0041}\u{FFFE}", "\\u{E0041}\\u{FFFE}"),
    ("\u{3164}", "\\u{3164}"),
    ("❤\u{FE0F}葛\u{E0100}", "❤\u{FE0F}葛\u{E0100}"),
    ("\u{E000}\u{323AF}", "\u{E000}\u{323AF}"),
    ("", ""),
  ])
  func `whatever is invisible is shown`(text: String, shown: String) {
    #expect(Array(terminalSafe(text).utf8) == Array(shown.utf8))
  }
}
