import Glibc
import Synchronization

/// Runs a piece of work once for each part of a whole, on all cores.
enum Workers {
  /// How many parts are worth while.
  static var cores: Int { min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private final class Job: Sendable {
    let body: @Sendable (Int) -> Void
    let index: Int

    init(_ index: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.index = index
      self.body = body
    }
  }

  /// Runs a piece of work for every index and returns when all are done.
  ///
  /// - Parameters:
  ///   - count: How many indices there are.
  ///   - body: The work; it is called once for each index, on several threads at once.
  /// - Returns: The results in the order of the indices.
  static func map<Result: Sendable>(
    _ count: Int,
    _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 1 else { return (0..<count).map(body) }
    let results = Box<[Result?]>(Array(repeating: nil, count: count))
    let store: @Sendable (Int) -> Void = { index in
      let result = body(index)
      results.value.withLock { $0[index] = result }
    }
    var threads: [pthread_t] = []
    for index in 1..<count {
      var thread = pthread_t()
      let job = unsafe Unmanaged.passRetained(Job(index, store))
      // The thread takes the job over; without a thread it is done here.
      let code = unsafe pthread_create(
        &thread,
        nil,
        { argument in
          guard let argument = unsafe argument else { return nil }
          let job = unsafe Unmanaged<Job>.fromOpaque(argument).takeRetainedValue()
          job.body(job.index)
          return nil
        },
        job.toOpaque()
      )
      if code == 0 {
        threads.append(thread)
      } else {
        let job = unsafe job.takeRetainedValue()
        job.body(job.index)
      }
    }
    store(0)
    for thread in threads { pthread_join(thread, nil) }
    return results.value.withLock { $0.compactMap(\.self) }
  }

  /// Runs a piece of work for each of as many parts of some elements as there are cores.
  ///
  /// - Parameters:
  ///   - elements: The elements.
  ///   - few: Up to so many of them a thread costs more than it saves.
  ///   - body: The work; it is called on several threads at once.
  /// - Returns: The results in the order of the elements.
  static func mapParts<Element: Sendable, Result: Sendable>(
    of elements: [Element],
    ifMoreThan few: Int,
    _ body: @escaping @Sendable (ArraySlice<Element>) -> Result
  ) -> [Result] {
    let parts = elements.count > few ? cores : 1
    return map(parts) { part in
      body(elements[elements.count * part / parts..<elements.count * (part + 1) / parts])
    }
  }

  private final class Box<Value: Sendable>: Sendable {
    let value: Mutex<Value>

    init(_ value: Value) {
      self.value = Mutex(value)
    }
  }
}
