import Bilingual
public import JSONLines
public import Ledger

/// A date as far as it is known: a day, a month, or a year.
///
/// Lists in the press often name no day. Such a date stands for all of its days; whoever needs one
/// day must say which end it takes, or that the answer is unknown.
public struct PartialDate: Hashable, Sendable {
  // Eight bytes in all: claims and records hold many. The first day that it may mean, its year, its
  // month or 0, and whether the day is known.
  private let start: Int32
  private let shortYear: Int16
  private let shortMonth: UInt8
  private let isWhole: Bool

  private init(_ year: Int, _ month: Int?, _ day: Day?) {
    start = Int32(clamping: (day ?? Day(unchecked: year, month ?? 1, 1)).ordinal)
    shortYear = Int16(clamping: year)
    shortMonth = UInt8(month ?? 0)
    isWhole = day != nil
  }

  /// Creates a date of which the day is known.
  public init(_ day: Day) {
    let (year, month, _) = day.components
    self.init(year, month, day)
  }

  /// Creates the date that may mean the days of a range and no others: a day, a month, or a year.
  init?(from first: Day, through last: Day) {
    let (year, month, _) = first.components
    let all = [Self(first), Self(year, month, nil), Self(year, nil, nil)]
    guard let one = all.first(where: { $0.first == first && $0.last == last }) else { return nil }
    self = one
  }

  /// The year.
  public var year: Int { Int(shortYear) }
  /// The month, where it is known.
  public var month: Int? { shortMonth == 0 ? nil : Int(shortMonth) }
  /// The day, where it is known.
  public var day: Day? { isWhole ? Day(ordinal: Int(start)) : nil }

  /// Reads `2025-03-01`, `2025-03` or `2025`; `nil` for anything else and for days that do not exist.
  public init?(_ text: String) {
    self.init(text.utf8.span)
  }

  /// Reads the same from bytes: ledgers hold more dates than anything else.
  init?(_ bytes: Span<UInt8>) {
    let count = bytes.count
    guard count == 4 || count == 7 || count == 10 else { return nil }
    guard let year = Self.number(bytes, 0..<4), year >= 1 else { return nil }
    guard count > 4 else {
      self.init(year, nil, nil)
      return
    }
    guard bytes[4] == UInt8(ascii: "-"), let month = Self.number(bytes, 5..<7),
      (1...12).contains(month)
    else { return nil }
    guard count > 7 else {
      self.init(year, month, nil)
      return
    }
    guard bytes[7] == UInt8(ascii: "-"), let number = Self.number(bytes, 8..<10),
      let day = Day(year: year, month: month, day: number)
    else { return nil }
    self.init(year, month, day)
  }

  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for index in range {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// The first day that it may mean.
  public var first: Day {
    Day(ordinal: Int(start))
  }

  /// The last day that it may mean.
  public var last: Day {
    if let day { return day }
    let month = month ?? 12
    return Day(unchecked: year, month, Day.length(ofMonth: month, year: year))
  }

  /// Says whether the date lies between two days: `nil` where only some of its days do.
  ///
  /// - Parameters:
  ///   - from: The first day; open where there is none.
  ///   - until: The last day; open where there is none.
  /// - Returns: Whether it does.
  public func lies(from: Day?, until: Day?) -> Bool? {
    let isAfterStart: Bool? = from.map { first >= $0 ? true : last < $0 ? false : nil } ?? true
    let isBeforeEnd: Bool? = until.map { last <= $0 ? true : first > $0 ? false : nil } ?? true
    if isAfterStart == false || isBeforeEnd == false { return false }
    guard isAfterStart != nil, isBeforeEnd != nil else { return nil }
    return true
  }
}

extension PartialDate: CustomStringConvertible, FieldValue {
  /// The date as `2025-03-01`, `2025-03` or `2025`.
  public var description: String {
    if let day { return day.description }
    return padded(year, 4) + (month.map { "-" + padded($0, 2) } ?? "")
  }

  /// Reads a stored date.
  public static func read(_ raw: RawJSON, in bytes: Span<UInt8>) -> PartialDate? {
    guard raw.kind == .string, !raw.isEscaped else {
      return raw.string(in: bytes).flatMap { PartialDate($0) }
    }
    return PartialDate(bytes.extracting((raw.start + 1)..<(raw.end - 1)))
  }

  /// The value as it is stored.
  public var json: JSONValue { .string(description) }
}

extension FieldType {
  /// A calendar date, or its month or year where no more is known.
  public static let date: FieldType = {
    let expectation = Phrase(
      en: "a date such as 2025-03-01 (2025-03 or 2025 where the day is not known)",
      zh: "日期，例如 2025-03-01（日期不详时可写 2025-03 或 2025）"
    )
    return FieldType(
      "date",
      expectation: expectation,
      form: .date,
      parse: { text in
        guard let date = PartialDate(typed: text) else {
          return .failure(.shape(expectation, .string(text)))
        }
        return date.isOfRecord ? .success(date.json) : .failure(.tooEarly(text))
      },
      check: { value in
        guard let text = value.string, let date = PartialDate(text) else {
          return .shape(expectation, value)
        }
        return date.isOfRecord ? nil : .tooEarly(text)
      }
    ).seen(as: .day)
  }()
}

extension FieldProblem {
  /// A date before all that is on record.
  fileprivate static func tooEarly(_ text: String) -> FieldProblem {
    let first = PartialDate.firstYear
    return FieldProblem(
      "date-too-early",
      Phrase(
        en: "'\(text)' is too early: dates on record begin with the year \(first)",
        zh: "“\(text)”过早：账本的日期自 \(first) 年起"
      )
    )
  }
}

extension PartialDate {
  /// The first year of which anything is on record.
  fileprivate static let firstYear = 1500

  /// Whether anything on record can have happened then; the year 202 or 25 is what a cut cell leaves of a later one.
  fileprivate var isOfRecord: Bool { year >= Self.firstYear }

  /// Reads a date as people type it: `2025-3-1`, `2025/03/01`, `2025.3.1`, `20250301`, `2025年3月1日`.
  ///
  /// Programs write midnight behind it, `2025-03-01 00:00:00`; another time may be one of another zone's day.
  public init?(typed text: String) {
    // Most stand in this form already.
    if text.utf8.count == 10, let date = PartialDate(text) {
      self = date
      return
    }
    var words = text.split(whereSeparator: \.isWhitespace)
    if words.count > 1, let last = words.last, Self.isMidnight(Folding.key(String(last))) {
      words.removeLast()
    }
    let folded = Folding.key(words.joined(separator: " "))
    let digits = folded.utf8.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 }
    if digits, folded.utf8.count == 8 {
      self.init("\(folded.prefix(4))-\(folded.dropFirst(4).prefix(2))-\(folded.suffix(2))")
      return
    }
    let separators: Set<Character> = ["-", "/", ".", "年", "月", "日", "号"]
    var parts = folded.split(omittingEmptySubsequences: false) { separators.contains($0) }
    if let last = folded.last, "年月日号".contains(last) { parts.removeLast() }
    guard !parts.isEmpty, parts.count <= 3 else { return nil }
    var numbers: [String] = []
    for (index, part) in parts.enumerated() {
      guard part.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 }), let number = Int(part),
        index == 0 ? part.count == 4 : part.count <= 2
      else { return nil }
      numbers.append(padded(number, index == 0 ? 4 : 2))
    }
    self.init(numbers.joined(separator: "-"))
  }

  /// Whether a text is the beginning of a day, as programs write it behind a date.
  private static func isMidnight(_ text: String) -> Bool {
    let whole = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return ["0:00", "00:00", "0:00:00", "00:00:00"].contains(whole[0])
      && (whole.count == 1 || !whole[1].isEmpty && whole[1].allSatisfy { $0 == "0" })
  }
}
