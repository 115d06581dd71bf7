import Glibc
import Ledger

/// A process of this program that was started and can be killed.
struct Process {
  private let number: pid_t
  private let output: String

  /// Starts this program with other words; what it prints goes to a file.
  init(_ words: [String], output: String) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(
      &actions,
      1,
      output,
      O_WRONLY | O_CREAT | O_TRUNC,
      0o600
    )
    var arguments = unsafe (["crashes"] + words).map { unsafe strdup($0) } + [nil]
    defer { while unsafe !arguments.isEmpty { unsafe free(arguments.removeLast()) } }
    var number: pid_t = 0
    let code = unsafe posix_spawn(&number, "/proc/self/exe", &actions, nil, &arguments, environ)
    guard code == 0 else { throw Broken(description: "cannot start a process: error \(code)") }
    self.number = number
    self.output = output
  }

  /// Ends it, whatever it is doing.
  func kill() {
    Glibc.kill(number, SIGKILL)
  }

  /// Waits for its end; whether it ended by itself and well.
  func wait() -> Bool {
    var status: Int32 = 0
    while unsafe waitpid(number, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }

  /// Whether it runs still.
  var isRunning: Bool {
    // What it would say of an end is not looked at: the process stays to be waited for.
    var information = unsafe siginfo_t()
    let code = unsafe waitid(P_PID, id_t(number), &information, WEXITED | WNOHANG | WNOWAIT)
    return unsafe code == 0 && information.si_signo == 0
  }

  /// How many whole lines it has printed.
  func lines() throws -> Int {
    let name = output.split(separator: "/").last.map(String.init) ?? ""
    let folder = String(output.dropLast(name.count + 1))
    guard let bytes = try PosixStorage(folder).read(name) else { return 0 }
    return bytes.withSpan { span in span.indices.count { span[$0] == 0x0A } }
  }
}

/// A directory that goes when the work is done.
enum Workplace {
  static func with<Result>(_ body: (String) throws -> Result) throws -> Result {
    let place = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(place)/crashes-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw Broken(description: "cannot make a directory in \(place)")
    }
    let directory = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)),
      as: UTF8.self
    )
    defer { remove(directory) }
    return try body(directory)
  }

  static func remove(_ path: String) {
    guard unsafe unlink(path) != 0 else { return }
    for name in (try? PosixStorage(path).names(in: "")) ?? [] { remove(path + "/" + name) }
    unsafe rmdir(path)
  }
}
