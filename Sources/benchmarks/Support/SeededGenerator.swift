/// SplitMix64: the same seed gives the same ledger on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns a number below a bound; the bound is far below 2^32, so the bias does not matter.
  mutating func below(_ bound: Int) -> Int {
    Int(((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// Returns a value, each as often as its weight says.
  mutating func pick<Value>(_ weighted: [(value: Value, weight: Int)]) -> Value {
    var rest = below(weighted.reduce(0) { $0 + $1.weight })
    for (value, weight) in weighted {
      if rest < weight { return value }
      rest -= weight
    }
    return weighted[0].value
  }
}
