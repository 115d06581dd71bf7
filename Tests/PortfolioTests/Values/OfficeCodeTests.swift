import Portfolio
import Testing

struct OfficeCodeTests {
  @Test(arguments: ["AD", "CN", "TW", "ZW", "EM", "WO", "XV", "AN", "YU"])
  func `offices of today and of before have codes`(code: String) {
    #expect(OfficeCode.isKnown(code))
  }

  @Test(arguments: ["", "C", "cn", "ZZ", "CNN", "CN ", "TV\nTW", "TW TZ"])
  func `what ST.3 gives to nobody is no code`(code: String) {
    #expect(!OfficeCode.isKnown(code))
  }
}
