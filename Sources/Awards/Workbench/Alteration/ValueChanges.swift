import JSONLines
import Portfolio

/// Small changes to a value: a fen, a day, a piece, a percent more or less, another word.
enum ValueChanges {
  /// Returns the changes; `choices` are the words that may stand in its place.
  static func all(of value: JSONValue, _ choices: [String]?) -> [JSONValue] {
    switch value {
    case .boolean(let isTrue): [.boolean(!isTrue)]
    case .integer(let number):
      [Int64(-1), 1].compactMap { step in
        let (sum, overflow) = number.addingReportingOverflow(step)
        return overflow ? nil : .integer(sum)
      }
    case .string(let text): all(of: text, choices ?? []).map { .string($0) }
    default: []
    }
  }

  private static func all(of text: String, _ choices: [String]) -> [String] {
    if choices.contains(text) { return words(besides: text, choices) }
    if let texts = money(text) ?? rate(text) ?? date(text) { return texts }
    return []
  }

  /// The other words, or of many the next one.
  private static func words(besides text: String, _ choices: [String]) -> [String] {
    guard choices.count > 4, let place = choices.firstIndex(of: text) else {
      return choices.filter { $0 != text }
    }
    return [choices[(place + 1) % choices.count]]
  }

  /// A fen more or less.
  private static func money(_ text: String) -> [String]? {
    guard text.hasSuffix("元") || text.hasSuffix("yuan"), let money = Money(typed: text) else {
      return nil
    }
    let fen = Money(fen: 1)
    let sums = [try? money.subtracting(fen), try? money.adding(fen)]
    return sums.compactMap(\.self).filter { $0 > .zero }.map { "\($0)元" }
  }

  /// A percent, the last digit, or a part of the whole more or less.
  private static func rate(_ text: String) -> [String]? {
    let (body, unit) = text.hasSuffix("%") ? (String(text.dropLast()), "%") : (text, "")
    let parts = body.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, unit.isEmpty, let above = Int64(parts[0]), Int64(parts[1]) != nil {
      return [above - 1, above + 1].filter { $0 > 0 }.map { "\($0)/\(parts[1])" }
    }
    guard !unit.isEmpty || body.contains("."), let number = DecimalNumber(body) else { return nil }
    return [number.units - 1, number.units + 1].filter { $0 > 0 }.map { units in
      decimal(units, number.decimals) + unit
    }
  }

  private static func decimal(_ units: Int64, _ decimals: Int) -> String {
    guard decimals > 0 else { return String(units) }
    let digits = String(units)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// A day before or after; of a year or month, the one before or after.
  private static func date(_ text: String) -> [String]? {
    if text.utf8.count == 5, let day = Day("2001-" + text) ?? Day("2000-" + text) {
      return [day + -1, day + 1].map { String($0.description.dropFirst(5)) }
    }
    guard let date = PartialDate(text) else { return nil }
    if let day = date.day { return [day + -1, day + 1].map(\.description) }
    let before = (date.first + -1).description
    let after = (date.last + 1).description
    return [before, after].map { String($0.prefix(text.count)) }
  }
}
