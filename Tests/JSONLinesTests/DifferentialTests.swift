import Foundation
import JSONLines
import TestSupport
import Testing

/// Compares with the JSON reader of Foundation, which was written by others.
struct DifferentialTests {
  @Test(arguments: UInt64(1)...20)
  func `generated values are read as Foundation reads them`(seed: UInt64) throws {
    var random = SeededRandom(seed)
    for _ in 0..<100 {
      let value = random.value(depth: 4)
      let bytes = value.text
      #expect(try JSONValue(parsing: bytes) == value)
      let theirs = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      #expect(isSame(value, theirs), "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `what Foundation writes is read with its values`(seed: UInt64) throws {
    var random = SeededRandom(seed)
    for _ in 0..<100 {
      let value = random.value(depth: 4)
      let theirs = try JSONSerialization.jsonObject(
        with: Data(value.text),
        options: .fragmentsAllowed
      )
      let written = try JSONSerialization.data(
        withJSONObject: theirs,
        options: [.fragmentsAllowed, .prettyPrinted]
      )
      #expect(isSame(try JSONValue(parsing: Array(written)), theirs), "seed \(seed)")
    }
  }

  private func isSame(_ ours: JSONValue, _ theirs: Any) -> Bool {
    switch ours {
    case .null: return theirs is NSNull
    case .boolean(let truth): return (theirs as? NSNumber)?.boolValue == truth
    case .integer(let number): return (theirs as? NSNumber)?.int64Value == number
    case .number(let text): return (theirs as? NSNumber)?.doubleValue == Double(text)
    case .string(let text): return (theirs as? String)?.utf8.elementsEqual(text.utf8) == true
    case .array(let elements):
      guard let others = theirs as? [Any], others.count == elements.count else { return false }
      return zip(elements, others).allSatisfy { isSame($0, $1) }
    case .object(let members):
      guard let others = theirs as? [String: Any], others.count == members.count else {
        return false
      }
      return members.allSatisfy { member in
        others[member.key].map { isSame(member.value, $0) } == true
      }
    }
  }
}

/// Random values.
extension SeededRandom {
  mutating func value(depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &self) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &self))
    case 2: return .integer(Int64.random(in: .min ... .max, using: &self))
    case 3: return .integer(Int64.random(in: -9...9, using: &self))
    case 4:
      let whole = Int.random(in: -999...999, using: &self)
      let part = Int.random(in: 0...999, using: &self)
      let exponent = Int.random(in: -9...9, using: &self)
      return .number("\(whole).\(part)" + (part % 2 == 0 ? "" : "e\(exponent)"))
    case 5: return .string(text())
    case 6:
      let count = Int.random(in: 0...4, using: &self)
      return .array((0..<count).map { _ in value(depth: depth - 1) })
    default:
      let count = Int.random(in: 0...20, using: &self)
      let members = (0..<count).map { JSONMember("\($0)" + text(), value(depth: depth - 2)) }
      return .object(members)
    }
  }

  private mutating func text() -> String {
    // Without marks that combine: Foundation compares keys by canonical equivalence.
    let ranges: [ClosedRange<UInt32>] = [
      0x00...0x1F, 0x20...0x7E, 0x4E00...0x9FFF, 0xFF01...0xFF5E, 0x1F980...0x1F9FF,
    ]
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...8, using: &self) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
      let value = UInt32.random(in: range, using: &self)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
