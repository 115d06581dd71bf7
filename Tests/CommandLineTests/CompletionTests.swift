import Bilingual
import CommandLine
import TestSupport
import Testing

struct CompletionTests {
  @Test(arguments: Shell.allCases, Language.allCases)
  func `the script is drawn from the declaration`(shell: Shell, language: Language) throws {
    let script = Shelf.program.completions(for: shell, in: language)
    try expectGolden(script, "completions.\(language.rawValue).\(shell.rawValue)")
  }

  @Test(.enabled(if: hasTool("zsh"), "zsh is not installed"), arguments: Language.allCases)
  func `zsh can read its script`(language: Language) throws {
    let script = Shelf.program.completions(for: .zsh, in: language)
    let result = try runTool("zsh", ["-n"], input: script)
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test(.enabled(if: hasTool("fish"), "fish is not installed"), arguments: Language.allCases)
  func `fish can read its script`(language: Language) throws {
    let script = Shelf.program.completions(for: .fish, in: language)
    let result = try runTool("fish", ["-n"], input: script)
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test(
    .enabled(if: hasTool("fish"), "fish is not installed"),
    arguments: [
      ("shelf l", ["list", "loan"]), ("shelf --lang zh loan c", ["close"]),
      ("shelf list -O ", ["table", "csv"]), ("shelf list -O t", ["table"]),
      ("shelf ls --output=c", ["--output=csv"]), ("shelf help loan o", ["open"]),
      ("shelf show b.txt ", ["title", "authors"]), ("shelf list --re", ["--reverse"]),
      ("shelf loan close l", []),
    ] as [(String, [String])]
  )
  func `fish offers what fits the place`(line: String, offers: [String]) throws {
    let script = """
      \(Shelf.program.completions(for: .fish, in: .english))
      complete -C '\(line)'
      """
    let result = try runTool("fish", ["--no-config"], input: script)
    #expect(result.errors == "")
    let offered = result.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
    #expect(offered.map(String.init).sorted() == offers.sorted())
  }

  /// The words as bash splits them, the last one being typed, and what it should offer.
  struct Row: CustomTestStringConvertible {
    let words: [String]
    let offers: [String]

    init(_ words: [String], _ offers: [String]) {
      self.words = words
      self.offers = offers
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  static let rows = [
    Row([""], ["add", "list", "show", "loan", "help"]),
    Row(["l"], ["list", "loan"]),
    Row(["loan", ""], ["open", "close"]),
    Row(["help", "loan", "o"], ["open"]),
    Row(["--lang", ""], ["zh", "en"]),
    Row(["--lang", "zh", "lo"], ["loan"]),
    Row(["--lang", "=", "zh", "loan", "c"], ["close"]),
    Row(["--lang", "="], ["zh", "en"]),
    Row(["list", "--lang", "=", "z"], ["zh"]),
    Row(["ls", "-O", "c"], ["csv"]),
    Row(["list", "--output", ""], ["table", "csv"]),
    Row(["list", "--re"], ["--reverse"]),
    Row(["list", "--l"], ["--long", "--lang"]),
    Row(["loan", "--l"], ["--lang"]),
    Row(["add", "--kind", "小"], ["小说"]),
    Row(["show", "book.txt", ""], ["title", "authors"]),
    Row(["show", "-q", "book.txt", "a"], ["authors"]),
    Row(["loan", "close", "list"], []),
    Row(["list", "--", "--l"], []),
    Row(["--ver"], ["--version"]),
    Row(["list", "--ver"], []),
  ]

  @Test(.enabled(if: hasTool("bash"), "bash is not installed"), arguments: rows)
  func `bash offers what fits the place`(row: Row) throws {
    let offered = try complete(row.words, folder: "/")
    #expect(offered == row.offers)
  }

  @Test(.enabled(if: hasTool("bash"), "bash is not installed"))
  func `bash offers files and directories where paths are typed`() throws {
    #expect(try complete(["--catalog", "/us"]) == ["/usr"])
    #expect(try complete(["add", "A", "--cover-image", "/etc/passw"]).contains("/etc/passwd"))
    #expect(try complete(["show", "/etc/passw"]).contains("/etc/passwd"))
    #expect(try complete(["-c", "/etc/passw"]) == [])
  }

  private func complete(_ words: [String], folder: String = "/") throws -> [String] {
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      cd \(folder)
      set -u
      \(Shelf.program.completions(for: .bash, in: .english))
      COMP_WORDS=(shelf \(quoted))
      COMP_CWORD=\(words.count)
      _shelf
      [[ ${#COMPREPLY[@]} -eq 0 ]] || printf '%s\\n' "${COMPREPLY[@]}"
      complete -p shelf
      """
    let result = try runTool("bash", ["--norc"], input: script)
    #expect(result.errors == "")
    var lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.popLast() == "complete -F _shelf shelf")
    return lines
  }
}
