import Bilingual
import Foundation
import JSONLines
import Ledger
import Portfolio
import Testing

/// What is not declared public is in nothing that is meant for the public.
struct PrivacyTests {
  private static let marker = "机密标记"
  private static let number: Int64 = 77_654_321

  /// The example city with a marker in every private field that takes a text or a number.
  private func markedDesk() throws -> Desk {
    let desk = try Desk(isEmpty: true)
    let example = LedgerStore(Kinds.catalog, PosixStorage(Desk.path("data/ledger")))
    let snapshot = try example.snapshot().snapshot
    var changes: [Change] = []
    for schema in Kinds.catalog.schemas {
      for record in try snapshot.table(schema).records {
        var draft = Draft(copying: record)
        for field in schema.fields where field.privacy != .public {
          guard let value = Self.value(field) else { continue }
          draft[field] = value
        }
        changes.append(.put(draft))
      }
    }
    for award in try snapshot.table(Award.self).records {
      changes.append(.put(Self.publication(of: award)))
    }
    let target = LedgerStore(Kinds.catalog, PosixStorage(desk.path("ledger")))
    let at = try #require(Timestamp("2026-01-31T12:00:00+08:00"))
    _ = try target.create(by: "tester", at: at, command: "init", changes)
    return desk
  }

  private static func publication(of award: Record) -> Draft {
    var event = Draft(AwardEvent.schema)
    event.id = RecordID("\(award.id)-published")
    event[AwardEvent.award] = award.id
    event[AwardEvent.date] = PartialDate("2026-01-05")
    event[AwardEvent.action] = .publish
    event[AwardEvent.from] = .sealed
    event[AwardEvent.to] = .published
    event[AwardEvent.by] = marker
    event[AwardEvent.objectionsUntil] = PartialDate("2026-01-12")
    return event
  }

  private static func value(_ field: FieldDefinition) -> JSONValue? {
    switch field.type.form {
    case .text: return .string("\(marker)-\(field.name)")
    case .integer, .money: return .integer(number)
    case .list(let element):
      if case .text = element.form { return .array([.string("\(marker)-\(field.name)")]) }
      return nil
    case .boolean, .date, .choice, .reference, .object: return nil
    }
  }

  @Test func `no private field of any record is in a public output`() throws {
    let desk = try markedDesk()
    let seen = try desk.run("list", "case", "-O", "json")
    #expect(seen.output.contains(Self.marker), "the office itself sees the marker")
    var sizes: [Int] = []
    for words in [["award", "public"], ["report", "public"]] {
      for year in ["2024", "2025"] {
        for format in ["table", "json", "jsonl", "md", "html"] {
          for lang in ["en", "zh"] {
            let outcome = try desk.run(words + ["--year", year, "-O", format], lang: lang)
            #expect(outcome.code == 0, "\(words) \(outcome.errors)")
            #expect(!outcome.output.contains(Self.marker), "\(words) \(year) -O \(format)")
            #expect(!outcome.output.contains("\(Self.number)"), "\(words) \(year) -O \(format)")
            #expect(!outcome.output.contains("776,543.21"), "\(words) \(year) -O \(format)")
            sizes.append(outcome.output.utf8.count)
          }
        }
      }
    }
    #expect(sizes.count { $0 > 300 } > 30)
  }

  @Test func `the public report lists what is public, and no small count of cases`() throws {
    let desk = try Desk(isEmpty: true)
    let outcome = try desk.run(
      ["report", "public", "--year", "2025", "-o", "r.html"],
      ledger: Desk.path("data/ledger")
    )
    #expect(outcome.code == 0, "\(outcome.errors)")
    let page = try desk.read("r.html")
    #expect(page.contains("Brands and intellectual property 2025"))
    #expect(page.contains("Titles won"))
    let json = try desk.run(
      ["report", "public", "--year", "2025", "-O", "json"],
      ledger: Desk.path("data/ledger")
    )
    let report = try #require(try json.json() as? [String: Any])
    let blocks = try #require(report["blocks"] as? [[String: Any]])
    var counts: [Int] = []
    for block in blocks {
      for row in block["rows"] as? [[String: Any]] ?? [] {
        if let count = row["opened"] as? Int { counts.append(count) }
      }
    }
    #expect(counts.allSatisfy { $0 == 0 || $0 >= 5 })
  }

  @Test func `what a public reference is shown as is public too`() throws {
    for schema in Kinds.catalog.schemas {
      for field in schema.fields where field.privacy == .public {
        guard let kind = field.referredKind, let other = Kinds.catalog[kind] else { continue }
        #expect(
          other.names.allSatisfy { $0.privacy == .public },
          "\(schema.kind).\(field.name) shows the name of a \(kind)"
        )
      }
    }
  }
}
