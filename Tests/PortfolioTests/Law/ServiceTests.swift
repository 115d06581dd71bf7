import Ledger
import Portfolio
import Testing

struct ServiceTests {
  private func receipt(_ right: RightType, _ way: ServiceWay, _ sent: String) throws -> Day {
    let terms = LegalTerms(try reference(Term.self))
    return try terms.receipt(right, way, sent: day(sent), in: Calendars.weekdays).day.day
  }

  @Test(arguments: [
    (RightType.trademark, ServiceWay.post, "2024-03-01", "2024-03-16"),
    (.trademark, .electronic, "2024-03-01", "2024-03-16"),
    (.trademark, .publication, "2024-03-01", "2024-03-31"),
    (.patent, .post, "2024-03-01", "2024-03-16"),
    (.patent, .electronic, "2024-01-19", "2024-02-03"),
    (.patent, .electronic, "2024-01-20", "2024-01-20"),
    (.patent, .electronic, "2024-03-01", "2024-03-01"),
    (.patent, .publication, "2024-01-31", "2024-02-29"),
  ])
  func `the day of deemed receipt differs by right, way and edition`(
    right: RightType,
    way: ServiceWay,
    sent: String,
    received: String
  ) throws {
    #expect(try receipt(right, way, sent) == day(received))
  }
}
