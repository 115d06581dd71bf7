import Bilingual
import Ledger

/// How cells of a style show a number otherwise than by its digits: as a date, or in percent.
enum DateStyle: Sendable {
  case day
  case month
  case year
  case percent

  /// The formats that need no definition, ECMA-376 part 1, 18.8.30, with those of Chinese programs.
  init?(builtIn id: Int) {
    switch id {
    case 14...16, 22, 28...31, 51, 53, 54, 58: self = .day
    case 17, 27, 36, 50, 52, 57: self = .month
    case 9, 10: self = .percent
    default: return nil
    }
  }

  /// Reads a format such as `yyyy"年"m"月"d"日"`; `nil` for one that shows no date.
  init?(format: String) {
    var letters: Set<Character> = []
    var quote = false
    var bracket = false
    var escapes = false
    for character in format.lowercased() {
      if escapes {
        escapes = false
      } else if quote {
        quote = character != "\""
      } else if bracket {
        bracket = character != "]"
      } else if character == "\\" || character == "_" || character == "*" {
        escapes = true
      } else if character == "\"" {
        quote = true
      } else if character == "[" {
        bracket = true
      } else if character == ";" {
        break
      } else {
        letters.insert(character)
      }
    }
    if letters.contains("d") {
      self = .day
    } else if letters.contains("y") {
      self = letters.contains("m") ? .month : .year
    } else if letters.contains("m"), letters.isDisjoint(with: ["h", "s", "g", "0", "#"]) {
      self = .month
    } else if letters.contains("%") {
      self = .percent
    } else {
      return nil
    }
  }
}

/// Numbers of a spreadsheet as text.
enum SheetNumber {
  /// Writes a number as people see it: a date by its style, else at most fifteen digits.
  ///
  /// - Parameters:
  ///   - raw: The number as the file has it.
  ///   - date: How its style shows a date; `nil` where it shows none.
  ///   - countsFrom1904: Whether days count from 1904.
  ///   - place: Where the cell is.
  /// - Returns: The text, and what is wrong with the cell.
  static func text(
    _ raw: String,
    _ date: DateStyle?,
    countsFrom1904: Bool,
    at place: Place
  ) -> (text: String, problem: ExchangeError?) {
    guard !raw.isEmpty else { return ("", nil) }
    guard let number = Decimal(raw) else { return (raw, .notANumber(raw, at: place)) }
    if date == .percent { return (number.hundredfold.text + "%", nil) }
    if let date {
      guard let day = number.whole, let text = Self.date(day, date, countsFrom1904) else {
        return (raw, .notADate(raw, at: place))
      }
      return (text, nil)
    }
    let text = number.text
    guard !number.lostDigits else { return (text, .lostDigits(text, at: place)) }
    return (text, isMonth(text) ? .month(text, at: place) : nil)
  }

  /// Whether a number may have been an October: 2025.1 is left of 2025.10; of no other month a digit is lost.
  private static func isMonth(_ text: String) -> Bool {
    text.hasSuffix(".1") && Int(text.dropLast(2)).map((1900...2200).contains) == true
  }

  /// The date of a day's number; the programs count a 29 February 1900 that never was.
  private static func date(_ number: Int, _ style: DateStyle, _ countsFrom1904: Bool) -> String? {
    guard number >= 0, number < 2_958_466 else { return nil }
    // Days since 1970-01-01: 1899-12-30 is day -25569, 1904-01-01 is day -24107.
    let day: Int
    if countsFrom1904 {
      day = number - 24_107
    } else {
      guard number > 0, number != 60 else { return nil }
      day = number - 25_569 + (number < 60 ? 1 : 0)
    }
    let date = CivilDate(ordinal: day).description
    return switch style {
    case .day: date
    case .month: String(date.dropLast(3))
    case .year: String(date.dropLast(6))
    case .percent: nil
    }
  }

  /// A number rounded to the fifteen digits that a spreadsheet keeps, digit by digit.
  private struct Decimal {
    private var digits: [UInt8]
    /// How many of the digits stand before the point; it may lie outside of them.
    private var point: Int
    private let isNegative: Bool

    /// Reads `-12.5` or `1.25E-3`; `nil` for anything else.
    init?(_ raw: String) {
      var rest = Substring(raw)
      isNegative = rest.hasPrefix("-")
      if isNegative || rest.hasPrefix("+") { rest.removeFirst() }
      let parts = rest.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
      guard (1...2).contains(parts.count), let mantissa = parts.first else { return nil }
      let exponent = parts.count == 2 ? Int(parts[1]) : 0
      let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
      let all = halves.joined().utf8
      guard let exponent, abs(exponent) < 400, halves.count <= 2, !all.isEmpty, all.count < 400,
        all.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 })
      else { return nil }
      digits = all.map { $0 - UInt8(ascii: "0") }
      point = halves[0].utf8.count + exponent
      let zeros = digits.prefix { $0 == 0 }.count
      digits.removeFirst(zeros)
      point -= zeros
      round()
    }

    private mutating func round() {
      if digits.count > 15 {
        let isUp = digits[15] >= 5
        digits.removeLast(digits.count - 15)
        if isUp {
          var index = 14
          while index >= 0, digits[index] == 9 {
            digits[index] = 0
            index -= 1
          }
          if index >= 0 {
            digits[index] += 1
          } else {
            digits.insert(1, at: 0)
            point += 1
          }
        }
      }
      while digits.last == 0 { digits.removeLast() }
    }

    /// Whether it has more digits before the point than a spreadsheet keeps, as a long identifier typed as a number.
    var lostDigits: Bool { !digits.isEmpty && point > 15 }

    /// The part before the point; `nil` for a negative number, or one too large to be a day.
    var whole: Int? {
      guard !isNegative, point < 10 else { return nil }
      return (0..<max(0, point)).reduce(0) { $0 * 10 + ($1 < digits.count ? Int(digits[$1]) : 0) }
    }

    /// A hundred times the number.
    var hundredfold: Decimal {
      var copy = self
      copy.point += 2
      return copy
    }

    /// The number without an exponent.
    var text: String {
      guard !digits.isEmpty else { return "0" }
      func written(_ places: Range<Int>) -> String {
        places.map { digits.indices.contains($0) ? String(digits[$0]) : "0" }.joined()
      }
      let whole = point > 0 ? written(0..<point) : "0"
      let fraction = point < digits.count ? "." + written(point..<digits.count) : ""
      return (isNegative ? "-" : "") + whole + fraction
    }
  }
}

extension ExchangeError {
  fileprivate static func notANumber(_ raw: String, at place: Place) -> ExchangeError {
    ExchangeError(
      .badCell,
      at: place,
      Phrase(en: "'\(raw)' is not a number of a spreadsheet", zh: "“\(raw)”不是电子表格的数字")
    )
  }

  fileprivate static func notADate(_ raw: String, at place: Place) -> ExchangeError {
    ExchangeError(
      .badCell,
      at: place,
      Phrase(
        en: "the cell is shown as a date, but \(raw) is no day of the calendar",
        zh: "单元格按日期显示，但 \(raw) 不是日历上的日期"
      ),
      help: Phrase(en: "write the date as text, such as 2025-03-01", zh: "请以文字填写日期，例如 2025-03-01")
    )
  }

  /// Says that a number is like a month whose last zero it would have lost.
  ///
  /// - Parameters:
  ///   - text: The number.
  ///   - place: Where it stands.
  /// - Returns: The error.
  public static func month(_ text: String, at place: Place) -> ExchangeError {
    ExchangeError(
      .monthNumber,
      at: place,
      Phrase(
        en: "the cell is the number \(text), which both January and October of a year become",
        zh: "单元格是数字 \(text)：输入某年 1 月和 10 月都可能成为这种形式的数字"
      ),
      help: Phrase(
        en: "format the column as text and enter the month again, such as 2025-10",
        zh: "请将该列设为文本格式后重新填写月份，例如 2025-10"
      )
    )
  }

  fileprivate static func lostDigits(_ text: String, at place: Place) -> ExchangeError {
    ExchangeError(
      .badCell,
      at: place,
      Phrase(
        en: "the number \(text) has more than the 15 digits that a spreadsheet keeps",
        zh: "数字 \(text) 超过电子表格保留的 15 位，后面的数字已丢失"
      ),
      help: Phrase(
        en: "format the column as text and enter the identifier again",
        zh: "请将该列设为文本格式后重新填写编号"
      )
    )
  }
}
