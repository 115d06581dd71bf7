/// Makes ids of a date and random letters, never a counter: two branches may both add records.
public struct IDMaker: Sendable {
  private let date: String
  private let random: @Sendable () -> UInt64

  /// Creates a maker.
  ///
  /// - Parameters:
  ///   - date: Today as `20251103`.
  ///   - random: Gives random bits.
  public init(date: String, random: @escaping @Sendable () -> UInt64) {
    self.date = date
    self.random = random
  }

  /// Makes an id.
  ///
  /// - Parameter prefix: What the kind's ids begin with.
  /// - Returns: An id such as `rec-20251103-k7m2qd`.
  public func id(_ prefix: String) -> RecordID {
    var bits = random()
    var letters = ""
    for _ in 0..<6 {
      letters.append(Self.letters[Int(bits % UInt64(Self.letters.count))])
      bits /= UInt64(Self.letters.count)
    }
    return RecordID("\(prefix)-\(date)-\(letters)")
  }

  // Letters and digits that are not mistaken for one another.
  private static let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
}
