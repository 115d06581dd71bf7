import Glibc
import Ledger
import Portfolio

/// What the program is given from outside, as values: nothing else is asked of the machine.
struct World: Sendable {
  /// The variables that the program reads.
  let environment: [String: String]
  /// The moment at which the program was started.
  let now: Timestamp
  /// The number of the account.
  let account: UInt32
  /// The streams.
  let console: Console
  /// Random bits for new ids.
  let random: @Sendable () -> UInt64
  /// Milliseconds since some moment, for what takes long.
  let milliseconds: @Sendable () -> Int64

  /// Today on the clock of this machine.
  var today: Day { Day(ordinal: now.day) }

  /// Returns the world of this process.
  static func process() -> World {
    let names = [
      "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "COLUMNS", "USER", "LOGNAME",
      "BRANDLEDGER_DIR", "HOME", "XDG_CACHE_HOME", "BRANDLEDGER_USER", "SOURCE_DATE_EPOCH",
    ]
    var environment: [String: String] = [:]
    for name in names {
      // The C string belongs to the environment, which this program does not change.
      if let value = unsafe getenv(name) { environment[name] = unsafe String(cString: value) }
    }
    return World(
      environment: environment,
      now: clock(environment["SOURCE_DATE_EPOCH"]),
      account: getuid(),
      console: Console(width: environment["COLUMNS"].flatMap { Int($0) }),
      random: { UInt64.random(in: .min ... .max) },
      milliseconds: {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
      }
    )
  }

  /// The clock; `SOURCE_DATE_EPOCH` stands still for runs that must give the same bytes again.
  private static func clock(_ fixed: String?) -> Timestamp {
    var seconds = fixed.flatMap { Int($0) } ?? time(nil)
    var local = unsafe tm()
    unsafe localtime_r(&seconds, &local)
    let offset = unsafe local.tm_gmtoff
    return Timestamp(seconds: Int64(seconds), offset: offset / 60)
  }
}
