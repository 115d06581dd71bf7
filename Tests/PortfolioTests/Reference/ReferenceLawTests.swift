import JSONLines
import Ledger
import Portfolio
import Testing

struct ReferenceLawTests {
  @Test(
    arguments: [
      ("trademark-validity", "10y"), ("trademark-opposition", "3m"),
      ("trademark-refusal-review", "15d"), ("trademark-refusal-court", "30d"),
      ("trademark-non-use", "3y"), ("trademark-use-evidence", "2m"),
      ("patent-invention-validity", "20y"), ("patent-utility-model-validity", "10y"),
      ("patent-design-validity", "10y"), ("patent-design-validity-2021", "15y"),
      ("case-decision", "15wd"), ("case-supplement", "7wd"), ("case-complaint", "7wd"),
      ("enforcement-filing", "15wd"), ("enforcement-decision", "90d"),
      ("patent-limitation", "3y"),
    ] as [(RecordID, String)]
  )
  func `a period has its length`(id: RecordID, length: String) throws {
    let term = try #require(try reference(Term.self).first { $0.id == id })
    #expect(term[Term.length] == length)
  }

  @Test func `a length is a number with a unit`() throws {
    for term in try reference(Term.self) {
      for field in [Term.length, Term.before, Term.grace] {
        guard let length = term[field] else { continue }
        let unit = length.drop { $0.isASCII && $0.isNumber }
        #expect(["y", "m", "d", "wd"].contains(unit), "\(term.id)")
        #expect(
          Period(length) != nil && (Int(length.dropLast(unit.count)) ?? 0 > 0 || length == "0d"),
          "\(term.id)"
        )
      }
    }
  }

  @Test func `validity never rolls to a working day`() throws {
    let validity = try reference(Term.self).filter { $0[Term.counting] == .validity }
    #expect(validity.count >= 6)
    #expect(validity.allSatisfy { $0[Term.rolls] == false })
  }

  @Test func `an edition begins on the day after the one before it`() throws {
    let terms = try reference(Term.self)
    let byID = Dictionary(uniqueKeysWithValues: terms.map { ($0.id.text, $0) })
    var editions = 0
    for term in terms {
      guard let from = term[Term.inForceFrom]?.day, LegalTerms.name(of: term.id) != term.id.text
      else { continue }
      let base = try #require(term.id.text.split(separator: "-20").first)
      let before = try #require(byID[String(base)], "\(term.id)")
      let until = try #require(before[Term.inForceUntil]?.day)
      #expect(until + 1 == from, "\(term.id)")
      editions += 1
    }
    #expect(editions == 15)
  }

  @Test func `the law of 2027 is provisional throughout`() throws {
    let coming = try reference(Term.self).filter { $0[Term.inForceFrom]?.year == 2027 }
    #expect(coming.count == 12)
    #expect(coming.allSatisfy { $0[Term.confidence] == .provisional })
    #expect(coming.allSatisfy { $0[CommonField.note]?.contains("未核") == true })
  }

  @Test func `a period whose article was not read is not called certain`() throws {
    let unread = try reference(Term.self).filter { $0[Term.article] == "未核" }
    #expect(unread.allSatisfy { $0[Term.confidence] != .high })
  }

  @Test(arguments: [
    (PatentType.invention, 20, 82_300), (.utilityModel, 10, 11_200), (.design, 15, 26_200),
  ])
  func `the annuities of a whole life add up`(type: PatentType, years: Int, yuan: Int64) throws {
    let fees = try reference(Fee.self).filter { $0[Fee.type] == type }
    var total = Money.zero
    for year in 1...years {
      let steps = fees.filter {
        ($0[Fee.yearFrom] ?? 0)...($0[Fee.yearUntil] ?? 0) ~= year
      }
      try #require(steps.count == 1, "year \(year)")
      total = try total.adding(steps[0][Fee.amountFen] ?? .zero)
    }
    #expect(total == Money(fen: yuan * 100))
    #expect(fees.compactMap { $0[Fee.yearUntil] }.max() == years)
  }

  @Test func `the Nice classes run from 1 to 45, services from 35`() throws {
    let classes = try reference(NiceClass.self)
    #expect(classes.map(\.id.text) == (1...45).map(String.init))
    #expect(classes.filter { $0[NiceClass.type] == .goods }.count == 34)
    #expect(Set(classes.compactMap { $0[NiceClass.label] }).count == 45)
    #expect(Set(classes.compactMap { $0[NiceClass.labelEn] }).count == 45)
  }
}
