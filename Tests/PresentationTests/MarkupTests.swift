import Bilingual
import Presentation
import Testing

struct MarkupTests {
  @Test(arguments: [
    ("a|b", #"a\|b"#), ("<b>&amp;", "&lt;b&gt;&amp;amp;"), ("`x` *y* _z_", #"\`x\` \*y\* \_z\_"#),
    ("[a](b)", #"\[a\](b)"#), ("# head", "\\# head"), ("- item", #"\- item"#),
    ("12. item", #"12\. item"#), ("3) item", #"3\) item"#), ("2025", "2025"), ("1.5", #"1\.5"#),
    ("=== ", #"\=== "#), ("    code", "&#32;   code"), ("> quote", "&gt; quote"),
    ("one\n# two", "one⏎\\# two"), (#"a\"#, #"a\\"#),
    ("http://x www.y.z a@b.c", #"http\://x www\.y.z a\@b.c"#), ("吕四海鲜，第三条。", "吕四海鲜，第三条。"),
  ])
  func `Markdown from data is text`(text: String, escaped: String) {
    let report = Report([.paragraph(Phrase(en: text, zh: text))])
    #expect(report.rendered(Rendering(.md, in: .chinese)) == escaped + "\n")
  }

  @Test func `HTML from data is text, in every place that data reaches`() throws {
    let evil = "\"'><script>alert(1)</script>&\u{0}\u{202E}\nx"
    let phrase = Phrase(en: evil, zh: evil)
    let table = Table(
      title: phrase,
      columns: [Column(evil, phrase)],
      rows: [[.text(evil)]],
      footer: [.texts([evil])],
      notes: [phrase]
    )
    let report = Report(
      title: phrase,
      [
        .heading(phrase), .paragraph(phrase), .fields([Report.Field(evil, phrase, .text(evil))]),
        .table(table), .tree([Report.Node(phrase, [Report.Node(phrase)])]),
      ]
    )
    let page = try #require(report.rendered(Rendering(.html, in: .english)))
    let safe =
      "&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;\\u{0}\\u{202E}"
    #expect(page.split(separator: safe + "<br>x").count == 13)
    #expect(page.contains("<title>\(safe)⏎x</title>"))
    #expect(!page.contains("<script"))
  }
}
