import Foundation
import Testing

/// What the README says is there, and what is there it says.
struct ReadmeTests {
  private let readme: String

  init() throws {
    readme = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: Desk.path("README.md"))),
      as: UTF8.self
    )
  }

  @Test func `every command is named`() throws {
    for command in try HelpTests.commands() {
      let isGroup = try HelpTests.commands().contains { $0.hasPrefix(command + " ") }
      #expect(isGroup || readme.contains("`\(command)`"), "\(command)")
    }
  }

  @Test func `every command that is named exists`() throws {
    let commands = Set(try HelpTests.commands())
    let groups = Set(
      commands.compactMap { command in
        command.contains(" ") ? command.split(separator: " ").first.map(String.init) : nil
      }
    )
    var count = 0
    for line in readme.split(separator: "\n") where !line.hasPrefix("|") {
      for part in line.ranges(of: "brandledger ") {
        let words = line[part.upperBound...].prefix { $0 != "`" && $0 != ")" && $0 != "#" }
          .split(separator: " ").map(String.init)
        guard let first = words.first, first.allSatisfy({ $0.isASCII && $0.isLowercase }),
          !line.contains("--product brandledger \(first)"), first != "my"
        else { continue }
        guard !line.hasPrefix("# ") else { continue }
        let name = groups.contains(first) ? words.prefix(2).joined(separator: " ") : first
        #expect(commands.contains(name), "\(line)")
        count += 1
      }
    }
    #expect(count > 25)
  }

  @Test func `the main command runs on the ledger that a checkout has`() throws {
    let outcome = try Desk(isEmpty: true).run(
      ["award", "compute", "--year", "2025"],
      ledger: Desk.path("data/ledger")
    )
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("2,061,000.00"))
  }
}
