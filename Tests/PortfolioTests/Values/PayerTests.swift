import Bilingual
import Ledger
import Portfolio
import Testing

/// The level of government that a payer's name tells.
struct PayerTests {
  @Test(arguments: [
    ("省级", BrandLevel.provincial), ("省", .provincial), ("provincial", .provincial),
    ("国家级", .national), ("市级", .municipal), ("区级", .county), ("江苏省", nil), ("省财政厅", nil),
  ])
  func `a level is told by its names alone`(name: String, level: BrandLevel?) {
    #expect(BrandLevel(payer: name) == level)
  }

  @Test func `the level of a payer is told by its name, else by the policy`() {
    let policy = policyRecord(payer: .provincial)
    #expect(BrandLevel.payer(of: award(payer: "江苏省财政厅"), by: policy) == .provincial)
    #expect(BrandLevel.payer(of: award(payer: "国家级"), by: policy) == .national)
    #expect(BrandLevel.payer(of: award(payer: "江苏省财政厅"), by: policyRecord(payer: nil)) == nil)
  }

  private func award(payer: String) -> Record {
    var draft = Draft(Award.schema)
    draft.id = "a"
    draft[Award.payer] = payer
    return draft.record()
  }

  private func policyRecord(payer: BrandLevel?) -> Record {
    var draft = Draft(Policy.schema)
    draft.id = "p"
    draft[Policy.payer] = payer
    return draft.record()
  }
}
