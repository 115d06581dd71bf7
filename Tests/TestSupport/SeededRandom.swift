/// Numbers that look like chance and are the same in every run for the same seed: SplitMix64.
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Begins a row of numbers.
  ///
  /// - Parameter seed: What names the row, so that a failure can be run again.
  public init(_ seed: some BinaryInteger) { state = UInt64(truncatingIfNeeded: seed) }

  /// Returns the next number.
  ///
  /// - Returns: Any number, each as likely as the others.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns a number below a bound.
  ///
  /// - Parameter bound: The bound, 1 at least.
  /// - Returns: 0 to the bound less one.
  public mutating func roll(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Returns one of some values.
  ///
  /// - Parameter values: One at least.
  /// - Returns: One of them, each as likely as the others.
  public mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }
}
