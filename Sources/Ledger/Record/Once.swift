import Synchronization

/// A value that is made when it is first asked for, and then kept.
package final class Once<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)
  private let make: @Sendable () throws -> Value

  /// Creates a value that is not made yet.
  ///
  /// - Parameter make: Makes it.
  package init(_ make: @escaping @Sendable () throws -> Value) {
    self.make = make
  }

  /// The value; making it again is tried after a failure.
  ///
  /// - Returns: The value.
  /// - Throws: What making it throws.
  package func callAsFunction() throws -> Value {
    try kept.withLock { kept in
      if let kept { return kept }
      let value = try make()
      kept = value
      return value
    }
  }
}
