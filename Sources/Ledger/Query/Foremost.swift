/// Chooses those of many places that come first by a key, and those that are equal to the last of them.
///
/// It holds about twice as many keys as are wanted, however many places it is offered.
struct Foremost<Key: Comparable & Sendable>: Sendable {
  /// How many are wanted, at least one.
  private let count: Int
  /// The key of the last that is wanted, of those so far; `nil` while there were few.
  private var limit: Key?
  private var before: [(key: Key, place: Int32)] = []
  private var tied: [Int32] = []

  init(_ count: Int) {
    self.count = count
  }

  /// Takes a place whose key is compared before it is made.
  ///
  /// - Parameters:
  ///   - place: The place; equal ones come in their order.
  ///   - order: Compares its key with another: negative, zero or positive.
  ///   - key: Makes its key.
  @inline(__always)
  mutating func add(_ place: Int, _ order: (Key) -> Int, _ key: () -> Key) {
    if let limit {
      let order = order(limit)
      guard order <= 0 else { return }
      guard order < 0 else { return tied.append(Int32(place)) }
    }
    before.append((key(), Int32(place)))
    if before.count / 2 >= count { settle() }
  }

  /// Takes a place with its key.
  @inline(__always)
  mutating func add(_ place: Int, _ key: Key) {
    add(place, { key < $0 ? -1 : key == $0 ? 0 : 1 }, { key })
  }

  /// Takes what was chosen of later places.
  mutating func add(_ other: Self) {
    for (key, place) in other.before { add(Int(place), key) }
    guard let limit = other.limit else { return }
    for place in other.tied { add(Int(place), limit) }
  }

  /// How many keys are held.
  var held: Int { before.count }

  /// Gives up those that are too many.
  private mutating func settle() {
    guard before.count >= count else { return }
    before.sort { $0.key < $1.key }
    let last = before[count - 1].key
    tied = before.filter { $0.key == last }.map(\.place)
    before.removeAll { $0.key >= last }
    limit = last
  }

  /// What was chosen: fewer than are wanted that surely come first, in the order of their places, and those that are equal
  /// behind them; none where all that were offered are fewer than are wanted.
  consuming func finish() -> (first: [Int32], tied: [Int32]) {
    settle()
    return (before.map(\.place).sorted(), tied.sorted())
  }
}
