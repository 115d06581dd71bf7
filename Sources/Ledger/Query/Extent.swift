import JSONLines

extension FieldType {
  /// The type of one value: of a list, of its elements.
  var element: FieldType {
    if case .list(let element) = form { element } else { self }
  }

  /// Whether of two values one may stand below the other.
  var isOrdered: Bool {
    switch form {
    case .text, .integer, .money, .date: true
    case .choice(let choices): choices.allSatisfy { $0.rank != nil }
    case .boolean, .reference, .list, .object: false
    }
  }

  /// The places on a scale that a value may stand for: the days of a date, the rank of a word.
  ///
  /// - Parameter value: A value of the type.
  /// - Returns: The first and the last; `nil` for a value that is compared as it is written.
  func extent(of value: JSONValue) -> ClosedRange<Int>? {
    guard let text = value.string else { return nil }
    switch form {
    case .date: return CivilDate.days(of: text)
    case .choice(let choices):
      guard let rank = choices.first(where: { $0.code == text })?.rank else { return nil }
      return rank...rank
    default: return nil
    }
  }

  /// Orders two values of the type: words with ranks from the lowest, all else as it is written.
  ///
  /// - Parameters:
  ///   - a: A value; `nil` comes last.
  ///   - b: Another one.
  /// - Returns: Negative, zero or positive.
  func order(_ a: JSONValue?, _ b: JSONValue?) -> Int {
    guard let a else { return b == nil ? 0 : 1 }
    guard let b else { return -1 }
    if case .choice = form, isOrdered {
      // Words of a later version have no rank yet; they come behind those that do.
      let (left, right) = (extent(of: a)?.lowerBound ?? .max, extent(of: b)?.lowerBound ?? .max)
      if left != right { return left < right ? -1 : 1 }
    }
    return Ordering.compare(a, b) ?? 0
  }
}

extension CivilDate {
  /// The days that `2025-03-01`, `2025-03` or `2025` may mean, by their numbers; `nil` for any other text.
  static func days(of text: String) -> ClosedRange<Int>? {
    guard [4, 7, 10].contains(text.utf8.count) else { return nil }
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let widths = [4, 2, 2].prefix(parts.count)
    guard parts.map(\.count) == Array(widths) else { return nil }
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 } ? Int(Substring(part)) : nil
    }
    guard numbers.count == parts.count else { return nil }
    let year = numbers[0]
    guard numbers.count > 1 else { return ordinal(year, 1, 1)...ordinal(year + 1, 1, 1) - 1 }
    let month = numbers[1]
    guard numbers.count > 2 else {
      guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
      let next = month < 12 ? ordinal(year, month + 1, 1) : ordinal(year + 1, 1, 1)
      return first.ordinal...next - 1
    }
    return CivilDate(year: year, month: month, day: numbers[2]).map { $0.ordinal...$0.ordinal }
  }
}
