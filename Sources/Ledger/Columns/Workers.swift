import Glibc
import Synchronization

/// Runs a piece of work once for each part of a whole, on all cores.
package enum Workers {
  /// How many parts are worth while.
  static let cores = min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  private final class Job: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  /// Runs a piece of work for every index and returns when all are done.
  ///
  /// - Parameters:
  ///   - count: How many indices there are.
  ///   - body: The work; it is called once for each index, on several threads at once.
  /// - Returns: The results in the order of the indices.
  package static func map<Result: Sendable>(
    _ count: Int,
    _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 1 else { return (0..<count).map(body) }
    return map(count, on: min(cores, count), body) {}.results
  }

  /// Runs a piece of work on another core while this one does another.
  ///
  /// - Parameters:
  ///   - first: The work for another core.
  ///   - second: The work for this one.
  /// - Returns: The results of both.
  package static func beside<First: Sendable, Second>(
    _ first: @escaping @Sendable () -> First,
    _ second: () -> Second
  ) -> (First, Second) {
    let later = Later(first)
    let other = second()
    return (later.value(), other)
  }

  /// A piece of work on another core, whose result is asked for later.
  package final class Later<Value: Sendable> {
    private let result = Box<Value?>(nil)
    private var thread: pthread_t?

    /// Starts the work.
    ///
    /// - Parameter work: The work.
    package init(_ work: @escaping @Sendable () -> Value) {
      let result = result
      thread = Workers.start(
        Job {
          let value = work()
          result.value.withLock { $0 = value }
        }
      )
    }

    deinit { wait() }

    /// Waits for the result.
    ///
    /// - Returns: The result.
    package func value() -> Value {
      wait()
      guard let value = result.value.withLock({ $0 }) else {
        preconditionFailure("a job that ended left no result")
      }
      return value
    }

    private func wait() {
      if let thread { pthread_join(thread, nil) }
      thread = nil
    }
  }

  /// Runs a piece of work for every index on all cores, of which this one does something else first.
  ///
  /// - Parameters:
  ///   - count: How many indices there are.
  ///   - body: The work; it is called once for each index, on several threads at once.
  ///   - first: What is done here before.
  /// - Returns: The results in the order of the indices, and that of what was done first.
  package static func map<Result: Sendable, First>(
    _ count: Int,
    _ body: @escaping @Sendable (Int) -> Result,
    after first: () -> First
  ) -> (results: [Result], first: First) {
    map(count, on: max(1, min(cores, count + 1)), body, after: first)
  }

  private static func map<Result: Sendable, First>(
    _ count: Int,
    on threads: Int,
    _ body: @escaping @Sendable (Int) -> Result,
    after first: () -> First
  ) -> (results: [Result], first: First) {
    let results = Box<[Result?]>(Array(repeating: nil, count: count))
    let next = Box(0)
    let work: @Sendable () -> Void = {
      while true {
        let index = next.value.withLock { next in
          defer { next += 1 }
          return next
        }
        guard index < count else { return }
        let result = body(index)
        results.value.withLock { $0[index] = result }
      }
    }
    let threads = (1..<threads).compactMap { _ in start(Job(work)) }
    let done = first()
    work()
    for thread in threads { pthread_join(thread, nil) }
    return (results.value.withLock { $0.compactMap(\.self) }, done)
  }

  /// Starts a thread for a job; without a thread it is done here.
  private static func start(_ job: Job) -> pthread_t? {
    var thread = pthread_t()
    let job = unsafe Unmanaged.passRetained(job)
    // The thread takes the job over.
    let code = unsafe pthread_create(
      &thread,
      nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        let job = unsafe Unmanaged<Job>.fromOpaque(argument).takeRetainedValue()
        job.body()
        return nil
      },
      job.toOpaque()
    )
    guard code != 0 else { return thread }
    let left = unsafe job.takeRetainedValue()
    left.body()
    return nil
  }

  /// Runs a piece of work for each of as many parts of some elements as there are cores.
  ///
  /// - Parameters:
  ///   - elements: The elements.
  ///   - few: Up to so many of them a thread costs more than it saves.
  ///   - body: The work; it is called on several threads at once.
  /// - Returns: The results in the order of the elements.
  package static func mapParts<Element: Sendable, Result: Sendable>(
    of elements: [Element],
    ifMoreThan few: Int,
    _ body: @escaping @Sendable (ArraySlice<Element>) -> Result
  ) -> [Result] {
    mapRanges(of: elements.count, ifMoreThan: few) { body(elements[$0]) }
  }

  /// Runs a piece of work for each of as many parts of a number of places as there are cores.
  ///
  /// - Parameters:
  ///   - count: How many places there are.
  ///   - few: Up to so many of them a thread costs more than it saves.
  ///   - body: The work; it is called on several threads at once.
  /// - Returns: The results in the order of the places.
  package static func mapRanges<Result: Sendable>(
    of count: Int,
    ifMoreThan few: Int,
    _ body: @escaping @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let parts = count > few ? cores : 1
    return map(parts) { part in body(count * part / parts..<count * (part + 1) / parts) }
  }

  private final class Box<Value: Sendable>: Sendable {
    let value: Mutex<Value>

    init(_ value: Value) {
      self.value = Mutex(value)
    }
  }
}
