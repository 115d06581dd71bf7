import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Rows below a table that are none of its own: totals, and who filled it in.
enum ClosingRow {
  private static let totals = ["合计", "小计", "总计", "共计", "合計", "小計", "總計", "共計"]
  private static let signatures = [
    "填表人", "填报人", "制表人", "制表", "审核人", "审核", "复核人", "经办人", "单位负责人", "负责人", "联系人", "填表日期",
    "填报日期", "填报单位", "备注", "说明", "注",
  ]

  private static let seals: Set<String> = ["盖章", "公章", "签章", "签字", "单位盖章", "单位公章"]

  /// Whether a text is that of such a row and no name: `合计：1家`, `共12家`, `审核人：李四`.
  static func isTold(by text: String) -> Bool {
    var key = Folding.key(text)[...]
    if key.hasPrefix("以上") { key.removeFirst(2) }
    if let total = totals.first(where: { key.hasPrefix($0) }) {
      let rest = withoutNote(key.dropFirst(total.count))
      return rest.isEmpty || rest.hasPrefix(":") || isCount(rest)
    }
    if isDateOrPage(key) || seals.contains(String(key.filter { !"()".contains($0) })) {
      return true
    }
    if key.hasPrefix("共") { return isCount(key.dropFirst()) }
    return signatures.contains { signature in
      guard key.hasPrefix(signature) else { return false }
      let rest = withoutNote(key.dropFirst(signature.count))
      return rest.isEmpty || rest.hasPrefix(":")
    }
  }

  /// Whether a text is the line of a date or a page: 2024年3月5日, 2024-03-05, 年 月 日, 第1页 共3页.
  private static func isDateOrPage(_ key: Substring) -> Bool {
    guard key != "年月日" else { return true }
    guard key.contains(where: \.isNumber),
      key.allSatisfy({ $0.isNumber || "年月日第共页,.-/".contains($0) })
    else { return false }
    let isPlainDate =
      key.prefix(4).allSatisfy(\.isNumber) && key.count >= 8
      && key.count { "-/.".contains($0) } == 2
    return key.contains("年") || key.contains("页") || isPlainDate
  }

  /// What follows `(盖章)` or `(万元)`, where a text begins with such a note.
  private static func withoutNote(_ text: Substring) -> Substring {
    guard text.hasPrefix("("), let end = text.firstIndex(of: ")") else { return text }
    return text[text.index(after: end)...]
  }

  /// Whether a text is a number, perhaps of something, and no name such as 2号店: `12`, `12家`, `12家企业`.
  private static func isCount(_ text: Substring) -> Bool {
    guard text.first?.isNumber == true else { return false }
    var rest = text.drop { $0.isNumber || ",.".contains($0) }
    guard let unit = rest.popFirst() else { return true }
    if rest.hasPrefix("企业") { rest.removeFirst(2) }
    return "家户个件项条人".contains(unit) && rest.first.map { ",;。".contains($0) } ?? true
  }

  /// Whether a text in UTF-8 is one; of nearly all names the first character tells that they are not.
  static func isTold(by text: Span<UInt8>) -> Bool {
    guard text.count > 2 else { return false }
    switch text[0] {
    // A bracket or a digit, in half or full width; codes have digits and letters only.
    case 0x28, 0xEF: return isTold(by: text.text)
    case 0x30...0x39: return hasMoreThanLetters(text) && isTold(by: text.text)
    case 0xE0..<0xEF: break
    default: return false
    }
    let first =
      Int(text[0] & 0x0F) << 12 | Int(text[1] & 0x3F) << 6 | Int(text[2] & 0x3F)
    return firsts.contains(first) && isTold(by: text.text)
  }

  private static func hasMoreThanLetters(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: continue
      default: return true
      }
    }
    return false
  }

  private static let firsts = (totals + ["共", "以上", "第", "年"] + seals + signatures).compactMap {
    word in
    word.unicodeScalars.first.map { Int($0.value) }
  }

  /// Whether a field names an enterprise, of itself or of what it refers to, or a brand or a partner.
  static func concerns(_ field: FieldDefinition) -> Bool {
    field.referredKind == Enterprise.schema.kind
      || [Enterprise.name.definition, Brand.name.definition, Partner.name.definition].contains {
        $0 === field
      }
  }
}

extension Diagnostic {
  /// Tells that a row only names the columns again.
  static func headerTwice(at place: Place) -> Diagnostic {
    Diagnostic(
      "header-twice",
      Phrase(en: "the row is the header of the table again", zh: "该行与表头相同"),
      help: Phrase(
        en: "take the row out of the table, or leave it aside with --skip-bad FILE",
        zh: "请从表中删去该行，或用 --skip-bad 文件 跳过"
      ),
      at: place
    )
  }

  /// Tells that a row has no name where one is to stand.
  static func closingRow(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "closing-row",
      Phrase(
        en: "'\(text)' is no name, but a total or a signature below the table",
        zh: "“\(text)”不是名称，而是表尾的合计或签名"
      ),
      help: Phrase(
        en: "take the row out of the table, or leave it aside with --skip-bad FILE",
        zh: "请从表中删去该行，或用 --skip-bad 文件 跳过"
      ),
      at: place
    )
  }
}
