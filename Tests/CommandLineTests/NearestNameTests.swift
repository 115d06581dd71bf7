import CommandLine
import Testing

struct NearestNameTests {
  static let names = ["list", "loan", "show", "settle", "seal", "商标", "专利", "集体商标", "award"]

  @Test(
    arguments: [
      ("lsit", "list"), ("lits", "list"), ("LIST", "list"), ("ｌｉｓｔ", "list"), ("lis", "list"),
      ("sho", "show"), ("shwo", "show"), ("awa", "award"), ("awrad", "award"), ("seall", "seal"),
      ("商標", "商标"), ("集体商標", "集体商标"), ("集体", "集体商标"), ("专力", "专利"),
    ] as [(String, String)]
  )
  func `a small mistake finds its name`(typed: String, name: String) {
    #expect(nearestName(to: typed, among: Self.names) == name)
  }

  @Test(arguments: ["", "x", "品牌", "import", "se", "l"])
  func `what is far or could be several finds none`(typed: String) {
    #expect(nearestName(to: typed, among: Self.names) == nil)
  }
}
