import Foundation
import Glibc
import Testing

/// Each exit code, where it can be provoked.
struct ExitCodeTests {
  @Test func `0 when it is done, 1 with findings, 2 for a wrong command line, 3 for refused data`()
    throws
  {
    let desk = try Desk()
    #expect(try desk.run("list", "brand").code == 0)
    #expect(try desk.run("check", "target-contradiction").code == 1)
    #expect(try desk.run("check", "scheme-validity").code == 0)
    for words in [
      [], ["nonsense"], ["list"], ["list", "nothing"], ["award", "compute", "--year", "x"],
      ["list", "brand", "-O", "pdf"], ["list", "brand", "-o", "x.pdf"],
      ["list", "brand", "-o", "x.csv", "-O", "json"], ["remove", "brand", "x"],
      ["check", "nonsense"], ["case", "stats", "--from", "2025-02-01", "--until", "2025-01-01"],
    ] {
      #expect(try desk.run(words).code == 2, "\(words)")
    }
    #expect(try desk.run("add", "brand").code == 3)
    #expect(try desk.run("list", "brand", ledger: "nowhere").names == ["no-ledger"])
    #expect(try desk.run("list", "brand", ledger: "nowhere").errors.contains("nowhere"))
    #expect(try desk.run("init", "ledger").names == ["ledger-exists"])
  }

  @Test(
    arguments: [
      ["list", "scheme"], ["list", "scheme", "-O", "jsonl"], ["count", "scheme", "--by", "level"],
      ["log"], ["help"],
      ["--version"], ["add", "brand", "name=天汾示例", "-O", "json"],
    ]
  )
  func `6 for an answer that a full disk cuts off`(words: [String]) throws {
    let outcome = try Desk().run(words, into: "/dev/full")
    #expect(outcome.code == 6, "\(words)")
    #expect(outcome.errors.contains("cannot-write"))
  }

  @Test func `4 for a file that is shorter than what was committed`() throws {
    let desk = try Desk()
    let bytes = try Data(contentsOf: desk.folder.appendingPathComponent("ledger/towns.jsonl"))
    try bytes.dropLast().write(to: desk.folder.appendingPathComponent("ledger/towns.jsonl"))
    for words in [["list", "town"], ["add", "brand", "name=x"]] {
      let outcome = try desk.run(words)
      #expect(outcome.code == 4, "\(words)")
      #expect(outcome.names == ["file-too-short"])
    }
    #expect(try desk.run("check").code != 0)
  }

  @Test func `4 for bytes that were altered since, and check names the commit`() throws {
    let desk = try Desk()
    try desk.expect("add", "brand", "name=甲牌")
    try desk.write(
      try desk.read("ledger/brands.jsonl").replacing("甲", with: "乙"),
      to: "ledger/brands.jsonl"
    )
    let outcome = try desk.run("add", "brand", "name=丙牌")
    #expect(outcome.code == 4)
    #expect(outcome.names == ["altered-bytes"])
    let check = try desk.run("check")
    #expect(check.code == 1)
    #expect(check.output.contains("commit 2"))
  }

  @Test func `a torn commit is not looked at, and moved aside by the next that writes`() throws {
    let desk = try Desk()
    let torn = #"{"commit":2,"at":"2026-01-31T12:0"#
    try desk.write(try desk.read("ledger/commits.jsonl") + torn, to: "ledger/commits.jsonl")
    try desk.write(#"{"id":"b","name":"半"#, to: "ledger/brands.jsonl")
    let reading = try desk.run("list", "brand", "-O", "json")
    #expect(reading.code == 0)
    #expect(try reading.rows().isEmpty)
    let writing = try desk.run("add", "brand", "name=甲牌")
    #expect(writing.code == 0)
    #expect(writing.names == ["bytes-recovered", "bytes-recovered"])
    let saved = try FileManager.default.contentsOfDirectory(atPath: desk.path("ledger/recovered"))
    #expect(saved.count == 2)
    let kept = try saved.map { try desk.read("ledger/recovered/\($0)") }
    #expect(Set(kept) == [torn, #"{"id":"b","name":"半"#])
    #expect(try desk.records("brand").map { $0["name"] as? String } == ["甲牌"])
    #expect(try desk.run("check", "scheme-validity").code == 0)
  }

  @Test func `5 while another process holds the lock, and reading goes on`() throws {
    let desk = try Desk()
    let lock = try FileHandle(forUpdating: desk.folder.appendingPathComponent("ledger/.lock"))
    try #require(flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    #expect(try desk.run("list", "brand").code == 0)
    let outcome = try desk.run("add", "brand", "name=甲牌")
    #expect(outcome.code == 5)
    #expect(outcome.names == ["ledger-busy"])
    try lock.close()
    #expect(try desk.run("add", "brand", "name=甲牌").code == 0)
  }

  @Test func `6 where a file cannot be written`() throws {
    let desk = try Desk()
    let outcome = try desk.run("list", "town", "-o", "nowhere/towns.csv")
    #expect(outcome.code == 6)
    #expect(outcome.names == ["cannot-write"])
  }

  @Test func `an answer is not written over a file of a ledger, and a device stays one`() throws {
    let desk = try Desk()
    let towns = try desk.read("ledger/towns.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: desk.path("link.jsonl"),
      withDestinationPath: desk.path("ledger/towns.jsonl")
    )
    for name in [
      "ledger/towns.jsonl", "ledger/new.jsonl", "ledger/../ledger/commits.jsonl", "ledger/.lock",
      "link.jsonl",
    ] {
      let outcome = try desk.run("list", "town", "-O", "jsonl", "-o", name)
      #expect(outcome.code == 6, "\(name)")
      #expect(outcome.errors.contains("\"file-of-ledger\""), "\(name): \(outcome.errors)")
    }
    #expect(try desk.read("ledger/towns.jsonl") == towns)
    #expect(try desk.run("list", "town", "-o", "ledger/towns.csv").code == 0)

    // A pipe stands for what is no plain file: the answer comes out of it, and it is not replaced.
    let pipe = desk.path("pipe.csv")
    try #require(unsafe mkfifo(pipe, 0o600) == 0)
    let reader = unsafe open(pipe, O_RDWR | O_NONBLOCK)
    defer { close(reader) }
    #expect(try desk.run("list", "town", "--columns", "id", "-o", "pipe.csv").code == 0)
    var status = stat()
    let found = unsafe stat(pipe, &status)
    #expect(found == 0 && status.st_mode & S_IFMT == S_IFIFO)

    try desk.write("old", to: "real.csv")
    try FileManager.default.createSymbolicLink(
      atPath: desk.path("link.csv"),
      withDestinationPath: desk.path("real.csv")
    )
    #expect(try desk.run("list", "town", "--columns", "id", "-o", "link.csv").code == 0)
    #expect(try desk.read("real.csv").contains("320681"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: desk.path("link.csv")) != "")
  }

  @Test func `a read-only copy answers every question`() throws {
    let desk = try Desk()
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.path("ledger"))
    func allow(_ mode: Int, _ path: String) throws {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    for name in names { try allow(0o444, desk.path("ledger/\(name)")) }
    try allow(0o555, desk.path("ledger"))
    defer { try? allow(0o755, desk.path("ledger")) }
    for words in [
      ["list", "town"], ["log"], ["progress", "--year", "2025"], ["case", "stats"], ["find", "启东"],
    ] {
      #expect(try desk.run(words).code == 0, "\(words)")
    }
    let after = try FileManager.default.contentsOfDirectory(atPath: desk.path("ledger"))
    #expect(Set(after) == Set(names))
  }
}
