import JSONLines

/// A record as another program would write it: other key order, blanks, and escapes for all but ASCII.
struct ForeignLine {
  private(set) var bytes: [UInt8] = []

  init(_ line: [UInt8], _ random: inout SeededGenerator) {
    guard let members = (try? JSONValue(parsing: line))?.members else {
      bytes = line
      return
    }
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.shuffled(using: &random).enumerated() {
      if index > 0 { bytes += Array(", ".utf8) }
      append(JSONValue.string(member.key))
      bytes += Array(" :  ".utf8)
      append(member.value)
    }
    bytes += Array(" }".utf8)
  }

  private mutating func append(_ value: JSONValue) {
    for unit in value.text.span.text.utf16 {
      if unit < 0x80 {
        bytes.append(UInt8(unit))
      } else {
        let digits = String(unit, radix: 16)
        bytes += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
      }
    }
  }
}
