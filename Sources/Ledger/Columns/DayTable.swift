/// The codes of days of some years, found by what is written without a search: `"2008-05-31"`.
@safe struct DayTable: ~Copyable {
  // The code of each day, 0 where it has none: 512 places a year.
  private let codes: Zeroed<UInt32>
  /// Whether there is such a place for every day.
  let isUsed: Bool

  private static var years: Range<Int> { 1950..<2078 }

  /// Makes the table; a few lines are not worth its memory.
  init(lines: Int) {
    isUsed = lines >= 1024
    codes = Zeroed(isUsed ? Self.years.count << 9 : 0)
  }

  /// How many bytes such a text has.
  static var length: Int { 12 }

  /// The place of a day; `nil` for other texts.
  ///
  /// - Parameter text: A text of twelve bytes.
  /// - Returns: The place.
  @inline(__always)
  static func place(_ text: ShortText) -> Int? {
    // Each digit becomes its value, every other byte zero.
    let first = text.words.0 ^ 0x30_30_2D_30_30_30_30_22
    let second = text.words.1 ^ 0x22_30_30_2D
    // A digit above 9, and any other byte above 0, reaches the highest bit.
    let over =
      (first &+ 0x76_76_7F_76_76_76_76_7F) | first
      | (second &+ 0x7F_76_76_7F) | second
    guard over & 0x8080_8080_8080_8080 == 0 else { return nil }
    return place(first >> 8, second >> 8)
  }

  @inline(__always)
  private static func place(_ first: UInt64, _ second: UInt64) -> Int? {
    // Tens and ones, side by side in bytes.
    let pairs = first &* 10 &+ first >> 8
    let day = (second &* 10 &+ second >> 8) & 0xFF
    let month = pairs >> 40 & 0xFF
    let year = (pairs & 0xFF) &* 100 &+ (pairs >> 16 & 0xFF) &- UInt64(years.lowerBound)
    guard year < UInt64(years.count), month < 16, day < 32 else { return nil }
    return Int(truncatingIfNeeded: year << 9 | month << 5 | day)
  }

  /// The code of a place; 0 where it has none.
  @inline(__always)
  func code(_ place: Int) -> UInt32 {
    precondition(place >= 0 && place < codes.count)
    return unsafe codes.start[place]
  }

  /// Sets the code of a place.
  func set(_ place: Int, _ code: UInt32) {
    precondition(place >= 0 && place < codes.count)
    unsafe codes.start[place] = code
  }
}
