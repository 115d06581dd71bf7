/// Counts of persons that are too small to be published, and those that would give them away.
///
/// A count of one to four says too much about somebody. Where the total is published, a hidden count
/// could be found by taking the others away: so at least two counts are hidden, and together they
/// are no smaller than the least count that may be told (as statistical offices do).
public enum SmallNumbers {
  /// The least count that is told; none at all is told too.
  public static let least = 5

  /// Returns a single count; `nil` where it is too small.
  public static func told(_ count: Int) -> Int? {
    (1..<least).contains(count) ? nil : count
  }

  /// Returns counts that make up one total, `nil` in the place of what is hidden.
  ///
  /// - Parameter counts: The counts; their sum is published as ``told(_:)`` says.
  /// - Returns: As many values, in the same order.
  public static func told(_ counts: [Int]) -> [Int?] {
    var told = counts.map { count -> Int? in Self.told(count) }
    guard told.contains(nil) else { return told }
    func isEnough() -> Bool {
      let hidden = zip(counts, told).filter { $0.1 == nil }.map(\.0)
      return hidden.count > 1 && hidden.reduce(0, +) >= least
    }
    while !isEnough() {
      let next = counts.indices.filter { told[$0] != nil && counts[$0] > 0 }
        .min { (counts[$0], $0) < (counts[$1], $1) }
      guard let next else { break }
      told[next] = nil
    }
    return told
  }
}
