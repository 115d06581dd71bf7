import JSONLines
import Ledger
import Portfolio
import Testing

struct TenureTests {
  private func scheme(_ validity: String?) throws -> Record {
    var draft = Draft(Scheme.schema)
    draft.id = "s"
    draft[Scheme.name] = "示例名牌产品"
    draft[Scheme.level] = .national
    draft[Scheme.validity] = try validity.map { try JSONValue(parsing: $0) }
    return draft.record()
  }

  private func recognition(
    _ awarded: String?,
    validUntil: String? = nil,
    revokedOn: String? = nil
  ) -> Record {
    var draft = Draft(Recognition.schema)
    draft.id = "r"
    draft[Recognition.scheme] = "s"
    draft[Recognition.awarded] = awarded.flatMap { PartialDate($0) }
    draft[Recognition.validUntil] = validUntil.flatMap { PartialDate($0) }
    draft[Recognition.revokedOn] = revokedOn.flatMap { PartialDate($0) }
    return draft.record()
  }

  private static let cohorts = """
    [{"wonUntil":"2004-12-31","years":3},
     {"wonFrom":"2005-01-01","wonUntil":"2005-12-31","validUntil":"2010-09-30"},
     {"wonFrom":"2006","years":5}]
    """

  @Test(arguments: [
    ("2004-12-31", Tenure.End.on(day("2007-12-30"))),
    ("2005-01-01", .on(day("2010-09-30"))),
    ("2005-09", .on(day("2010-09-30"))),
    ("2005", .on(day("2010-09-30"))),
    ("2005-12-31", .on(day("2010-09-30"))),
    ("2006-01-01", .on(day("2010-12-31"))),
    ("2006-09", .unknown),
    ("2024-02-29", .on(day("2029-02-28"))),
  ])
  func `the cohort of the date won gives the last day`(won: String, end: Tenure.End) throws {
    let scheme = try scheme(Self.cohorts)
    #expect(Tenure(recognition(won), scheme: scheme).end == end)
  }

  @Test(arguments: [
    ("2005-08-31", Bool?.some(false)), ("2005-09-01", .none), ("2005-09-29", .none),
    ("2005-09-30", .some(true)), ("2010-09-30", .some(true)), ("2010-10-01", .some(false)),
  ])
  func `a title won in a month holds for sure from its end on`(on: String, holds: Bool?) throws {
    let tenure = Tenure(recognition("2005-09"), scheme: try scheme(Self.cohorts))
    #expect(tenure.holds(on: day(on)) == holds)
  }

  @Test func `a title without cohorts holds without end, until it is revoked`() throws {
    let scheme = try scheme(nil)
    #expect(Tenure(recognition("2005-09-01"), scheme: scheme).end == .open)
    let revoked = Tenure(recognition("2005-09-01", revokedOn: "2010-05-01"), scheme: scheme)
    #expect(revoked.end == .on(day("2010-04-30")))
    #expect(revoked.holds(on: day("2010-04-30")) == true)
    #expect(revoked.holds(on: day("2010-05-01")) == false)
  }

  @Test func `the document's own date stands before the cohort, a revocation before both`() throws {
    let scheme = try scheme(Self.cohorts)
    let dated = recognition("2005-09-01", validUntil: "2008-08-31")
    #expect(Tenure(dated, scheme: scheme).end == .on(day("2008-08-31")))
    let late = recognition("2005-09-01", validUntil: "2008-08-31", revokedOn: "2012-01-01")
    #expect(Tenure(late, scheme: scheme).end == .on(day("2008-08-31")))
  }

  @Test func `what is not known is not guessed`() throws {
    let undated = Tenure(recognition(nil), scheme: try scheme(Self.cohorts))
    #expect(undated.end == .unknown)
    #expect(undated.holds(on: day("2007-01-01")) == nil)
    let schemeless = Tenure(recognition("2005-09-01"), scheme: nil)
    #expect(schemeless.holds(on: day("2007-01-01")) == nil)
    #expect(schemeless.holds(on: day("2005-08-31")) == false)
    let uncovered = try scheme(#"[{"wonFrom":"2006-01-01","years":5}]"#)
    #expect(Tenure(recognition("2005-12-31"), scheme: uncovered).end == .unknown)
    #expect(Tenure(recognition("2006-01-01"), scheme: uncovered).end == .on(day("2010-12-31")))
  }

  @Test(arguments: [
    (#"{"years":3}"#, "bad-value"),
    (#"[{"wonFrom":"2005-02-30","years":3}]"#, "bad-value"),
    (#"[{"wonFrom":"2006","wonUntil":"2005","years":3}]"#, "cohort-dates"),
    (#"[{"wonFrom":"2006"}]"#, "cohort-length"),
    (#"[{"years":0}]"#, "cohort-length"),
    (#"[{"years":2.5}]"#, "cohort-length"),
    (#"[{"wonUntil":"2006","years":3},{"wonFrom":"2006-12-31","years":5}]"#, "cohorts-overlap"),
  ])
  func `cohorts that cannot be used are refused by name`(validity: String, name: String) throws {
    let value = try JSONValue(parsing: validity)
    let problem = #expect(throws: FieldProblem.self) { try SchemeValidity(value) }
    #expect(problem?.name == name)
    #expect(Tenure(recognition("2006-12-31"), scheme: try scheme(validity)).end == .unknown)
  }
}
