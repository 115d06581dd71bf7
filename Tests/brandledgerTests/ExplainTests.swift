import Foundation
import Testing

/// `explain`, tried as a clerk would who has just read an error.
struct ExplainTests {
  private func explained(_ name: String, lang: String = "en") throws -> Outcome {
    try Desk(isEmpty: true).run(["explain", name], ledger: nil, lang: lang)
  }

  @Test func `a name says its meaning, its cause and what to do, without a ledger`() throws {
    let english = try explained("json-trailing-comma")
    #expect(english.code == 0)
    #expect(english.output.contains("what to do  Remove the comma."))
    #expect(try explained("json-trailing-comma", lang: "zh").output.contains("删除该逗号"))
    #expect(try explained("error[title-twice]:").output.contains("always"))
  }

  @Test func `a name that is misspelt is met with the nearest`() throws {
    let outcome = try explained("json-trailing-coma")
    #expect(outcome.code == 3)
    #expect(outcome.names == ["unknown-name"])
    #expect(outcome.errors.contains("'json-trailing-comma'"))
  }

  @Test func `every command that is an example ends with the error that it shows`() throws {
    let desk = try Desk()
    let rows = try desk.run("explain", "-O", "json").rows()
    let names = rows.compactMap { $0["name"] as? String }
    #expect(names.count > 180)
    #expect(names == names.sorted())
    var count = 0
    for (name, line) in try Self.commands(desk, names) {
      let words = line.split(separator: " ").dropFirst().map(String.init)
      let told = try desk.run(Array(words))
      #expect(told.code != 0, "\(line)")
      #expect(told.names.contains(name), "\(line): \(told.errors)")
      count += 1
    }
    #expect(count > 25)
  }

  /// The examples that are commands, read from the sources of the explanations.
  private static func commands(_ desk: Desk, _ names: [String]) throws -> [(String, String)] {
    let folder = Desk.checkout.appendingPathComponent("Sources/Oversight/Explain")
    var found: [(String, String)] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let data = try Data(contentsOf: folder.appendingPathComponent(file))
      var name = ""
      for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
        let text = line.drop { $0 == " " }
        if names.contains(String(text)) { name = String(text) }
        if text.hasPrefix("> $ brandledger ") { found.append((name, String(text.dropFirst(4)))) }
      }
    }
    return found
  }
}
