import Bilingual
import JSONLines
import Ledger
import Portfolio
import TestSupport
import Testing

struct CreditCodeTests {
  @Test(arguments: [
    "91512081MA62K0260E", "91350100M000100Y43", "91440300708461136T", "914403001922038216",
    "91330100799655058B", "91110108551385082Q", "91110000802100433B", "913200001347585460",
    "91320681MA25D6JA5M", "91320681138854172P", "9132068113885448XD", "91320281142225264B",
    "91320311744804482L", "91320105MA1NK2WQ0Q", "9132020013590404XW", "91320200796148368W",
    "913302117532974515", "913201187712827042", "91440300MA5H0HLK5U", "91133100MA0D8N1J7G",
    "91320684138774279B", "9144030071526726XG",
  ])
  func `a real code passes both of its checks`(code: String) {
    #expect(CreditCode.fault(code) == nil)
  }

  @Test(arguments: [
    "913206811388888888", "91330000799655058B", "91110108717809965C", "9133010057462616XH",
    "91440300729865614P", "91110105MA0118XG3J", "91110000800088421P", "914403001923987654",
    "9133028257769901X6",
  ])
  func `a code whose check character does not fit is warned about`(code: String) {
    #expect(CreditCode.fault(code)?.name == "credit-code-check")
    #expect(CreditCode.fault(code)?.isWarning == true)
  }

  @Test(arguments: [
    ("91320500MA2DEMO006", "credit-code-alphabet"), ("91512081MA62K0260I", "credit-code-alphabet"),
    ("91512081ma62k0260e", "credit-code-alphabet"), ("91512081MA62K026-E", "credit-code-alphabet"),
    ("", "credit-code-length"), ("320681000000550", "credit-code-length"),
    ("91512081MA62K0260", "credit-code-length"), ("91512081MA62K0260EE", "credit-code-length"),
  ])
  func `a code of another shape is warned about`(code: String, name: String) {
    #expect(CreditCode.fault(code)?.name == name)
    #expect(CreditCode.fault(code)?.isWarning == true)
  }

  @Test func `a length is told in characters`() {
    let message = CreditCode.fault("启东示例")?.message
    #expect(message?.en.contains("has 4 characters") == true)
    #expect(message?.zh.contains("有 4 个字符") == true)
  }

  @Test func `every single wrong character is noticed`() {
    let code = Array("91512081MA62K0260E".utf8)
    for index in code.indices {
      for letter in "0123456789ABCDEFGHJKLMNPQRTUWXY".utf8 where letter != code[index] {
        var other = code
        other[index] = letter
        #expect(CreditCode.fault(String(decoding: other, as: UTF8.self)) != nil)
      }
    }
  }

  @Test(arguments: [
    "91512081ma62k0260e", " 91 512081 MA62K0260E ",
    "\u{FF19}1512081\u{FF2D}A62K0260E",
  ])
  func `a code is kept in capitals without blanks`(typed: String) {
    guard case .success(let value) = FieldType.creditCode.parse(typed) else {
      Issue.record("refused")
      return
    }
    #expect(value == .string("91512081MA62K0260E"))
    #expect(FieldType.creditCode.check(value) == nil)
  }

  @Test(arguments: ["办理中", "无", "-"])
  func `a word is no code`(typed: String) {
    guard case .failure(let problem) = FieldType.creditCode.parse(typed) else {
      Issue.record("taken")
      return
    }
    #expect(!problem.isWarning)
  }

  @Test func `only a code that is empty or no text is refused`() {
    #expect(FieldType.creditCode.check(.string(""))?.isWarning == false)
    #expect(FieldType.creditCode.check(.integer(1))?.isWarning == false)
    #expect(FieldType.creditCode.check(.string("320681000000550"))?.isWarning == true)
  }

  @Test(.enabled(if: Shared.data != nil, "the folder of real inputs is not beside the checkout"))
  func `the vectors of another project pass and fail as it says`() throws {
    let rows = try sharedRows("identifiers/stdnum_uscc_vectors.csv")
    #expect(rows.count == 207)
    for row in rows {
      let input = try #require(row["input"])
      guard case .success(let value) = FieldType.creditCode.parse(input) else {
        Issue.record("\(input) is refused")
        continue
      }
      let fault = FieldType.creditCode.check(value)?.name
      // A letter where the other project wants digits shows here in the check characters.
      switch row["expected"] {
      case "InvalidLength": #expect(fault == "credit-code-length")
      case "InvalidFormat":
        #expect(["credit-code-alphabet", "credit-code-check"].contains(fault))
      case "InvalidChecksum": #expect(fault == "credit-code-check")
      default:
        #expect(fault == nil)
        #expect(value.string == row["expected"])
      }
    }
  }

  @Test(.enabled(if: Shared.data != nil, "the folder of real inputs is not beside the checkout"))
  func `the real register holds codes of 18 that pass and older numbers that do not`() throws {
    let faults = try sharedRows("enterprises/qidong_enterprises_1638.csv").map {
      CreditCode.fault($0["统一社会信用代码"] ?? "")?.name
    }
    #expect(faults.count == 1_638)
    #expect(faults.filter { $0 == nil }.count == 1_557)
    #expect(faults.filter { $0 == "credit-code-length" }.count == 81)
  }
}
