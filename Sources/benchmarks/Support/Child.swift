import Glibc

/// A process that was run to its end.
struct Child {
  /// From the call that starts it to its end.
  let wall: Duration
  /// The most memory that it had, in bytes.
  let peak: Int
  /// The most memory of its own, mapped files aside; looked at every few milliseconds.
  let peakOwn: Int
  /// What it printed.
  let output: String

  /// Runs a program and waits for it.
  ///
  /// - Parameters:
  ///   - words: The program's path and its arguments.
  ///   - directory: Where it may write what it prints.
  ///   - isWatched: Whether its memory is looked at while it runs.
  /// - Throws: ``Failure`` where it cannot be started or ends with another code than 0.
  init(_ words: [String], in directory: String, isWatched: Bool = false) throws {
    let file = directory + "/output"
    let messages = directory + "/messages"
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    unsafe posix_spawn_file_actions_addopen(
      &actions,
      2,
      messages,
      O_WRONLY | O_CREAT | O_TRUNC,
      0o600
    )
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { while unsafe !arguments.isEmpty { unsafe free(arguments.removeLast()) } }
    var process: pid_t = 0
    let start = ContinuousClock.now
    guard unsafe posix_spawn(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
      throw Failure(description: "cannot start \(words[0])")
    }
    var status: Int32 = 0
    var usage = rusage()
    var own = 0
    if isWatched {
      while unsafe wait4(process, &status, WNOHANG, &usage) == 0 {
        own = max(own, Usage.ownMemory(of: "\(process)"))
        usleep(2_000)
      }
    } else {
      while unsafe wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    }
    peakOwn = own
    wall = ContinuousClock.now - start
    peak = usage.ru_maxrss * 1024
    output = String(decoding: try Files.read(file), as: UTF8.self)
    guard status == 0 else {
      let said = String(decoding: (try? Files.read(messages)) ?? [], as: UTF8.self)
      throw Failure(description: "\(words.joined(separator: " ")) failed: \(output)\(said)")
    }
  }

  /// The figures that it printed, one `name number` a line.
  var figures: [String: Int] {
    var figures: [String: Int] = [:]
    for line in output.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let number = Int(words[1]) { figures[String(words[0])] = number }
    }
    return figures
  }
}

/// What ends a benchmark.
struct Failure: Error, CustomStringConvertible {
  let description: String
}
