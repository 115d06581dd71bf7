import Ledger

/// Lines of tools with later versions, ends, and the forms of foreign programs; the same for the same seed.
struct ToolLines {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15
  }

  static func id(_ number: Int) -> RecordID {
    number % 9 == 0 ? RecordID("工具-\(number)") : RecordID("t-\(number)")
  }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  var file: [UInt8] {
    var copy = self
    var text = ""
    for _ in 0..<copy.next(200) + 3 { text += copy.line() + "\n" }
    return Array(text.utf8)
  }

  private mutating func line() -> String {
    let id = Self.id(next(50)).text
    let shown = next(8) == 0 ? id.replacing("t", with: "\\u0074") : id
    if next(12) == 0 { return #"{"id":"\#(shown)","removed":"原因 \#(next(9))"}"# }
    var members = [#""id":"\#(shown)""#, #""name":"电动工具 \#(next(99))""#]
    if next(5) == 0 {
      let gaps = ["\u{3000}", "\\t", "\u{2003}", " ", "。", "，", "\\u3000", "\u{A0}"]
      members[1] = #""name":"电动\#(gaps[next(8)])工具 3""#
    }
    if next(5) == 0 {
      let odd = [
        "Ａ－１、", "ﬁ e\u{301}", "É\u{212A}", "か\u{3099}", "が", "\u{F9DC}", "阿·乙", "\u{130}", "NAME",
        "\\u0041-1",
      ]
      members[1] = #""name":"\#(odd[next(10)])""#
    }
    if next(3) > 0 { members.append(#""maker":"w-\#(next(5))""#) }
    if next(3) > 0 { members.append(#""watts":\#(next(1000))"#) }
    if next(4) == 0 { members.append(#""marks":["天汾","\#(next(4))"]"#) }
    if next(6) == 0 { members.append(#""watts-extra":{"id":"no","watts":1}"#) }
    if next(11) == 0 { members.append(#""removed":null"#) }
    if next(9) == 0 { members.append(#""note":"\"id\":\"no\" \\ ""#) }
    if next(7) == 0 { members.reverse() }
    return next(6) == 0
      ? "{ " + members.map { $0.replacing("\":", with: "\" : ") }.joined(separator: " , ") + " }"
      : "{" + members.joined(separator: ",") + "}"
  }
}
