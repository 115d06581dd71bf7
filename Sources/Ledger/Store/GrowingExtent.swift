import Synchronization

/// What is true of a file to which bytes are appended, found out on another core while they are written.
final class GrowingExtent: Sendable {
  private let builder = Mutex(Commit.ExtentBuilder())
  /// Hashing so few bytes takes less time than a thread.
  private static let fewBytes = 32 << 10

  /// Adds the next bytes while a call is made.
  func append(_ bytes: [UInt8], during call: () throws(StorageError) -> Void)
    throws(StorageError)
  {
    try run(bytes.count, { self.builder.withLock { $0.append(bytes) } }, call)
  }

  /// Says what is true with the last bytes while a call is made.
  ///
  /// - Parameters:
  ///   - bytes: The last bytes.
  ///   - start: How many were true before all that were added.
  ///   - call: The call.
  /// - Returns: What is true.
  /// - Throws: What the call throws.
  func finish(_ bytes: [UInt8], behind start: Int, during call: () throws(StorageError) -> Void)
    throws(StorageError) -> Commit.Extent
  {
    let finish: @Sendable () -> Commit.Extent = {
      self.builder.withLock { builder in
        builder.append(bytes)
        return builder.finish(behind: start)
      }
    }
    return try run(bytes.count, finish, call)
  }

  private func run<Value: Sendable>(
    _ count: Int,
    _ hashing: @escaping @Sendable () -> Value,
    _ call: () throws(StorageError) -> Void
  ) throws(StorageError) -> Value {
    guard count > Self.fewBytes else {
      try call()
      return hashing()
    }
    let (value, outcome) = Workers.beside(hashing) { () -> StorageError? in
      do throws(StorageError) {
        try call()
        return nil
      } catch {
        return error
      }
    }
    if let outcome { throw outcome }
    return value
  }
}
