import Ledger
import Testing

struct FoldingTests {
  @Test(arguments: [
    ("", ""),
    ("  Unified  Credit\tCode ", "unifiedcreditcode"),
    ("\u{FF21}\u{FF22}\u{FF43}\u{FF11}\u{FF0C}\u{FF08}\u{FF5E}", "abc1,(~"),
    ("吕四\u{3000}海鲜", "吕四海鲜"),
    ("\u{C9}COLE", "\u{E9}cole"),
    ("a\u{2028}b\u{A0}c\u{85}d", "abcd"),
    ("\u{FFE5}\u{FF61}", "\u{FFE5}\u{FF61}"),
    ("STRASSE \u{DF}", "strasse\u{DF}"),
  ])
  func `a key leaves out case, width and white space`(typed: String, key: String) {
    #expect(Folding.key(typed).unicodeScalars.elementsEqual(key.unicodeScalars))
    #expect(Folding.key(key) == key)
  }

  @Test(arguments: [
    ("", ""), (" \t\r\n\u{3000}", ""), (" a b\u{3000}", "a b"), ("a", "a"),
    ("\u{FEFF}a\u{200B}", "a"), ("\u{202D}91\u{202C}", "91"), ("\r\n吕四 \r\n", "吕四"),
  ])
  func `white space is trimmed at both ends only`(typed: String, trimmed: String) {
    #expect(Folding.trim(typed).unicodeScalars.elementsEqual(trimmed.unicodeScalars))
  }

  @Test(
    arguments: [
      ("1234", "1234"), ("1,234", "1234"), ("12,345,678.90", "12345678.90"), ("-1,234", "-1234"),
      ("0.5", "0.5"), ("999,999", "999999"), ("1,23", nil), ("1234,567", nil), (",123", nil),
      ("1,234,", nil), ("1,,234", nil), ("1.234,567", nil), ("1,234.567.8", nil), ("-,123", nil),
    ] as [(String, String?)]
  )
  func `commas are removed where they part thousands`(typed: String, plain: String?) {
    #expect(Folding.ungrouped(typed) == plain)
  }
}
