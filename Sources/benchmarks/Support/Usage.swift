import Glibc

/// What this process takes of the machine: memory in bytes, processor time in microseconds.
enum Usage {
  /// What it computed for, on all cores together; a busy machine does not change it much.
  static var processor: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1_000
  }

  /// The most that it ever had in memory, mapped files among it.
  static var peakMemory: Int {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  /// What it has now besides mapped files.
  static var ownMemory: Int { ownMemory(of: "self") }

  /// The same of another process; 0 where it has ended.
  static func ownMemory(of process: String) -> Int {
    guard let file = unsafe fopen("/proc/\(process)/status", "r") else { return 0 }
    defer { unsafe fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while unsafe fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      guard text.hasPrefix("RssAnon:") else { continue }
      return (text.split(separator: " ").compactMap { Int($0) }.first ?? 0) * 1024
    }
    return 0
  }
}
