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

  /// Gives the memory of bytes back that are not about to be read, where that is possible; they can be read again.
  func giveBack(_ range: Range<Int>)
}

extension FileBytes {
  /// Keeps the memory.
  package func giveBack(_: Range<Int>) {}

  /// Hands out the bytes a piece at a time, so that no more of a large file need be in memory.
  ///
  /// - Parameter read: Reads a piece, and says how many of its bytes it is done with: the next piece begins behind them.
  ///   Whoever is done with none sees no more.
  /// - Throws: What reading throws.
  func readPieces<Failure: Error>(
    _ read: (_ piece: Span<UInt8>, _ isLast: Bool) throws(Failure) -> Int
  ) throws(Failure) {
    var start = 0
    while start < count {
      let end = min(start + 1 << 20, count)
      let done = try withSpan { (bytes) throws(Failure) in
        try read(bytes.extracting(start..<end), end == count)
      }
      giveBack(start..<start + done)
      guard done > 0 else { return }
      start += done
    }
  }

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
