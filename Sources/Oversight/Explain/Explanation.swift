public import Bilingual
import JSONLines

/// What the name of an error or a check stands for: meaning, cause, what to do, an example.
public struct Explanation: Sendable {
  /// The stable name.
  public let name: String
  /// What it says.
  public let meaning: Phrase
  /// How it comes about.
  public let cause: Phrase
  /// What to do.
  public let remedy: Phrase
  /// Lines that show it: commands begin with `$`, lines of a data file with its name.
  public let example: [String]
}

extension Explanation {
  /// Reads entries from the text in which they are written.
  ///
  /// An entry is a name on a line of its own, then a line in English, one in Chinese, and the lines of
  /// the example behind `> `. A line holds meaning, cause and remedy with ` | ` between them; the
  /// meaning is left out where the check or the JSON error of that name says it already.
  static func parse(_ text: String) -> [Explanation] {
    var entries: [Explanation] = []
    var lines = text.split(separator: "\n").map(String.init)[...]
    while let name = lines.popFirst() {
      guard let en = lines.popFirst(), let zh = lines.popFirst() else {
        preconditionFailure("\(name) is explained in one language")
      }
      var example: [String] = []
      while let line = lines.first, line.hasPrefix("> ") {
        example.append(String(line.dropFirst(2)))
        lines.removeFirst()
      }
      let english = parts(of: en)
      let chinese = parts(of: zh)
      var parts = zip(english, chinese).map { Phrase(en: $0, zh: $1) }
      if parts.count == 2, let meaning = known(name) { parts.insert(meaning, at: 0) }
      precondition(english.count == chinese.count && parts.count == 3, "\(name) lacks a part")
      entries.append(
        Explanation(
          name: name,
          meaning: parts[0],
          cause: parts[1],
          remedy: parts[2],
          example: example
        )
      )
    }
    return entries
  }

  private static func parts(of line: String) -> [String] {
    var parts = [""]
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      if word == "|" {
        parts.append("")
      } else {
        parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + word
      }
    }
    return parts
  }

  /// What a check demands, or an error of JSON says, by its name.
  private static func known(_ name: String) -> Phrase? {
    if let check = Checks.all.first(where: { $0.name == name }) { return check.demand }
    guard name.hasPrefix("json-") else { return nil }
    return JSONError(JSONError.Code(rawValue: name), at: 0).message
  }

  /// Every name that the program may print, in alphabetical order.
  public static var all: [Explanation] {
    let texts = [
      commandLine, json, files, hands, records, attachments, tables, foreignFiles, policies, awards,
      receipts, cases, rights, collective, checks,
    ]
    return texts.flatMap(parse).sorted { $0.name < $1.name }
  }
}
