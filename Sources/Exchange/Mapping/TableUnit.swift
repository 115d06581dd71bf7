/// A unit of measure that a line above the header names for the whole table, as 单位：万元 does.
public struct TableUnit: Hashable, Sendable {
  /// The unit, such as `万元`.
  public let name: String
  /// Where the line names it.
  public let position: Position

  /// Finds the units that a cell above the header names; none in 填报单位：某公司, which names an office.
  ///
  /// - Parameter cell: The cell.
  /// - Returns: The units, in their order.
  static func all(in cell: Cell) -> [TableUnit] {
    var names: [String] = []
    var rest = Substring(cell.text)
    while let word = rest.firstRange(of: "单位") {
      rest = rest[word.upperBound...]
      names += units(behind: rest.drop { ":：均为是".contains($0) || $0.isWhitespace })
    }
    // A title that ends with a unit of money, as 经营情况（万元）, or a line that is nothing else.
    if names.isEmpty, let unit = HeaderSuffix(of: "表" + cell.text)?.unit, isSum(unit) {
      names = [unit]
    }
    return names.map { TableUnit(name: $0, position: cell.position) }
  }

  /// Whether a unit is one of money, and not the name of an office such as 开元.
  private static func isSum(_ unit: String) -> Bool {
    unit.hasSuffix("元") && unit.allSatisfy { "人民币美港欧日十百千万亿元".contains($0) }
  }

  /// The units with which a text begins: `万元` and `件` of 万元、件，2024年3月.
  private static func units(behind text: Substring) -> [String] {
    var units: [String] = []
    for part in text.split(whereSeparator: { "、,，/;；。()（）[]【】".contains($0) }) {
      let words = part.split(whereSeparator: \.isWhitespace)
      // 人民币 万元 is one unit; behind 万元 a date may follow.
      let unit = (1...3).reversed().lazy.filter { $0 <= words.count }
        .map { words.prefix($0).joined() }.first {
          HeaderSuffix.isUnit(named: $0) && (isSum($0) || !$0.hasSuffix("元"))
        }
      guard let unit else { break }
      units.append(unit)
    }
    return units
  }
}
