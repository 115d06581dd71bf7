import Bilingual
import JSONLines
import Ledger
import Oversight
import Portfolio
import Testing

struct ReferenceTests {
  private let ledger = Snapshot(Kinds.catalog, commit: 1) { schema in
    let bytes = Bytes(Array((Reference.lines(for: schema) ?? "").utf8))
    return try Table(schema, reading: bytes, count: bytes.count)
  }

  @Test func `a new ledger has no findings but the contradictions of the plan itself`() throws {
    let findings = try Checks.run(ledger, today: day("2025-06-15"))
    #expect(findings.map(\.name) == ["target-contradiction", "target-contradiction"])
    #expect(findings.first?.message.en.contains("800") == true)
    #expect(findings.last?.message.en.contains("50") == true)
  }

  @Test func `a close look at a new ledger finds only targets that nobody has reported yet`() throws
  {
    let names = try Checks.run(ledger, today: day("2025-06-15"), tier: .strict).map(\.name)
    #expect(Set(names) == ["target-contradiction", "target-without-source"])
  }

  @Test func `every computed target of the plan has a value from the first day`() throws {
    let rows = try Progress(year: 2025, in: ledger, today: day("2025-06-15")).rows
    let computed = rows.filter { Indicator($0.indicator) != nil }
    #expect(computed.count >= 20)
    #expect(computed.allSatisfy { $0.actual == DecimalNumber(units: 0) && $0.met == false })
    #expect(rows.allSatisfy { $0.clause != nil })
  }

  @Test func `the periods of cases are in force today`() throws {
    let terms = try LegalTerms(ledger)
    for (name, length) in [("case-decision", "15wd"), ("case-supplement", "7wd")] {
      #expect(try terms.term(name, on: day("2025-06-15")).length == Period(length))
    }
  }
}
