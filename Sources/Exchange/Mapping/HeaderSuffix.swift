/// A remark in brackets at the end of a column's name: a unit of measure, or how the column is to be filled in.
///
/// Only remarks that are known are taken off: `企业名称(曾用名)` is not the name of the enterprise.
struct HeaderSuffix {
  /// The name without its remarks.
  let stem: String
  /// The unit of measure among them.
  let unit: String?

  /// Takes the remarks off a name; `nil` where it has none.
  init?(of name: String) {
    var stem = name.trimmed
    var unit: String?
    var isFound = false
    while let (rest, remark) = Self.lastBrackets(of: stem) {
      let folded = String(String.UnicodeScalarView(FoldedName(remark).scalars))
      if Self.isUnit(folded) || remark == "%" || remark == "％" {
        unit = unit ?? (remark.hasPrefix("单位") ? folded.replacing("单位", with: "") : remark)
      } else if !Self.notes.contains(folded) {
        break
      }
      stem = rest
      isFound = true
    }
    guard isFound, !stem.isEmpty else { return nil }
    self.stem = stem
    self.unit = unit
  }

  /// The unit of money with which a name ends without brackets, as 销售收入/万元 does; `nil` without one.
  static func moneyUnit(endOf name: String) -> String? {
    guard name.trimmed.hasSuffix("元") else { return nil }
    let unit = name.trimmed.reversed().prefix { "元美港百千万亿".contains($0) }.reversed()
    return unit.count > 1 && unit.count < name.trimmed.count ? String(unit) : nil
  }

  /// Whether a text is a unit and nothing else.
  static func isUnit(named text: String) -> Bool {
    isUnit(String(String.UnicodeScalarView(FoldedName(text).scalars)))
  }

  /// Whether a folded remark is a unit: one that is known, any currency, or so many of those that are known.
  private static func isUnit(_ folded: String) -> Bool {
    let name = folded.hasPrefix("单位") ? String(folded.dropFirst(2)) : folded
    if units.contains(name) || (name.hasSuffix("元") && name != "单元" && name != "多元") { return true }
    let rest = name.drop { "十百千万亿".contains($0) }
    return rest.count < name.count && units.contains(String(rest))
  }

  private static let units: Set<String> = [
    "元", "千元", "万元", "百万元", "亿元", "万", "亿", "人民币", "人民币元", "人民币万元", "元人民币", "万元人民币", "亿元人民币",
    "美元", "万美元", "rmb", "cny", "yuan", "usd", "人", "件", "个", "项", "家", "户", "种", "次", "年", "月", "日",
    "天", "分",
    "亩", "公顷", "吨", "years", "months", "days", "pieces",
  ]

  private static let notes: Set<String> = [
    "必填", "选填", "可选", "可空", "可不填", "required", "optional", "yyyymmdd", "年月日", "下拉选择", "单选",
  ]

  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
    ")": "(", "）": "（", "]": "[", "］": "［", "】": "【", "〕": "〔",
  ]

  /// Splits a name that ends with a bracket into what stands before the brackets and what stands in them.
  private static func lastBrackets(of name: String) -> (rest: String, remark: String)? {
    let scalars = name.unicodeScalars
    guard let closing = scalars.last, let opening = pairs[closing],
      let start = scalars.lastIndex(of: opening)
    else { return nil }
    let remark = scalars[scalars.index(after: start)...].dropLast()
    return (String(scalars[..<start]).trimmed, String(remark).trimmed)
  }
}
