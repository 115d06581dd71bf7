import Bilingual
import Foundation
import JSONLines
import Ledger
import TestSupport
import Testing

/// Lines of JSON that are looked at before their turn become what they become when each is read.
struct ForeseenLinesTests {
  /// Lines of shops: most of them as they are written, some odd, wrong, known already or given twice.
  private static func lines(_ seed: UInt64, count: Int) -> [String] {
    var random = SeededRandom(seed)
    return (0..<count).map { number in
      let id = random.roll(12) == 0 ? "shop-\(random.roll(number + 3))" : "shop-\(number + 10)"
      let place = random.roll(20) == 0 ? "t" : ["n", "s"][random.roll(2)]
      return switch random.roll(40) {
      case 0: #"{"id":"\#(id)","name":"店","size":"大"}"#
      case 1: #"{"id":"\#(id)","name":"","place":"n"}"#
      case 2: #"{"id":"\#(id)","name":"\u5e97","place":"n"}"#
      case 3: #"{"id":"\#(id)","place":"n","name":"店"}"#
      case 4: #"{"id":"\#(id)", "name":"店"}"#
      case 5: #"{"id":"\#(id)","name":"店","place":null}"#
      case 6: #"{"id":"\#(id)","name":"店","other":1}"#
      case 7: #"{"id":"\#(id)","name":"店","warnings":["odd"]}"#
      case 8: #"{"id":"\#(id)","name":"店","name":"铺"}"#
      case 9: #"{"id":"\#(id)","removed":"误"}"#
      // From there on each line has to be looked at.
      case 10 where seed % 3 == 0: #"{"name":"店\#(random.roll(9))","size":3}"#
      case 11: #"{"id":"","name":"店"}"#
      case 12: #"{"id":"shop\u002d\#(number)","name":"店"}"#
      case 13: #"{"id":"\#(id)","name":"店","place":"\u006e"}"#
      case 14: "{\"id\":\"\(id)\",\"name\":\"\u{1}\"}"
      case 15: "not JSON"
      case 16: ""
      case 18:
        #"{ "size" : \#(random.roll(90)), "name": "店 \#(number)" ,"place":"\#(place)", "id": "\#(id)" }"#
      case 19: #"{"size":\#(random.roll(90)),"name":"店 \#(number)","id":"\#(id)"}"# + "\r"
      case 20: #"{"id":"\#(id)", "name":"店", "name":"铺"}"#
      case 21: #"{"id":"\#(id)", "name":"店", "n\u0061me":"铺"}"#
      case 22: #"{"id":"\#(id)", "other":[], "name":"店"}"#
      case 23: #"{"id":"\#(id)", "name":"店", "place": null}"#
      case 24: #"{"id":"\#(id)", "name":"店", "size": 1 2}"#
      case 25: #"{"id":"\#(id)", "name":"店",, "size": 1}"#
      case 26: #"{"id":"\#(id)", "name":"店" "size": 1}"#
      case 27: #"{"id":"\#(id)", "name":"店"} x"#
      case 17: #"{"id":"\#(id)","name":"店","size":40}"# + "\r"
      default:
        #"{"id":"\#(id)","name":"店 \#(number)","place":"\#(place)","size":\#(random.roll(90))}"#
      }
    }
  }

  private struct Outcome: Equatable {
    var lines: [[UInt8]] = []
    var said: [String] = []
    var standing = 0
  }

  /// Adds lines, in parts each of which is looked at before its first line is added; without parts each line is read.
  private static func add(_ bytes: Bytes, parts: Int?, in folder: String?) throws -> Outcome {
    let editor = Editor(Fixture.snapshot(), ids: Fixture.ids(), waitingIn: folder)
    var foresight = try editor.foresight(Shop.schema)
    let reader = RecordReader(Shop.schema)
    var outcome = Outcome()
    func read(_ line: Line, of bytes: Bytes) throws {
      do {
        let draft = try reader.draft(line, bytes, file: "shops.jsonl")
        outcome.said.append("\(line.number) \(try editor.add(draft, merging: true))")
      } catch let fault as Diagnostic {
        outcome.said.append("\(line.number) \(fault.name) \(fault.place?.column ?? 0)")
      }
    }
    var sights: [Foresight.Sight] = []
    var splitter = LineSplitter(0..<bytes.count)
    var all: [Line] = []
    while let line = bytes.withSpan({ splitter.line($0) }) { all.append(line) }
    for start in stride(from: 0, to: all.count, by: parts ?? all.count) {
      let part = all[start..<min(all.count, start + (parts ?? all.count))]
      guard parts != nil, let first = part.first, let last = part.last else {
        sights += part.map { .line($0) }
        continue
      }
      let range = first.start..<min(bytes.count, last.end + 1)
      sights += foresight.look(at: range, of: bytes, from: first.number)
    }
    for sight in sights {
      switch sight {
      case .line(let line): try read(line, of: bytes)
      case .lines(let lines):
        var next = 0
        while next < lines.count {
          let end = try editor.add(lines, from: next)
          outcome.standing += end - next
          for index in next..<end {
            let line = lines.line(index)
            let text = lines.bytes.withSpan { $0.extracting(line.range).text }
            let id = text.split(separator: "\"")[3]
            outcome.said.append("\(line.number) \(Editor.Effect.new(RecordID(String(id))))")
          }
          if end < lines.count { try read(lines.line(end), of: lines.bytes) }
          next = end + 1
        }
      }
    }
    outcome.lines = editor.changes.flatMap(\.lines)
    outcome.said += editor.diagnostics.map { "\($0.name) \($0.message.en) \($0.severity)" }
    return outcome
  }

  @Test(arguments: 1...30)
  func `as if each had been read`(seed: UInt64) throws {
    let text = Self.lines(seed, count: 300).joined(separator: "\n") + (seed % 2 == 0 ? "\n" : "")
    let bytes = Bytes(Array(text.utf8))
    try withTemporaryDirectory { folder in
      var plain = try Self.add(bytes, parts: nil, in: nil)
      #expect(plain.standing == 0)
      for parts in [1, 40, 300] {
        let seen = try Self.add(bytes, parts: parts, in: folder)
        plain.standing = seen.standing
        #expect(seen == plain)
      }
    }
  }

  @Test func `in any order of their keys, with blanks between them`() throws {
    let loose = (0..<300).map { #"{"name": "店 \#($0)" , "id": "s\#($0)","place":"n"}"# }
    let bytes = Bytes(Array((loose.joined(separator: "\n") + "\n").utf8))
    try withTemporaryDirectory { folder in
      let seen = try Self.add(bytes, parts: 100, in: folder)
      let written = (0..<300).map { #"{"id":"s\#($0)","name":"店 \#($0)","place":"n"}"# }
      #expect(seen.lines == written.map { Array($0.utf8) })
      #expect(seen.standing == 300)
    }
  }

  @Test func `behind a record that was changed`() throws {
    var lines = (0..<300).map { #"{"id":"s\#($0)","name":"店 \#($0)","place":"n"}"# }
    lines.insert(#"{"id":"shop-1","name":"新店"}"#, at: 100)
    lines.append(#"{"id":"shop-1","name":"店 7"}"#)
    lines.append(#"{"name":"店 250","size":3}"#)
    let bytes = Bytes(Array((lines.joined(separator: "\n") + "\n").utf8))
    try withTemporaryDirectory { folder in
      var plain = try Self.add(bytes, parts: nil, in: nil)
      let seen = try Self.add(bytes, parts: 50, in: folder)
      plain.standing = seen.standing
      #expect(seen == plain)
      #expect(seen.standing == 300)
      #expect(seen.said[100] == #"101 changed(shop-1, fields: ["name", "formerNames"])"#)
      #expect(seen.said[302].hasSuffix("refused"))
    }
  }

  @Test func `very many, more than a piece, with one that was given before`() throws {
    let count = 40_000
    var lines = (0..<count).map { #"{"id":"s\#($0)","name":"店 \#($0)","place":"n"}"# }
    lines.append(lines[count / 2])
    lines.append(#"{"id":"s7","name":"别的店","place":"n"}"#)
    let bytes = Bytes(Array((lines.joined(separator: "\n") + "\n").utf8))
    try withTemporaryDirectory { folder in
      let seen = try Self.add(bytes, parts: 1_000, in: folder)
      #expect(seen.lines == lines.prefix(count).map { Array($0.utf8) })
      #expect(seen.said.count == count + 3)
      #expect(seen.standing >= count - 10)
      #expect(seen.said[count].hasSuffix("same(s\(count / 2))"))
      #expect(seen.said[count + 1].hasSuffix("refused"))
    }
  }
}
