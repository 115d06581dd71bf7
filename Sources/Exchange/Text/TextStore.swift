/// Keeps text that is converted, in its order.
package protocol TextStore {
  /// Takes the next piece.
  mutating func append(_ text: [UInt8])

  /// Returns what was taken.
  mutating func finish() -> any FileBytes
}

/// Keeps text in memory.
package struct MemoryStore: TextStore {
  private var text: [UInt8] = []

  /// Starts with nothing.
  package init() {}

  /// Takes the next piece.
  package mutating func append(_ text: [UInt8]) { self.text += text }

  /// Returns what was taken.
  package mutating func finish() -> any FileBytes { text }
}
