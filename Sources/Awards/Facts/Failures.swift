import Ledger
import Synchronization

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
