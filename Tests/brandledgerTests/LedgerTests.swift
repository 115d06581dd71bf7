import Foundation
import Testing

/// `init` from the binary alone, and the ledger of the example city.
struct LedgerTests {
  @Test func `init works in an empty directory with nothing beside the binary`() throws {
    let desk = try Desk(isEmpty: true)
    let outcome = try desk.run(["init"], ledger: nil, lang: "zh")
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("312 条参考记录"))
    #expect(FileManager.default.fileExists(atPath: desk.path("data/ledger/commits.jsonl")))
    for (kind, count) in [
      ("scheme", 19), ("authority", 11), ("target", 94), ("town", 21), ("nice-class", 45),
      ("term", 84),
      ("holiday", 20), ("fee", 18),
    ] {
      let rows = try desk.run(["list", kind, "-O", "json"], ledger: nil).rows()
      #expect(rows.count == count, "\(kind)")
    }
    #expect(try desk.run(["check"], ledger: nil).errors.contains("0 errors"))
    #expect(try desk.run(["init"], ledger: nil).code == 3)
  }

  @Test func `init and reading give the same bytes again at the same moment`() throws {
    let (one, two) = (try Desk(), try Desk(isEmpty: true))
    try two.expect("init", "ledger")
    for name in try FileManager.default.contentsOfDirectory(atPath: one.path("ledger"))
    where name.hasSuffix(".jsonl") {
      #expect(try one.read("ledger/\(name)") == two.read("ledger/\(name)"), "\(name)")
    }
  }

  private func city(_ words: String...) throws -> Outcome {
    try Desk(isEmpty: true).run(words, ledger: Desk.path("data/ledger"))
  }

  @Test func `the example city has no errors`() throws {
    let check = try city("check")
    #expect(check.errors.hasPrefix("0 errors, "), "\(check.output)")
    #expect(!check.output.contains("error["))
  }

  @Test func `every line of its files is a JSON object with an id, or a commit`() throws {
    let folder = URL(fileURLWithPath: Desk.path("data/ledger"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".jsonl") }
    #expect(names.count >= 29)
    for name in names {
      let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
      #expect(bytes.last == 0x0A, "\(name)")
      for line in bytes.split(separator: 0x0A) {
        let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
        #expect(object?[name == "commits.jsonl" ? "commit" : "id"] != nil, "\(name)")
      }
    }
  }

  @Test func `it has three years of titles, marks, patents and cases, visibly examples`() throws {
    for (kind, field, from) in [
      ("recognition", "awarded", 2023), ("trademark", "registeredOn", 2023),
      ("patent", "grantedOn", 2023), ("case", "receivedOn", 2023),
    ] {
      let dates = try city("list", kind, "-O", "json").rows().compactMap { $0[field] as? String }
      for year in from...2025 {
        #expect(dates.contains { $0.hasPrefix("\(year)") }, "\(kind) \(year)")
      }
    }
    let names = try city("list", "enterprise", "-O", "json").rows().map { "\($0["name"] ?? "")" }
    #expect(names.count > 100)
    #expect(names.allSatisfy { $0.contains("示例") }, "\(names.filter { !$0.contains("示例") })")
  }

  @Test func `every target of the plan names its clause`() throws {
    let targets = try city("list", "target", "-O", "json").rows()
    #expect(targets.count == 117)
    #expect(targets.allSatisfy { ($0["clause"] as? String)?.isEmpty == false })
  }

  @Test func `the pilots have a standard and members`() throws {
    let marks = try city("list", "trademark", "--where", "kind=集体商标", "-O", "json").rows()
    #expect(Set(marks.map { "\($0["mark"] ?? "")" }) == ["天汾电动工具", "吕四海鲜"])
    let members = try city("list", "membership", "-O", "json").rows()
    for mark in marks {
      let own = members.filter { $0["mark"] as? String == mark["id"] as? String }
      #expect(own.count > 3)
      #expect(own.allSatisfy { $0["standard"] != nil })
    }
  }
}
