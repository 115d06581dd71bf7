import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct NoIncidentTests {
  private func outcome(
    _ incident: String,
    _ arguments: String,
    awarded: String = "2025-05-10"
  ) throws -> Claim {
    let sample = try Sample(
      Sample.title("r", "nat", awarded)
        + #"{"kind":"incident","id":"i1","enterprise":"e1",\#(incident)}"# + "\n",
      clauses: [
        Sample.nat, #"{"number":"v","operation":"noIncident","arguments":{\#(arguments)}}"#,
      ]
    )
    return try sample.round().claim("nat", "r")
  }

  @Test(arguments: [
    ("2023-05-09", Outcome.eligible), ("2023-05-10", .notEligible), ("2023-05-11", .notEligible),
    ("2025-05-09", .notEligible), ("2025-05-10", .notEligible), ("2025-05-11", .eligible),
    ("2023-05", .unknown), ("2023-04", .eligible), ("2023-06", .notEligible),
    ("2024", .notEligible), ("2023", .unknown),
  ])
  func `two years back from the fact's day`(date: String, expected: Outcome) throws {
    let incident = #""date":"\#(date)","category":"safety","severity":"grave""#
    #expect(try outcome(incident, #""years":2"#).outcome == expected)
  }

  @Test(arguments: [
    ("1949-10-01", Outcome.notEligible), ("2025-05-10", .notEligible), ("2025-05-11", .eligible),
    ("2025-05", .unknown), ("2024", .notEligible),
  ])
  func `without a period all the time before is looked at`(date: String, expected: Outcome) throws {
    let incident = #""date":"\#(date)","category":"safety","severity":"grave""#
    let claim = try outcome(incident, #""categories":["safety","tax"]"#)
    #expect(claim.outcome == expected)
    guard expected == .notEligible else { return }
    let told = try claim.step("v").reason.en
    #expect(told == "incident of \(date) (work safety) lies before 2025-05-10")
  }

  @Test(arguments: [
    ("2024-12-30", Outcome.eligible), ("2024-12-31", .notEligible), ("2025-12-31", .notEligible),
    ("2026-01-01", .eligible),
  ])
  func `twelve months back from the window's end`(date: String, expected: Outcome) throws {
    let incident = #""date":"\#(date)","category":"tax""#
    #expect(try outcome(incident, #""months":12,"before":"window""#).outcome == expected)
  }

  @Test(arguments: [
    ("2024-08-30", "2025-02-28", Outcome.notEligible), ("2024-08-27", "2025-02-28", .eligible),
    ("2024-08-28", "2025-02-28", .notEligible), ("2024-02-29", "2025-08-31", .eligible),
    ("2025-02-28", "2025-08-31", .notEligible), ("2025-02-27", "2025-08-31", .eligible),
  ])
  func `a month that is shorter ends on its last day`(
    date: String,
    awarded: String,
    expected: Outcome
  ) throws {
    let incident = #""date":"\#(date)","category":"tax""#
    #expect(try outcome(incident, #""months":6"#, awarded: awarded).outcome == expected)
  }

  @Test(arguments: [
    (#""severity":"minor","category":"safety""#, Outcome.eligible),
    (#""severity":"serious","category":"safety""#, .notEligible),
    (#""severity":"grave","category":"safety""#, .notEligible),
    (#""category":"safety""#, .unknown),
    (#""severity":"grave","category":"labour""#, .eligible),
  ])
  func `severity and category decide what counts`(fields: String, expected: Outcome) throws {
    let claim = try outcome(
      #""date":"2025-01-01",\#(fields)"#,
      #""years":2,"severity":"serious","categories":["safety","quality"]"#
    )
    #expect(claim.outcome == expected)
  }

  @Test(arguments: [
    ("2025-05-09", Outcome.eligible), ("2025-05-10", .eligible), ("2025-05-11", .notEligible),
  ])
  func `restored credit counts no longer`(resolved: String, expected: Outcome) throws {
    let incident = #""date":"2025-01-01","category":"dishonesty","resolvedOn":"\#(resolved)""#
    #expect(try outcome(incident, #""years":2"#).outcome == expected)
  }

  @Test func `a title of which only the month is known waits for its day where that matters`()
    throws
  {
    let claim = try outcome(
      #""date":"2023-05-10","category":"safety""#,
      #""years":2"#,
      awarded: "2025-05"
    )
    #expect(claim.outcome == .unknown)
    #expect(claim.missing.map(\.field) == ["awarded"])
    let clear = try outcome(
      #""date":"2024-01-10","category":"safety""#,
      #""years":2"#,
      awarded: "2025-05"
    )
    #expect(clear.outcome == .notEligible)
  }
}
