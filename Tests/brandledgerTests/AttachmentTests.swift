import Foundation
import Glibc
import Testing

/// Papers that are kept with records, and what is refused.
struct AttachmentTests {
  private static let paper = "%PDF-1.4\n起诉状 =1+1\n%%EOF\n"

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.write(Self.paper, to: "起诉状 [2025].pdf")
    return desk
  }

  @Test func `a paper is kept under the hash of its content and comes back byte for byte`() throws {
    let desk = try desk()
    let id = try desk.expect("attach", "汇龙镇", "起诉状 [2025].pdf", "--title", "示例")
    let kept = try FileManager.default.contentsOfDirectory(atPath: desk.path("ledger/attachments"))
    #expect(kept.count == 1)
    let name = try #require(kept.first)
    #expect(name.count == 68 && name.hasSuffix(".pdf"))
    let rows = try desk.run("attachment", "list", "汇龙镇", "-O", "json").rows()
    #expect(rows.map { $0["name"] as? String } == ["起诉状 [2025].pdf"])
    #expect(rows.first.flatMap { $0["sha256"] as? String }.map { $0 + ".pdf" } == name)
    try desk.expect("attachment", "export", id, "copy.pdf")
    #expect(try desk.read("copy.pdf") == Self.paper)
    #expect(try desk.run("show", "汇龙镇").output.contains("Papers: 1"))
    #expect(try desk.run("check").names.isEmpty)
    let mode =
      try FileManager.default.attributesOfItem(
        atPath: desk.path("ledger/attachments/\(name)")
      )[.posixPermissions] as? Int
    #expect(mode.map { $0 & 0o007 } == 0)
    let again = try desk.run("attach", "汇龙镇", "起诉状 [2025].pdf")
    #expect(again.code == 3 && again.errors.contains("error[record-exists]"))
  }

  @Test func `what is no plain paper is refused, and nothing is kept`() throws {
    let desk = try desk()
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: desk.path("link.pdf"),
      withDestinationPath: desk.path("起诉状 [2025].pdf")
    )
    try manager.createDirectory(atPath: desk.path("folder.pdf"), withIntermediateDirectories: false)
    try desk.write("#!/bin/sh\n", to: "tool.sh")
    try desk.write("<html>", to: "page.pdf")
    try desk.write("", to: "empty.txt")
    try desk.write("a\u{0}b", to: "zero.txt")
    unsafe mkfifo(desk.path("pipe.txt"), 0o600)
    try manager.createSymbolicLink(
      atPath: desk.path("device.txt"),
      withDestinationPath: "/dev/zero"
    )
    let rows = [
      ("link.pdf", "attachment-link"), ("folder.pdf", "attachment-link"),
      ("pipe.txt", "attachment-link"), ("device.txt", "attachment-link"),
      ("tool.sh", "attachment-type"), ("page.pdf", "attachment-type"),
      ("zero.txt", "attachment-type"), ("/dev/zero", "attachment-type"),
      ("empty.txt", "attachment-size"), ("../x/paper.pdf", "attachment-path"),
      ("folder.pdf/../\u{338}.pdf", "attachment-path"),
      ("nowhere.pdf", "cannot-read"), ("nowhere", "cannot-read"), ("nowhere.exe", "cannot-read"),
    ]
    for (path, name) in rows {
      let outcome = try desk.run("attach", "汇龙镇", path)
      #expect(outcome.code == 3, "\(path)")
      #expect(outcome.names == [name], "\(path): \(outcome.errors)")
    }
    #expect(!manager.fileExists(atPath: desk.path("ledger/attachments")))
    #expect(try desk.run("attachment", "list", "-O", "json").rows().isEmpty)
  }

  @Test func `check names papers that are altered, missing, or of no record`() throws {
    let desk = try desk()
    try desk.expect("attach", "汇龙镇", "起诉状 [2025].pdf")
    let folder = desk.path("ledger/attachments")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    try desk.write(Self.paper + "x", to: "ledger/attachments/\(name)")
    try desk.write("x", to: "ledger/attachments/notes.txt")
    let altered = try desk.run("check", "-O", "json").rows().compactMap { $0["name"] as? String }
    #expect(altered.contains("attachment-altered") && altered.contains("attachment-stray"))
    try FileManager.default.removeItem(atPath: folder + "/" + name)
    let missing = try desk.run("check", "-O", "json").rows().compactMap { $0["name"] as? String }
    #expect(missing.contains("attachment-missing"))
    #expect(try desk.run("attachment", "export", "att", "x.pdf").code == 3)
  }

  @Test func `a record written by hand opens no file outside the folder`() throws {
    let desk = try desk()
    let line =
      #"{"id":"att-1","kind":"town","record":"320681100","type":"txt","bytes":1,"#
      + #""sha256":"../../../etc/passwd"}"#
    try desk.write(line + "\n", to: "bad.jsonl")
    let added = try desk.run("import", "attachment", "bad.jsonl")
    #expect(added.code == 0, "\(added.errors)")
    let id = try #require(try desk.records("attachment").first?["id"] as? String)
    let outcome = try desk.run("attachment", "export", id, "out.txt")
    #expect(outcome.names == ["attachment-name"])
    #expect(!FileManager.default.fileExists(atPath: desk.path("out.txt")))
    #expect(try desk.run("check", "attachment-record").code == 1)
  }

  @Test func `a dry run keeps nothing`() throws {
    let desk = try desk()
    let outcome = try desk.run("attach", "汇龙镇", "起诉状 [2025].pdf", "--dry-run")
    #expect(outcome.code == 0 && outcome.output.contains("attachments.jsonl: "))
    #expect(!FileManager.default.fileExists(atPath: desk.path("ledger/attachments")))
  }
}
