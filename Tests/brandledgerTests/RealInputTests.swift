import Foundation
import TestSupport
import Testing

/// The public lists beside the checkout, imported with the mappings of the repository.
@Suite(.enabled(if: Shared.data != nil))
struct RealInputTests {
  private static let enterprises = "enterprises/qidong_enterprises_1638.csv"
  private static let lists = "brands/brand_lists_from_public_pages.csv"

  private func shared(_ name: String) throws -> String {
    try #require(Shared.data) + "/" + name
  }

  private func mapping(_ name: String) -> [String] {
    ["--mapping", Desk.path("data/mappings/\(name).map")]
  }

  @Test func `1,638 registered enterprises are imported once`() throws {
    let desk = try Desk()
    let words =
      ["import", "enterprise", try shared(Self.enterprises)]
      + mapping("qidong-enterprises")
    let first = try desk.run(words)
    #expect(first.code == 0)
    #expect(first.errors.contains("1638 rows: 1638 new, 0 changed, 0 same, 0 refused\n"))

    let records = try desk.records("enterprise")
    #expect(records.count == 1_638)
    #expect(Set(records.map { $0["id"] as? String }).count == 1_638)
    #expect(records.count { $0["capital"] != nil } > 1_000)
    #expect(records.allSatisfy { ($0["registeredOn"] as? String)?.count == 10 })
    let repair = try #require(records.first)
    #expect(repair["name"] as? String == "启东市环宇汽车修理有限公司")
    #expect(repair["creditCode"] as? String == "9132068113883573X1")
    #expect(repair["registeredOn"] as? String == "1979-12-01")
    #expect(repair["capital"] as? String == "50(万元人民币)")
    #expect(repair["address"] as? String == "汇龙镇人民西路1175号")
    #expect(repair["town"] as? String == "320681100")
    #expect(repair["type"] == nil, "the source says N/A")

    let towns = Dictionary(
      uniqueKeysWithValues: try desk.records("town").map {
        ($0["id"] as? String, $0["name"] as? String ?? "")
      }
    )
    // An address that begins with a town lies in it, unless it names another place too.
    for record in records {
      guard let address = record["address"] as? String,
        let town = towns.values.first(where: { address.hasPrefix($0) })
      else { continue }
      let said = record["town"].flatMap { towns[$0 as? String] }
      let namesTwo = address.contains("和合镇") || address.contains("滨海工业")
      #expect(said == town || said == nil && namesTwo, "\(address)")
    }
    #expect(records.count { $0["town"] != nil } > 800)

    let second = try desk.run(words)
    #expect(second.errors.contains("1638 rows: 0 new, 0 changed, 1638 same, 0 refused\n"))
    #expect(try desk.run("log", "-O", "json").rows().count == 2)
  }

  @Test func `a list saved in GB18030 gives the same records`() throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: shared(Self.lists)))
    let words = { (file: String) in
      ["import", "recognition", file, "--create"] + self.mapping("public-brand-lists")
    }
    let desk = try Desk()
    let text = String(decoding: bytes, as: UTF8.self)
    // What GB18030 itself needs more than two bytes for is part of the trial.
    try Data(gb18030(text)).write(to: desk.folder.appendingPathComponent("gb.csv"))
    let first = try desk.run(words("gb.csv"))
    #expect(first.code == 0, "\(first.errors)")
    let again = try desk.run(words(try shared(Self.lists)))
    #expect(again.errors.contains("106 rows: 0 new, 0 changed, 92 same, 0 refused, 14 left out"))
  }

  /// Converts by the machine's own tool, so that the product's reader is held to another writer.
  private func gb18030(_ text: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appendingPathComponent("u")
    try Data(text.utf8).write(to: source)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
    process.arguments = [
      "-f", "UTF-8", "-t", "GB18030", "-o", folder.appendingPathComponent("g").path, source.path,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return Array(try Data(contentsOf: folder.appendingPathComponent("g")))
  }

  @Test func `published lists become titles with their schemes, brands and holders`() throws {
    let desk = try Desk()
    let words =
      ["import", "recognition", try shared(Self.lists), "--create"]
      + mapping("public-brand-lists")
    let schemes = try desk.records("scheme").count
    let first = try desk.run(words)
    #expect(first.code == 0, "\(first.errors)")
    #expect(
      first.errors.contains("106 rows: 92 new, 0 changed, 0 same, 0 refused, 14 left out")
    )
    let titles = try desk.records("recognition")
    #expect(titles.count == 92)
    let made = try desk.records("scheme").dropFirst(schemes).map { "\($0["name"] ?? "")" }
    #expect(Set(made) == ["常州老字号", "成都市著名商标"])
    let brands = Set(try desk.records("brand").map { $0["id"] as? String })
    let holders = Set(try desk.records("enterprise").map { $0["id"] as? String })
    #expect(titles.allSatisfy { $0["brand"] == nil || brands.contains($0["brand"] as? String) })
    #expect(titles.allSatisfy { $0["holder"] == nil || holders.contains($0["holder"] as? String) })
    #expect(titles.contains { ($0["awarded"] as? String)?.count == 7 }, "a month stays a month")
    let second = try desk.run(words)
    #expect(second.errors.contains("106 rows: 0 new, 0 changed, 92 same, 0 refused, 14 left out"))
    #expect(try desk.run("log", "-O", "json").rows().count == 2)
  }

  @Test func `47 agricultural indications are imported once`() throws {
    let desk = try Desk()
    let words =
      ["import", "recognition", try shared("brands/jiangsu_agi_products_47.csv"), "--create"]
      + mapping("jiangsu-agi")
    let first = try desk.run(words)
    #expect(first.errors.contains("47 rows: 47 new, 0 changed, 0 same, 0 refused"))
    let titles = try desk.records("recognition")
    #expect(titles.count == 47)
    #expect(titles.allSatisfy { $0["scheme"] as? String == "agricultural-gi" })
    #expect(titles.allSatisfy { $0["certificate"] != nil && $0["holder"] != nil })
    // The first warnings of a kind are shown, the rest counted; programs get all.
    #expect(first.names == Array(repeating: "title-unknown-date", count: 6))
    #expect(first.errors.contains("42 more rows with this warning"))
    #expect(
      try desk.run(words).errors.contains("47 rows: 0 new, 0 changed, 47 same, 0 refused")
    )
  }
}
