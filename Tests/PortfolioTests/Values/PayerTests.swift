import Bilingual
import JSONLines
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

  @Test func `a payer whose level is not understood is kept with a warning`() throws {
    let type = Award.payer.definition.type
    #expect(type.check(.string("省级")) == nil)
    let problem = try #require(type.check(.string("江苏省财政厅")))
    #expect(problem.name == "payer-level")
    #expect(problem.isWarning)
    #expect(
      problem.message.en
        == "'江苏省财政厅' tells no level of payer, which is one of: national (国家级), "
        + "provincial (省级), municipal (市级), county (县级)"
    )
  }
}
