import Awards
import Foundation
import JSONLines
import Ledger
import Testing

struct DifferentialTests {
  /// How many cases each seed makes; more where `AWARD_CASES` says so.
  static let cases = ProcessInfo.processInfo.environment["AWARD_CASES"].flatMap { Int($0) } ?? 130

  @Test(arguments: 0..<16)
  func `two engines agree on random ledgers and policies`(seed: Int) throws {
    var generator = CaseGenerator(seed: UInt64(seed))
    for number in 0..<Self.cases {
      let trial = generator.next()
      guard try trial.disagreement() != nil else { continue }
      let smallest = trial.shrunk { smaller in
        (try? smaller.disagreement()) ?? nil != nil
      }
      Issue.record("seed \(seed), case \(number)\n\(try smallest.report())")
      return
    }
  }
}
