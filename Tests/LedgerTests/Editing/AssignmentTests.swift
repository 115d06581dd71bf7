import Ledger
import Testing

struct AssignmentTests {
  @Test(arguments: [
    ("name=电锤", "name", "电锤"), (" name = 电锤 ", "name", "电锤"), ("名称\u{FF1D}电锤", "名称", "电锤"),
    ("a=b=c", "a", "b=c"), ("note=", "note", ""), ("holder.name=x", "holder.name", "x"),
    ("name=\u{307}x", "name", "\u{307}x"),
  ])
  func `a value is assigned behind the first equals sign of either keyboard`(
    typed: String,
    field: String,
    value: String
  ) {
    let assignment = Assignment(typed: typed)
    #expect(assignment?.field == field)
    #expect(assignment?.text == value)
  }

  @Test(arguments: ["", "name", "=x", "\u{FF1D}x"])
  func `what has no field before an equals sign is no assignment`(typed: String) {
    #expect(Assignment(typed: typed) == nil)
  }

  @Test(arguments: [
    ("6.22848E+18", true), ("1E+10", true), ("9.1e+05", true), ("1.2E+7", true), ("E+10", false),
    ("1.E+10", false), ("12.5E+10", false), ("1.39E10", false), ("1.39E+", false),
    ("1.39E+1O", false),
    ("A1E+10", false), ("1.39E-10", false), ("13900000000", false), ("1+1", false), ("", false),
  ])
  func `a number with an exponent has lost its digits`(text: String, isLost: Bool) {
    #expect(LostDigits.isTold(by: text) == isLost)
  }
}
