import JSONLines

/// The bytes of a foreign file, which stay as they are while it is read: in memory, or in a file that is mapped.
package protocol FileBytes: Sendable {
  /// How many they are.
  var count: Int { get }

  /// Lends the bytes.
  ///
  /// - Parameter body: Reads them; it must not keep the span.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws.
  func withSpan<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result)
    throws(Failure) -> Result
}

extension FileBytes {
  /// A copy of some of the bytes.
  func copy(_ range: Range<Int>) -> [UInt8] {
    withSpan { $0.extracting(range).copied }
  }
}

extension [UInt8]: FileBytes {
  /// Lends the bytes.
  package func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(span)
  }
}
