import Synchronization

/// What is true of a file, found out on another core while the file is written.
final class GrowingExtent: Sendable {
  private let builder: Mutex<Commit.ExtentBuilder>
  /// Hashing so few bytes takes less time than a thread.
  private static let fewBytes = 32 << 10

  /// Starts behind the bytes that are true already.
  init(from start: Int) {
    builder = Mutex(Commit.ExtentBuilder(from: start))
  }

  /// Adds the next bytes while a call is made.
  func append(_ bytes: [UInt8], during call: () throws(StorageError) -> Void)
    throws(StorageError)
  {
    try run(bytes.count, { self.builder.withLock { $0.append(bytes) } }, call)
  }

  /// Adds the last bytes while a call is made, and says what is true.
  func finish(_ bytes: [UInt8], during call: () throws(StorageError) -> Void)
    throws(StorageError) -> Commit.Extent
  {
    try run(
      bytes.count,
      {
        self.builder.withLock { builder in
          builder.append(bytes)
          return builder.finish()
        }
      },
      call
    )
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
