import Ledger
import TestSupport

/// Lines of tools with later versions, ends, and the forms of foreign programs; the same for the same seed.
struct ToolLines {
  private var random: SeededRandom

  init(_ seed: UInt64) { random = SeededRandom(seed) }

  static func id(_ number: Int) -> RecordID {
    number % 9 == 0 ? RecordID("工具-\(number)") : RecordID("t-\(number)")
  }

  var file: [UInt8] {
    var copy = self
    var text = ""
    for _ in 0..<copy.random.roll(200) + 3 { text += copy.line() + "\n" }
    return Array(text.utf8)
  }

  private mutating func line() -> String {
    let id = Self.id(random.roll(50)).text
    let shown = random.roll(8) == 0 ? id.replacing("t", with: "\\u0074") : id
    if random.roll(12) == 0 { return #"{"id":"\#(shown)","removed":"原因 \#(random.roll(9))"}"# }
    var members = [#""id":"\#(shown)""#, #""name":"电动工具 \#(random.roll(99))""#]
    if random.roll(5) == 0 {
      let gaps = ["\u{3000}", "\\t", "\u{2003}", " ", "。", "，", "\\u3000", "\u{A0}"]
      members[1] = #""name":"电动\#(gaps[random.roll(8)])工具 3""#
    }
    if random.roll(5) == 0 {
      let odd = [
        "Ａ－１、", "ﬁ e\u{301}", "É\u{212A}", "か\u{3099}", "が", "\u{F9DC}", "阿·乙", "\u{130}", "NAME",
        "\\u0041-1",
      ]
      members[1] = #""name":"\#(odd[random.roll(10)])""#
    }
    if random.roll(3) > 0 { members.append(#""maker":"w-\#(random.roll(5))""#) }
    if random.roll(3) > 0 { members.append(#""watts":\#(random.roll(1000))"#) }
    if random.roll(4) == 0 { members.append(#""marks":["天汾","\#(random.roll(4))"]"#) }
    if random.roll(6) == 0 { members.append(#""watts-extra":{"id":"no","watts":1}"#) }
    if random.roll(11) == 0 { members.append(#""removed":null"#) }
    if random.roll(9) == 0 { members.append(#""note":"\"id\":\"no\" \\ ""#) }
    if random.roll(7) == 0 { members.reverse() }
    return random.roll(6) == 0
      ? "{ " + members.map { $0.replacing("\":", with: "\" : ") }.joined(separator: " , ") + " }"
      : "{" + members.joined(separator: ",") + "}"
  }
}
