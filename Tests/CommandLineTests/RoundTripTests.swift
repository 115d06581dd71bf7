import CommandLine
import TestSupport
import Testing

/// What was meant, written as a command line in every way that there is, is read as it was meant.
struct RoundTripTests {
  struct Wish: Equatable {
    var year: Int?
    var tags: [String] = []
    var copies: Int?
    var quiet = false
    var title = ""
    var authors: [String] = []
  }

  static let texts = [
    "a", "=", "a=b", "-", "--", "-x", "--year", "-5", "", " ", "红楼梦", "é", "e\u{301}", "👨‍👩‍👧", "\n",
    "help",
  ]

  @Test(arguments: 0..<8)
  func `every way of writing an option reads the same`(seed: UInt64) {
    var random = SeededRandom(seed)
    for _ in 0..<250 {
      let wish = Self.wish(&random)
      let words = Self.line(wish, &random)
      let parsed = parse(words)
      #expect(parsed.request.kind == "run", "\(words)")
      let arguments = parsed.arguments
      guard parsed.request.kind == "run" else { continue }
      let read = Wish(
        year: arguments[Add.year],
        tags: arguments[Add.tags],
        copies: arguments[Add.balance],
        quiet: arguments[Shelf.quiet],
        title: arguments[Add.title],
        authors: arguments[Add.authors]
      )
      #expect(read == wish, "\(words)")
    }
  }

  private static func wish(_ random: inout SeededRandom) -> Wish {
    Wish(
      year: Bool.random(using: &random) ? Int.random(in: 1000...2999, using: &random) : nil,
      tags: some(&random),
      copies: Bool.random(using: &random) ? Int.random(in: -100...100, using: &random) : nil,
      quiet: Bool.random(using: &random),
      title: texts.randomElement(using: &random) ?? "",
      authors: some(&random)
    )
  }

  private static func some(_ random: inout SeededRandom) -> [String] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      texts.randomElement(using: &random) ?? ""
    }
  }

  /// Writes options in any order and any form, then the arguments behind two dashes.
  private static func line(_ wish: Wish, _ random: inout SeededRandom) -> [String] {
    var groups = wish.tags.map { option("--tag", "-t", $0, &random) }
    if let year = wish.year {
      let group = option("--year", "-y", "\(year)", &random)
      groups.insert(group, at: Int.random(in: 0...groups.count, using: &random))
    }
    if let copies = wish.copies { groups.append(["--balance=\(copies)"]) }
    if wish.quiet {
      let at = Int.random(in: 0...groups.count, using: &random)
      groups.insert([Bool.random(using: &random) ? "-q" : "--quiet"], at: at)
    }
    return ["add"] + groups.flatMap { $0 } + ["--", wish.title] + wish.authors
  }

  private static func option(
    _ long: String,
    _ short: String,
    _ value: String,
    _ random: inout SeededRandom
  ) -> [String] {
    let looksLikeOption = value.count > 1 && value.first == "-" && value != "-5"
    // "-tVALUE" cannot hold a value that is empty or begins with an equals sign.
    let canJoin = !value.isEmpty && value.first != "="
    return switch Int.random(in: 0..<5, using: &random) {
    case 0 where !looksLikeOption: [long, value]
    case 1 where !looksLikeOption: [short, value]
    case 2 where canJoin && value != "\u{301}": [short + value]
    case 3: [short + "=" + value]
    default: [long + "=" + value]
    }
  }
}
