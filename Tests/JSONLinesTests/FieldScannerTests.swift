import JSONLines
import TestSupport
import Testing

/// Compares the scanner of chosen fields with the strict reader, which looks at every byte.
struct FieldScannerTests {
  private static let keys = [
    "id", "registeredOn", "route", "owner", "a-key-with-more-than-24-bytes", "mark", "classes", "o",
    "removed",
  ].map { Array($0.utf8) }
  private static let watched = 8

  /// What the strict reader says of a line.
  private enum Verdict: Equatable {
    case values([RawJSON?])
    case fault(JSONError)
  }

  private static func slow(_ line: Range<Int>, _ bytes: [UInt8], _ keys: [[UInt8]]) -> Verdict {
    let span = bytes.span
    var values = [RawJSON?](repeating: nil, count: keys.count)
    var seen = Set<[UInt8]>()
    var scanner = JSONScanner(line)
    do throws(JSONError) {
      try scanner.object(span) { (key, value) throws(JSONError) in
        let name = Array((key.string(in: span) ?? "").utf8)
        guard seen.insert(name).inserted else {
          throw JSONError(.duplicateKey, at: key.start)
        }
        guard value.kind != .null, let slot = keys.firstIndex(of: name) else { return }
        values[slot] = value
      }
      return .values(values)
    } catch {
      return .fault(error)
    }
  }

  /// The lines of some bytes, split where the bytes say so and nowhere else.
  private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    var splitter = LineSplitter(0..<bytes.count)
    let span = bytes.span
    var lines: [Range<Int>] = []
    while let line = splitter.line(span) { lines.append(line.range) }
    return lines
  }

  private func compare(_ bytes: [UInt8], wanted: [Int], isStrict: Bool, _ note: String) {
    let keys = Self.keys
    let plan = FieldPlan(keys: keys, wanted: wanted, watched: Self.watched, isStrict: isStrict)
    let read = Set(wanted + [Self.watched])
    var lines: [Range<Int>] = []
    plan.read(bytes) { line, values, fault in
      lines.append(line)
      let text = String(decoding: bytes[line], as: UTF8.self)
      switch Self.slow(line, bytes, keys) {
      case .values(let expected):
        #expect(fault == nil, "\(note): \(text)")
        for slot in keys.indices {
          #expect(values[slot] == (read.contains(slot) ? expected[slot] : nil), "\(note): \(text)")
        }
      case .fault(let error):
        // A line that is left early may have faults behind the values; those in the values are found.
        if isStrict { #expect(fault == error, "\(note): \(text)") }
        guard fault == nil else { return }
        for case let value? in values {
          var scanner = JSONScanner(value.start..<value.end)
          let again = try? scanner.document(bytes.span)
          #expect(again == value, "\(note): \(text)")
        }
      }
    }
    #expect(lines == Self.lines(bytes), "\(note)")
  }

  @Test(arguments: 1...60)
  func `generated lines, right and broken, are read as the strict reader reads them`(seed: Int) {
    var hostile = HostileLines(UInt64(seed))
    let bytes = hostile.file(lines: 60)
    compare(bytes, wanted: Array(0..<8), isStrict: true, "seed \(seed), strict")
    compare(bytes, wanted: [0, 1, 2, 3], isStrict: false, "seed \(seed), first keys")
    compare(bytes, wanted: [0, 5, 7], isStrict: false, "seed \(seed), late keys")
    compare(bytes, wanted: [4, 6], isStrict: false, "seed \(seed), long key")
  }

  @Test(arguments: ["truex", "falsehood", "nullify", "\"a\"x", "12]", "12x", "[1]x", "{}x"])
  func `a value that goes on is a fault though nothing behind it is wanted`(value: String) {
    let line = #"{"id":"a","route":\#(value),"owner":"b"}"#
    let plan = FieldPlan(keys: Self.keys, wanted: [2], watched: Self.watched, isStrict: false)
    for count in [1, 3] {
      var faults = 0
      let bytes = Array((line + "\n").utf8)
      plan.read((0..<count).flatMap { _ in bytes }) { _, _, fault in faults += fault == nil ? 0 : 1
      }
      #expect(faults == count)
    }
  }

  @Test(arguments: 0..<4)
  func `lines that are alike but for a byte are read as the strict reader reads them`(part: Int) {
    let line = Array(
      #"{"id":"CN/90000001","registeredOn":"2008-05-31","route":"madrid","owner":"示例-7","mark":"m"}"#
        .utf8
    )
    let alike = line + [0x0A]
    let bytes: [UInt8] = [0x22, 0x5C, 0x1F, 0x80, 0xC3, 0x2C, 0x7D, 0x20, 0x78, 0xE7]
    for place in line.indices where place % 4 == part {
      var file = alike + alike
      for byte in bytes {
        var other = line
        other[place] = byte
        file += other + [0x0A] + alike
        // What stands behind is a byte further on or back, and may differ as well.
        var longer = line
        longer.insert(byte, at: place)
        file += longer + [0x0A] + alike
        longer[(place + 23) % longer.count] = 0x22
        file += longer + [0x0A] + alike
        var shorter = line
        shorter.remove(at: place)
        file += shorter + [0x0A]
        shorter[(place + 31) % shorter.count] = byte
        file += shorter + [0x0A] + alike
      }
      file += alike + line[..<place] + [0x0A] + alike + line[..<place] + line[place...]
      // Behind these lines stands enough that none of them is read the slow way for want of bytes.
      for _ in 0..<6 { file += alike }
      compare(file, wanted: [0, 1, 3], isStrict: false, "place \(place)")
      compare(file, wanted: [0, 2, 5], isStrict: false, "place \(place), late keys")
      compare(file, wanted: [0, 1], isStrict: true, "place \(place), strict")
    }
  }

  @Test func `members more, fewer, in another order and of other lengths are read`() {
    let usual = [
      #""id":"CN/90000001""#, #""registeredOn":"2008-05-31""#, #""route":"madrid""#,
      #""owner":"o-7""#,
      #""mark":"天汾""#,
    ]
    let others = [
      #""id":"W/1""#, #""registeredOn":null"#, #""route":"""#, #""owner":"示例 \"7\"""#, #""mark":7"#,
      #""more":{"id":"no","a":[1,"}"]}"#, #""classes":[1,35]"#, #""removed":"x""#,
      #""id" : "CN/2""#,
    ]
    var lines: [[String]] = []
    for place in usual.indices {
      let (before, behind) = (Array(usual[..<place]), Array(usual[place...]))
      for other in others {
        lines.append(before + [other] + behind)
        lines.append(before + [other] + behind.dropFirst())
        lines.append(behind + [other] + before)
        lines.append([other] + before + [#""more":\#(place)"#, other])
      }
    }
    let plain = "{" + usual.joined(separator: ",") + "}\n"
    let text = lines.map { plain + plain + "{" + $0.joined(separator: ",") + "}\n" }.joined()
    let bytes = Array((text + String(repeating: plain, count: 6)).utf8)
    for wanted in [[0, 1, 3], [0, 5], [2, 6, 7], []] {
      compare(bytes, wanted: wanted, isStrict: false, "\(wanted)")
      compare(bytes, wanted: wanted, isStrict: true, "\(wanted), strict")
    }
  }

  @Test(arguments: [
    #"{"id":"a","removed":"x"}"#,
    #"{"id":"a","route":"r","mark":"m","removed":"x"}"#,
    #"{"id":"a","route":"r","mark":"m","\u0072emoved":"x"}"#,
    #"{"id":"a","route":"r","o":{"removed":"no"},"mark":"\"removed\":","removed" : "x"}"#,
    #"{"removed":"x","id":"a","route":"r"}"#,
  ])
  func `the watched key is found wherever it stands`(line: String) {
    let plan = FieldPlan(keys: Self.keys, wanted: [0, 2], watched: 8, isStrict: false)
    let bytes = Array(
      (line + "\n" + #"{"id":"b","goods":"0123456789012345678901234567"}"# + "\n").utf8
    )
    var reasons: [String?] = []
    plan.read(bytes) { _, values, _ in
      reasons.append(values[8].flatMap { $0.string(in: bytes.span) })
    }
    #expect(reasons == ["x", nil])
  }

  @Test func `a text that looks like a key is none, and a nested key is not the line's`() {
    let plan = FieldPlan(keys: Self.keys, wanted: [0, 3], isStrict: false)
    let text =
      #"{"o":{"id":"no","owner":"no"},"mark":"\"id\":\"no\"","id":"yes","owner":"o-1"}"# + "\n"
    let bytes = Array((text + text).utf8)
    var found: [String?] = []
    plan.read(bytes) { _, values, _ in
      found += [0, 3].map { values[$0].flatMap { $0.string(in: bytes.span) } }
    }
    #expect(found == ["yes", "o-1", "yes", "o-1"])
  }
}

/// Lines as programs, people and accidents write them; the same for the same seed.
private struct HostileLines {
  private var random: SeededRandom

  init(_ seed: UInt64) { random = SeededRandom(seed) }

  mutating func file(lines: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<lines {
      bytes += random.roll(3) == 0 ? damaged() : Array(line().utf8)
      bytes.append(0x0A)
    }
    // The last lines are short of the bytes that are read at once, and the very last has no line end.
    return bytes + Array(line().utf8)
  }

  private mutating func line() -> String {
    let blank = random.roll(6) == 0 ? [" ", "  ", "   ", "\t", " \r"] : [""]
    var names = [
      "id", "registeredOn", "route", "owner", "a-key-with-more-than-24-bytes", "mark", "classes",
      "o",
    ].filter { _ in random.roll(5) > 0 }
    if random.roll(4) == 0 {
      names.insert(
        random.pick(["removed", "other", "名称", "i\\u0064", ""]),
        at: random.roll(names.count + 1)
      )
    }
    if random.roll(5) == 0 { names.reverse() }
    if random.roll(12) == 0, let name = names.first { names.append(name) }
    let members = names.map { name in
      "\"\(name)\"\(random.pick(blank)):\(random.pick(blank))\(value(name))\(random.pick(blank))"
    }
    return "{" + random.pick(blank) + members.joined(separator: "," + random.pick(blank)) + "}"
      + random.pick(blank)
  }

  private mutating func value(_ name: String) -> String {
    switch random.roll(14) {
    case 0:
      return random.pick([
        "null", "true", "false", "0", "-0", "12", "-7", "1.5", "2e3", "9999999999999999999",
      ])
    case 1: return #"{"id":"no","owner":["no",{"removed":"no"}],"x":1}"#
    case 2:
      return random.pick([
        "[]", "[1,2,35]", #"["a","电"]"#, "[ 1 ]", "[[1],[]]", #"[{"id":1}]"#, "{}",
      ])
    case 3: return #""\"id\":\"no\" \\ \u7535 \ud83e\udd80 \n""#
    case 4:
      return "\""
        + String(repeating: random.pick(["x", "电", "é", "🦀", "-"]), count: random.roll(40)) + "\""
    default: break
    }
    switch name {
    case "registeredOn":
      return "\"20\(10 + random.roll(15))-0\(1 + random.roll(9))-1\(random.roll(9))\""
    case "route": return random.pick([#""domestic""#, #""madrid""#, #""""#])
    case "classes": return "[\(random.roll(45))]"
    case "mark": return random.pick([#""天汾电动工具""#, #""ABC-removed-x""#, #""吕四 海鲜""#])
    default: return "\"\(name)-\(random.roll(1000))\""
    }
  }

  /// A line with a few bytes changed, taken out or put in.
  private mutating func damaged() -> [UInt8] {
    var bytes = Array(line().utf8)
    for _ in 0...random.roll(2) where !bytes.isEmpty {
      let place = random.roll(bytes.count)
      switch random.roll(4) {
      case 0: bytes[place] = UInt8(random.roll(256))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(UInt8(ascii: pickByte()), at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes.map { $0 == 0x0A ? 0x20 : $0 }
  }

  private mutating func pickByte() -> Unicode.Scalar {
    ["\"", "\\", "{", "}", "[", "]", ",", ":", "0", "\u{1}", "x"][random.roll(11)]
  }
}
