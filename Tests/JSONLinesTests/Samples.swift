import JSONLines
import Testing

/// A text that is not strict JSON, and what must be said of it.
struct Refusal: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let code: JSONError.Code
  let offset: Int

  init(_ text: String, _ code: JSONError.Code, at offset: Int) {
    self.init(Array(text.utf8), code, at: offset)
  }

  init(_ bytes: [UInt8], _ code: JSONError.Code, at offset: Int) {
    self.bytes = bytes
    self.code = code
    self.offset = offset
  }

  var testDescription: String {
    "\(code.rawValue) at \(offset): \(String(decoding: bytes, as: UTF8.self).debugDescription)"
  }
}

/// A strict JSON text, and the value that it stands for.
struct Acceptance: Sendable, CustomTestStringConvertible {
  let text: String
  let value: JSONValue

  init(_ text: String, _ value: JSONValue) {
    self.text = text
    self.value = value
  }

  var testDescription: String { text.debugDescription }
}

/// Bytes inside the quotes of a string inside an array: the first of them has offset 2.
func quoted(_ bytes: [UInt8]) -> [UInt8] {
  Array("[\"".utf8) + bytes + Array("\"]".utf8)
}

/// A record with everything that JSON has.
let richLine =
  #"{"id":"rec-1","名称":"吕四海鲜","n":[0,-1,1.50,-2.5e-3,6E+2,9223372036854775807],"#
  + #""ok":[true,false,null],"e":"\"\\\/\b\f\n\r\t\u00e9\ud83e\udd80","#
  + #""o":{"a":{},"b":[],"c":[{"d":[[]]}]},"é🦀":"天汾电动工具 🦀"}"#
