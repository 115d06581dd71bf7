import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct PatentNumberTests {
  @Test(arguments: [
    ("201710601862.3", "201710601862.3", PatentType.invention),
    ("ZL201310699744.2", "201310699744.2", .invention),
    ("ZL200920182473.2", "200920182473.2", .utilityModel),
    ("97101765.4", "97101765.4", .invention),
    ("ZL95115608.X", "95115608.X", .invention),
    ("CN201220249767.4", "201220249767.4", .utilityModel),
    ("CN201220249766.X", "201220249766.X", .utilityModel),
    ("zl 2009 2 0182473.2", "200920182473.2", .utilityModel),
    ("2017106018623", "201710601862.3", .invention),
    ("95115608x", "95115608.X", .invention),
    ("\u{FF3A}\u{FF2C}201310699744\u{FF0E}2", "201310699744.2", .invention),
  ])
  func `a real number passes its check however it is written`(
    typed: String,
    number: String,
    type: PatentType
  ) {
    #expect(PatentNumber.normalise(typed) == number)
    #expect(PatentNumber.normalise(number) == number)
    #expect(PatentNumber.fault(number) == nil)
    #expect(PatentNumber.type(of: number) == type)
    guard case .success(let value) = FieldType.patentNumber.parse(typed) else {
      Issue.record("refused")
      return
    }
    #expect(value == .string(number))
  }

  @Test(
    arguments: [
      ("201710601862", "201710601862.3"), ("95115608", "95115608.X"), ("02112345", "02112345.4"),
      // Numbers of other offices and of other lengths are not all but the digit.
      ("102020123456", nil), ("17123456", nil), ("2017106018", nil), ("201740601862", nil),
      ("201710601862.3", nil), ("", nil),
    ] as [(String, String?)]
  )
  func `a number without its check digit is completed`(number: String, completed: String?) {
    #expect(PatentNumber.completed(number) == completed)
    #expect(completed.flatMap(PatentNumber.fault) == nil)
  }

  @Test(
    arguments: [
      ("201710601862.3", 2017), ("95115608.X", 1995), ("02112345.4", 2002), ("85100001.0", 1985),
      ("US1", nil), ("201740601862", nil),
    ] as [(String, Int?)]
  )
  func `a number tells its year`(number: String, year: Int?) {
    #expect(PatentNumber.year(of: number) == year)
  }

  @Test func `every other check digit is warned about with the right one`() {
    for (body, check) in [("201710601862", "3"), ("95115608", "X"), ("97101765", "4")] {
      for digit in ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"] where digit != check {
        let fault = PatentNumber.fault("\(body).\(digit)")
        #expect(fault?.name == "patent-number-check")
        #expect(fault?.isWarning == true)
        #expect(fault?.message.en.contains("should be \(check);") == true)
      }
    }
  }

  @Test(arguments: [
    "", "201710601862", "201710601862.", "2017106018623", "20171060186.3", "2017A0601862.3",
    "US10123456", "201710601862.3.1", "201710601862.33", "PCT/CN2017/000001", "EP1234567.8",
  ])
  func `a number of another form is kept with a warning`(number: String) {
    let fault = PatentNumber.fault(number)
    #expect(fault != nil)
    #expect(fault?.isWarning == true)
  }

  @Test(
    arguments: [
      ("201730001234.5", PatentType.design), ("201780001234.5", .invention),
      ("201790001234.5", .utilityModel), ("97301765.4", .design), ("201740001234.5", nil),
      ("US10123456", nil), ("", nil), ("2017", nil),
    ] as [(String, PatentType?)]
  )
  func `the type is the digit behind the year`(number: String, type: PatentType?) {
    #expect(PatentNumber.type(of: number) == type)
  }
}
