import Bilingual
import JSONLines
import Ledger
import Portfolio

/// Rows below a table that are none of its own: totals, and who filled it in.
enum ClosingRow {
  private static let totals = ["合计", "小计", "总计", "共计"]
  private static let signatures = [
    "填表人", "填报人", "制表人", "制表", "审核人", "复核人", "负责人", "联系人", "备注", "说明", "注",
  ]

  /// Whether a text is that of such a row and no name: `合计：1家`, `共12家`, `审核人：李四`.
  static func isTold(by text: String) -> Bool {
    let key = Folding.key(text)
    if let total = totals.first(where: { key.hasPrefix($0) }) {
      let next = key.dropFirst(total.count).first
      return next.map { ":(".contains($0) || $0.isNumber } ?? true
    }
    if key.hasPrefix("共") {
      let rest = key.dropFirst()
      let count = rest.prefix { $0.isNumber }
      return !count.isEmpty
        && rest.dropFirst(count.count).first.map { "家户个件项条人".contains($0) } ?? false
    }
    return signatures.contains { key == $0 || key.hasPrefix($0 + ":") }
  }

  /// Whether a text in UTF-8 is one; of nearly all names the first character tells that they are not.
  static func isTold(by text: Span<UInt8>) -> Bool {
    guard text.count > 2, text[0] & 0xF0 == 0xE0 else { return false }
    let first =
      Int(text[0] & 0x0F) << 12 | Int(text[1] & 0x3F) << 6 | Int(text[2] & 0x3F)
    return firsts.contains(first) && isTold(by: text.text)
  }

  private static let firsts = (totals + ["共"] + signatures).compactMap { word in
    word.unicodeScalars.first.map { Int($0.value) }
  }

  /// Whether a field names an enterprise, of itself or of what it refers to.
  static func concerns(_ field: FieldDefinition) -> Bool {
    field === Enterprise.name.definition || field.referredKind == Enterprise.schema.kind
  }
}

extension Diagnostic {
  /// Tells that a row names no enterprise where one is to stand.
  static func closingRow(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "closing-row",
      Phrase(
        en: "'\(text)' is no enterprise, but a total or a signature below the table",
        zh: "“\(text)”不是企业，而是表尾的合计或签名"
      ),
      help: Phrase(
        en: "take the row out of the table, or leave it aside with --skip-bad FILE",
        zh: "请从表中删去该行，或用 --skip-bad 文件 跳过"
      ),
      at: place
    )
  }
}
