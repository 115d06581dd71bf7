import Awards
import JSONLines
import Ledger
import Portfolio
import Testing

/// The objection days that clauses set, kind by kind.
struct PublicationDaysTests {
  private func publication(_ number: String, _ arguments: String, for clause: String?) -> String {
    let governed = clause.map { #","for":["\#($0)"]"# } ?? ""
    return
      #"{"number":"\#(number)","operation":"publication","arguments":{\#(arguments)}\#(governed)}"#
  }

  private func lastDay(
    _ award: RecordID,
    _ clauses: [String],
    procedure: String = "",
    days: Int? = nil
  ) throws -> Day? {
    var office = try Office(clauses: [Sample.nat, Sample.prov] + clauses, procedure: procedure)
    try office.act(award) { try $0.publish($1, Entry.on("2025-02-07", by: "p"), days: days) }
    return try office.life(award).objectionsUntil
  }

  /// Friday 2025-02-07; Saturday the 8th is worked, Sunday is not.
  @Test(arguments: [
    (#""days":1"#, "2025-02-08"), (#""days":2"#, "2025-02-10"), (#""days":5"#, "2025-02-13"),
    (#""days":5,"count":"working""#, "2025-02-13"), (#""days":7,"count":"calendar""#, "2025-02-14"),
    // An end on a day off moves to the next working day.
    (#""days":2,"count":"calendar""#, "2025-02-10"),
  ])
  func `objections are taken for the days that the clause gives`(arguments: String, last: String)
    throws
  {
    #expect(try lastDay("awd-0", [publication("g", arguments, for: nil)]) == day(last))
  }

  @Test func `each kind has its own days; what no clause names has the policy's`() throws {
    let clauses = [publication("g", #""days":2"#, for: "nat")]
    let procedure = #","procedure":{"objectionDays":5}"#
    #expect(try lastDay("awd-0", clauses, procedure: procedure) == day("2025-02-10"))
    #expect(try lastDay("awd-1", clauses, procedure: procedure) == day("2025-02-13"))
    #expect(refusalName { _ = try lastDay("awd-1", clauses) } == "award-objection-days")
  }

  @Test func `more days may be given at publication, and no fewer`() throws {
    let clauses = [publication("g", #""days":2"#, for: nil)]
    #expect(try lastDay("awd-0", clauses, days: 5) == day("2025-02-13"))
    #expect(try lastDay("awd-0", clauses, days: 2) == day("2025-02-10"))
    #expect(refusalName { _ = try lastDay("awd-0", clauses, days: 1) } == "award-objection-days")
    let calendar = [publication("g", #""days":7,"count":"calendar""#, for: nil)]
    #expect(try lastDay("awd-0", calendar, days: 6) == day("2025-02-14"))
    #expect(refusalName { _ = try lastDay("awd-0", calendar, days: 5) } == "award-objection-days")
  }
}
