import JSONLines
import Testing

struct JSONWriterTests {
  @Test(arguments: [
    "null", "true", "false", "0", "-7", "9223372036854775807", "-9223372036854775808",
    "92233720368547758070", "0.10", "1E+05", "-0.0", "\"\"", "[]", "{}", "[[],{},[{}]]",
    #"{"id":"a","n":[1,2.50,"x"],"o":{"":null}}"#,
    #""\"\\/\b\f\n\r\t\u0000\u000b\u001f""#,
    "\"\u{7F}\u{2028}\u{FFFF}🦀吕四海鲜e\u{301}\u{E9}\"",
  ])
  func `a value is written as it was read`(text: String) throws {
    let written = try JSONValue(parsing: text).text
    #expect(String(decoding: written, as: UTF8.self).utf8.elementsEqual(text.utf8))
  }

  @Test func `every character of ASCII comes back from its escape`() throws {
    for byte in UInt8(0)..<0x80 {
      let text = "中\(Unicode.Scalar(byte))文"
      let written = JSONValue.string(text).text
      #expect(!written.dropFirst().dropLast().contains { $0 < 0x20 })
      #expect(try JSONValue(parsing: written) == .string(text))
    }
  }

  @Test func `members and elements are parted by commas, lines by line ends`() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("a", 1)
      writer.member("b", "x\n")
      writer.key("c")
      writer.array { writer in
        writer.integer(-1)
        writer.string("")
        writer.raw(Array("[ 1.50 ]".utf8))
        writer.object { _ in }
        writer.value(.null)
      }
      writer.member(rawKey: Array(#""\u0064""#.utf8)[...], rawValue: Array("0.0".utf8)[...])
      writer.member(plainKey: Array("p".utf8), rawValue: Array(" 1".utf8)[1...])
      writer.member("e", .boolean(true))
    }
    writer.endLine()
    writer.array { _ in }
    writer.endLine()
    let expected =
      #"{"a":1,"b":"x\n","c":[-1,"",[ 1.50 ],{},null],"\u0064":0.0,"p":1,"e":true}"# + "\n[]\n"
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }
}
