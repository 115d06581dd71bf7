import Synchronization

/// A value that is made when it is first asked for, and then kept.
final class Once<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)
  private let make: @Sendable () throws -> Value

  init(_ make: @escaping @Sendable () throws -> Value) {
    self.make = make
  }

  /// The value; making it again is tried after a failure.
  func callAsFunction() throws -> Value {
    try kept.withLock { kept in
      if let kept { return kept }
      let value = try make()
      kept = value
      return value
    }
  }
}

/// Why values could not be made that were asked for where nothing can be thrown.
final class Failures: Sendable {
  private let first = Mutex<(any Error)?>(nil)

  /// The value, or a stand-in whose failure ``check()`` throws.
  func value<Value>(of once: Once<Value>, or standIn: @autoclosure () -> Value) -> Value {
    value(or: standIn()) { try once() }
  }

  /// The value, or a stand-in whose failure ``check()`` throws.
  func value<Value>(or standIn: @autoclosure () -> Value, _ make: () throws -> Value) -> Value {
    do {
      return try make()
    } catch {
      first.withLock { $0 = $0 ?? error }
      return standIn()
    }
  }

  /// Throws the first failure.
  func check() throws {
    if let error = first.withLock({ $0 }) { throw error }
  }
}
