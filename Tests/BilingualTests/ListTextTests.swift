import Bilingual
import Testing

struct ListTextTests {
  @Test(arguments: [
    ["甲", "乙"], ["ABC Tools Co., Ltd."], ["地理标志集体商标、证明商标", "乙；丙"], ["\"甲\"牌", "\"", "\"\""],
    [" 甲 "], [""], ["", ""], ["a;b\"c", "d"], ["甲\"乙,丙\""], ["甲\n乙", "\u{3000}"],
    ["=1+1", "e\u{301},x"],
  ])
  func `what was joined comes apart as the same texts`(texts: [String]) {
    let parts = ListText.parts(of: ListText.joined(texts))
    #expect(parts.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
  }

  @Test(arguments: [
    ("甲,乙，丙、丁;戊；己", ["甲", "乙", "丙", "丁", "戊", "己"]),
    (" 甲 ,, 乙 ;", ["甲", "乙"]),
    ("", []), (" ; ", []),
    ("\"A, B\" , C", ["A, B", "C"]),
    // Quotes that do not hold a whole text are its own.
    ("\"甲\"牌,乙", ["\"甲\"牌", "乙"]),
    ("\"甲,乙", ["\"甲", "乙"]),
    ("5\" x 7\", 9\"", ["5\" x 7\"", "9\""]),
  ])
  func `typed texts come apart at commas, semicolons and 、`(text: String, parts: [String]) {
    #expect(ListText.parts(of: text) == parts)
  }

  @Test func `a text is put in quotes only where it needs them`() {
    #expect(ListText.joined(["甲", "乙 丙", "5\""]) == "甲;乙 丙;5\"")
    #expect(ListText.joined(["A, B", "丙"]) == "\"A, B\";丙")
  }
}
