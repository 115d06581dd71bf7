/// A moment with the offset of the clock that told it.
public struct Timestamp: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64
  /// The clock's offset from UTC in minutes.
  public let offset: Int

  /// Creates a moment.
  ///
  /// - Parameters:
  ///   - seconds: Seconds since 1970-01-01T00:00:00Z.
  ///   - offset: The clock's offset from UTC in minutes.
  public init(seconds: Int64, offset: Int) {
    self.seconds = seconds
    self.offset = offset
  }

  /// The day on that clock, as days since 1970-01-01.
  public var day: Int {
    let local = seconds + Int64(offset) * 60
    return Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }
}

extension Timestamp: Comparable {
  /// Orders by the moment, whatever the clocks.
  public static func < (a: Timestamp, b: Timestamp) -> Bool {
    a.seconds < b.seconds
  }
}

extension Timestamp: CustomStringConvertible {
  /// The moment as `2025-11-03T09:30:00+08:00`.
  public var description: String {
    let date = CivilDate(ordinal: day)
    let local = seconds + Int64(offset) * 60
    let second = Int(local - Int64(day) * 86_400)
    let sign = offset < 0 ? "-" : "+"
    return "\(date)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
      + "\(sign)\(two(abs(offset) / 60)):\(two(abs(offset) % 60))"
  }

  /// Reads `2025-11-03T09:30:00+08:00` or `…Z`; `nil` for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 25, bytes[10] == UInt8(ascii: "T"),
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]),
      let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]),
      let date = CivilDate(year: year, month: month, day: day), hour < 24, minute < 60, second < 60
    else { return nil }
    var offset = 0
    if bytes.count == 25 {
      guard bytes[22] == UInt8(ascii: ":"), let hours = number(bytes[20..<22]),
        let minutes = number(bytes[23..<25]), hours < 24, minutes < 60
      else { return nil }
      let isWest = bytes[19] == UInt8(ascii: "-")
      guard isWest || bytes[19] == UInt8(ascii: "+") else { return nil }
      offset = (hours * 60 + minutes) * (isWest ? -1 : 1)
    } else if bytes[19] != UInt8(ascii: "Z") {
      return nil
    }
    let local = Int64(date.ordinal) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(seconds: local - Int64(offset) * 60, offset: offset)
  }

  /// Returns the last second of a day, on a clock with an offset.
  ///
  /// - Parameters:
  ///   - date: The day as `2025-11-03`.
  ///   - offset: The clock's offset from UTC in minutes.
  public init?(endOf date: String, offset: Int) {
    let clock = Timestamp(seconds: 0, offset: offset).description.suffix(6)
    self.init("\(date)T23:59:59\(clock)")
  }
}

func two(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}

private func number(_ digits: ArraySlice<UInt8>) -> Int? {
  var value = 0
  for digit in digits {
    guard digit &- UInt8(ascii: "0") <= 9 else { return nil }
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return value
}
