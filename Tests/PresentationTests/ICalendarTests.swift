import Bilingual
import Presentation
import Testing

struct ICalendarTests {
  private func calendar(_ summary: String, _ description: String = "") -> String {
    ICalendar(
      name: Phrase(en: "due", zh: "到期"),
      stamp: "20260131T120000Z",
      events: [
        ICalendar.Event(
          uid: "mark-renewal/CN/1@brandledger",
          day: "2026-02-28",
          summary: Phrase(en: summary, zh: summary),
          description: Phrase(en: description, zh: description),
          category: Phrase(en: "renewal", zh: "续展")
        )
      ]
    ).rendered(in: .english)
  }

  private func unfolded(_ text: String) -> String {
    text.replacing("\r\n ", with: "")
  }

  @Test func `an event has its name, its moment and its whole day`() {
    let lines = calendar("renew").split(separator: "\r\n").map(String.init)
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(lines.last == "END:VCALENDAR")
    for line in [
      "VERSION:2.0", "UID:mark-renewal/CN/1@brandledger", "DTSTAMP:20260131T120000Z",
      "DTSTART;VALUE=DATE:20260228", "SUMMARY:renew", "CATEGORIES:renewal",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    #expect(!lines.contains { $0.hasPrefix("DESCRIPTION") })
  }

  @Test func `every line ends with CR LF, and none stands alone`() {
    let bytes = Array(calendar("a\nb\rc", "d\ne").utf8)
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      #expect(index > 0 && bytes[index - 1] == 0x0D)
    }
    #expect(bytes.filter { $0 == 0x0D }.count == bytes.filter { $0 == 0x0A }.count)
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
  }

  @Test(arguments: [
    "吕四海鲜集体商标续展，请在宽展期届满前办理并缴纳迟延费用，逾期注销，一年内不予核准相同或近似申请",
    String(repeating: "a", count: 67), String(repeating: "a", count: 68),
    "a" + String(repeating: "汉", count: 40), "ab" + String(repeating: "😀", count: 40),
    String(repeating: "é", count: 200),
  ])
  func `lines are folded at 75 octets without splitting a character`(summary: String) {
    let text = calendar(summary)
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      #expect(line.utf8.count <= 75, "\(line)")
    }
    // A split character could not be read again.
    #expect(unfolded(text).contains("SUMMARY:" + summary + "\r\n"))
    #expect(!text.contains("\u{FFFD}"))
  }

  @Test func `what means something to a calendar is escaped`() {
    let text = unfolded(calendar(#"a\b;c,d:e"f"#, "one\ntwo\u{7}"))
    #expect(text.contains(#"SUMMARY:a\\b\;c\,d:e"f"# + "\r\n"))
    #expect(text.contains(#"DESCRIPTION:one\ntwo "# + "\r\n"))
  }
}
