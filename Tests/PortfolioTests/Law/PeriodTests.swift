import Bilingual
import Portfolio
import Testing

struct PeriodTests {
  @Test(arguments: ["10y", "3m", "30d", "15wd", "1y", "9999wd", "0d"])
  func `a period reads what it writes`(text: String) {
    #expect(Period(text)?.description == text)
  }

  @Test(arguments: [
    "", "10", "y", "0y", "0m", "0wd", "-3m", "3 m", "3M", "10000d", "1.5y", "15w", "+3d", "3d ",
    "٣d",
  ])
  func `what is no period is refused`(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func `a period is named in both languages`() {
    #expect(Period(1, .years)?.phrase.en == "1 year")
    #expect(Period(15, .workingDays)?.phrase.en == "15 working days")
    #expect(Period(15, .workingDays)?.phrase.zh == "15 个工作日")
  }
}
