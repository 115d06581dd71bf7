import Bilingual
import Ledger
import Testing

struct VerifyTests {
  private let storage = MemoryStorage()
  private let store: LedgerStore
  private let committed: [String: [UInt8]]

  init() throws {
    store = try LedgerStore.withHistory(storage)
    committed = storage.files
  }

  /// The lines of `commits.jsonl`.
  private func commitLines() throws -> [String] {
    try #require(committed[Commit.file]).split(separator: 0x0A).map { text(Array($0)) }
  }

  /// The line with the hash at its end that fits what stands before it.
  private func sealed(_ line: String) -> String {
    let body = line.dropLast(77)
    return body + #","sha256":"\#(SHA256.hash(Array(body.utf8)))"}"#
  }

  private func setCommits(_ lines: [String]) {
    storage.files[Commit.file] = Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  @Test func `nothing is found where nothing was altered`() throws {
    #expect(try store.verify().isEmpty)
  }

  @Test func `every altered byte of every data file is found in its commit`() throws {
    let commits = try store.log()
    for name in ["tools.jsonl", "workshops.jsonl"] {
      for index in try #require(committed[name]).indices {
        storage.files = committed
        storage.files[name]?[index] ^= 0x20
        let owner = commits.first { ($0.files[name]?.bytes ?? 0) > index }
        let findings = try store.verify()
        #expect(findings.map(\.name) == ["altered-bytes"])
        #expect(findings.first?.place?.file == name)
        let line = committed[name]?[..<index].count { $0 == 0x0A }
        #expect(try #require(findings.first?.place?.line) <= #require(line) + 1)
        #expect(findings.first?.message.en.contains("commit \(owner?.number ?? 0) ") == true)
      }
    }
  }

  @Test func `a commit that was altered is told with its lines`() throws {
    try store.write(12, "add", [.put(Tool.draft("t-5", "锯")), .put(Tool.draft("t-6", "钳"))])
    let size = try #require(storage.files["tools.jsonl"]?.count)
    storage.files["tools.jsonl"]?[size - 5] ^= 1
    let altered = try #require(try store.verify().first)
    #expect(altered.place?.line == 6)
    #expect(
      altered.message.en == "the bytes that commit 5 appended in lines 6 to 7 were altered since"
    )
    #expect(altered.message.zh == "提交 5 写入的内容第 6 至 7 行此后被改动")
  }

  @Test(arguments: [true, false])
  func `a byte put in or taken out is told once, at the first line that is no record any more`(
    isPutIn: Bool
  ) throws {
    try store.write(12, "add", [.put(Tool.draft("t-5", "锯")), .put(Tool.draft("t-6", "钳"))])
    try store.write(13, "add", [.put(Tool.draft("t-7", "锉"))])
    // In the second of the two lines, within the key of its id.
    let place = try #require(storage.files["tools.jsonl"]).count - 50
    if isPutIn {
      storage.files["tools.jsonl"]?.insert(0x7B, at: place)
    } else {
      storage.files["tools.jsonl"]?.remove(at: place)
    }
    let findings = try store.verify()
    #expect(findings.map(\.name) == ["altered-bytes"])
    #expect(findings.first?.place?.line == 7)
    #expect(
      findings.first?.message.en
        == "the bytes that commit 5 appended in lines 6 to 7 (line 7 is no record any more) were altered since"
    )
    #expect(findings.first?.help?.en.contains("adopt --rewrite") == true)
    let refused = refusal { _ = try store.tools() }
    #expect(refused?.list == findings)
    #expect(refused?.outcome == .needsRecovery)
  }

  @Test func `line ends that an editor changed are told once`() throws {
    let bytes = try #require(storage.files["tools.jsonl"])
    storage.files["tools.jsonl"] = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(try store.verify().map(\.name) == ["line-ends"])
    // A byte that differs besides is no matter of line ends.
    storage.files["tools.jsonl"]?[9] ^= 1
    #expect(try store.verify().map(\.name).contains("altered-bytes"))
  }

  @Test func `every file is read once, however many commits wrote to it`() throws {
    func reads() throws -> [String] {
      storage.forgetCalls()
      #expect(try store.verify().isEmpty)
      return storage.calls.filter { $0.hasPrefix("read ") }
    }
    let few = try reads()
    for number in 0..<40 {
      try store.write(12, "add", [.put(Tool.draft(RecordID("n-\(number)"), "锯"))])
    }
    #expect(try reads() == few)
  }

  @Test func `bytes behind the commits are told with line and column`() throws {
    storage.files["tools.jsonl"]?.append(contentsOf: Array("{\"id\"".utf8))
    let found = try #require(try store.verify().first)
    #expect(found.name == "uncommitted-bytes")
    #expect(found.place?.line == 6)
    #expect(found.place?.column == 1)
  }

  @Test func `a shortened file is found from the first commit that it no longer holds`() throws {
    let sizes = try store.log().map { $0.files["tools.jsonl"]?.bytes ?? 0 }
    storage.files["tools.jsonl"]?.removeSubrange((sizes[1] + 1)...)
    let findings = try store.verify()
    #expect(findings.map(\.name) == ["file-too-short", "file-too-short"])
    #expect(findings.first?.message.en.contains("commit 3 ") == true)
    #expect(findings.allSatisfy { $0.severity == .error })
    storage.files["tools.jsonl"] = nil
    #expect(try store.verify().map(\.name) == Array(repeating: "file-too-short", count: 4))
  }

  @Test(arguments: [0, 1, 2])
  func `an edited commit line is found by the line behind it`(index: Int) throws {
    var lines = try commitLines()
    lines[index] = sealed(lines[index].replacing("clerk-", with: "Clerk-"))
    setCommits(lines)
    let findings = try store.verify()
    #expect(findings.map(\.name) == ["broken-chain"])
    #expect(findings.first?.place?.line == index + 2)
    #expect(findings.first?.place?.file == Commit.file)
  }

  @Test(arguments: [0, 1, 2, 3])
  func `a commit line with an altered byte is found by its own hash`(index: Int) throws {
    var lines = try commitLines()
    lines[index] = lines[index].replacing("clerk-", with: "Clerk-")
    setCommits(lines)
    let findings = try store.verify()
    #expect(findings.map(\.name) == ["altered-commit"])
    #expect(findings.first?.place?.line == index + 1)
    guard index == 3 else { return }
    #expect(refusal { _ = try store.snapshot() }?.list.map(\.name) == ["altered-commit"])
    #expect(refusal { _ = try store.snapshot() }?.outcome == .needsRecovery)
  }

  @Test func `a commit line taken out, doubled or moved breaks the chain`() throws {
    let lines = try commitLines()
    setCommits([lines[0], lines[2], lines[3]])
    #expect(try store.verify().first?.name == "broken-chain")
    #expect(try store.verify().first?.place?.line == 2)
    setCommits([lines[0], lines[1], lines[1], lines[2], lines[3]])
    #expect(try store.verify().first?.name == "broken-chain")
    #expect(try store.verify().first?.place?.line == 3)
    setCommits([lines[1], lines[2], lines[3]])
    #expect(try store.verify().first?.place?.line == 1)
    setCommits([lines[0], lines[2], lines[1], lines[3]])
    #expect(try store.verify().first?.place?.line == 2)
  }

  @Test func `a commit whose sizes do not continue those before is found`() throws {
    let commits = try store.log()
    var lines = try commitLines()
    let workshops = try #require(commits[3].files["workshops.jsonl"])
    // The last line has no successor that would betray it.
    lines[3] = lines[3].replacing(
      "\"workshops.jsonl\":{\"bytes\":\(workshops.bytes)}",
      with: "\"workshops.jsonl\":{\"bytes\":\(workshops.bytes - 1)}"
    )
    lines[3] = sealed(lines[3])
    setCommits(lines)
    #expect(try store.verify().first?.name == "broken-sizes")
    #expect(try store.verify().first?.place?.line == 4)
  }

  @Test func `a commit that forgets a file is found`() throws {
    let commits = try store.log()
    var lines = try commitLines()
    let workshops = try #require(commits[3].files["workshops.jsonl"])
    lines[3] = lines[3].replacing(",\"workshops.jsonl\":{\"bytes\":\(workshops.bytes)}", with: "")
    lines[3] = sealed(lines[3])
    setCommits(lines)
    let findings = try store.verify()
    #expect(findings.map(\.name) == ["broken-sizes", "uncommitted-bytes"])
    #expect(findings.first?.message.en.contains("workshops.jsonl") == true)
  }

  @Test func `everything that was altered is told, in the order of commits`() throws {
    let sizes = try store.log().map { $0.files["tools.jsonl"]?.bytes ?? 0 }
    storage.files["tools.jsonl"]?[sizes[2]] ^= 1
    storage.files["tools.jsonl"]?[0] ^= 1
    storage.files["workshops.jsonl"]?[0] ^= 1
    let findings = try store.verify()
    #expect(findings.map(\.name) == Array(repeating: "altered-bytes", count: 3))
    #expect(findings.map(\.place?.file) == ["tools.jsonl", "workshops.jsonl", "tools.jsonl"])
    for (finding, number) in zip(findings, [1, 2, 4]) {
      #expect(finding.message.en.contains("commit \(number) "))
      #expect(finding.message.zh.contains("提交 \(number) "))
    }
  }
}
