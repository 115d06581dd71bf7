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

  /// Whether a text is that of such a row and no name: `合计：1家`, `共12家`, `审核人：李四`.
  static func isTold(by text: String) -> Bool {
    var key = Folding.key(text)[...]
    if key.hasPrefix("以上") { key.removeFirst(2) }
    if let total = totals.first(where: { key.hasPrefix($0) }) {
      let rest = withoutNote(key.dropFirst(total.count))
      return rest.isEmpty || rest.hasPrefix(":") || isCount(rest)
    }
    if key.hasPrefix("共") { return isCount(key.dropFirst()) }
    return signatures.contains { signature in
      guard key.hasPrefix(signature) else { return false }
      let rest = withoutNote(key.dropFirst(signature.count))
      return rest.isEmpty || rest.hasPrefix(":")
    }
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
    guard text.count > 2, text[0] & 0xF0 == 0xE0 else { return false }
    let first =
      Int(text[0] & 0x0F) << 12 | Int(text[1] & 0x3F) << 6 | Int(text[2] & 0x3F)
    return firsts.contains(first) && isTold(by: text.text)
  }

  private static let firsts = (totals + ["共", "以上"] + signatures).compactMap { word in
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
