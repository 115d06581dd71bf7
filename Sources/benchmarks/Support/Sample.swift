/// Values measured in several rounds.
struct Sample {
  private(set) var values: [Int] = []

  mutating func add(_ value: Int) {
    values.append(value)
  }

  /// The middle value, the lower one of two.
  var median: Int {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[(sorted.count - 1) / 2]
  }
}

extension Duration {
  /// Whole microseconds.
  var microseconds: Int {
    Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
  }
}

/// Figures as a table shows them.
enum Figure {
  /// Microseconds as seconds, or as milliseconds where there are few.
  static func time(_ microseconds: Int) -> String {
    microseconds < 100_000
      ? "\(decimal(microseconds, per: 1_000, digits: 1)) ms"
      : "\(decimal(microseconds, per: 1_000_000, digits: 2)) s"
  }

  static func megabytes(_ bytes: Int) -> String {
    "\(decimal(bytes, per: 1_000_000, digits: 0)) MB"
  }

  /// How often one goes into another.
  static func ratio(_ a: Int, _ b: Int) -> String {
    b == 0 ? "–" : decimal(a, per: b, digits: 2)
  }

  private static func decimal(_ value: Int, per unit: Int, digits: Int) -> String {
    let scale = digits == 0 ? 1 : digits == 1 ? 10 : 100
    let rounded = (value * scale + unit / 2) / unit
    guard digits > 0 else { return String(rounded) }
    let fraction = String(rounded % scale)
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(rounded / scale).\(zeros)\(fraction)"
  }
}
