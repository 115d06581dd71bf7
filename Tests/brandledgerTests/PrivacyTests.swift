import Bilingual
import Foundation
import JSONLines
import Ledger
import Portfolio
import Testing

/// What is not declared public is in nothing that is meant for the public.
struct PrivacyTests {
  private static let marker = "机密标记"
  private static let person = "个人标记"
  private static let number: Int64 = 77_654_321
  /// A day of no record of the example.
  private static let day = "1987-06-05"

  /// The example city with a marker in the private fields that a choice of fields takes.
  private func markedDesk(_ mark: (FieldDefinition, Record) -> JSONValue?) throws -> Desk {
    let desk = try Desk(isEmpty: true)
    let example = LedgerStore(Kinds.catalog, PosixStorage(Desk.path("data/ledger")))
    let snapshot = try example.snapshot().snapshot
    var changes: [Change] = []
    for schema in Kinds.catalog.schemas {
      for record in try snapshot.table(schema).records {
        var draft = Draft(copying: record)
        for field in schema.fields where field.privacy != .public {
          guard let value = mark(field, record) else { continue }
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

  /// A marker for a field of texts or numbers.
  private static func value(_ field: FieldDefinition) -> JSONValue? {
    let text = "\(field.privacy == .personal ? person : marker)-\(field.name)"
    switch field.type.form {
    case .text: return .string(text)
    case .integer, .money: return .integer(number)
    case .list(let element):
      if case .text = element.form { return .array([.string(text)]) }
      return nil
    case .boolean, .date, .choice, .reference, .object: return nil
    }
  }

  /// A marker for a field of any other type: a day, a word, or a record that there are not.
  private static func otherValue(_ field: FieldDefinition) -> JSONValue? {
    let text = "\(field.privacy == .personal ? person : marker)-\(field.name)"
    switch field.type.form {
    case .date: return .string(day)
    case .choice, .reference: return .string(text)
    case .list(let element):
      switch element.form {
      case .choice, .reference: return .array([.string(text)])
      case .date: return .array([.string(day)])
      default: return nil
      }
    case .text, .integer, .money, .boolean, .object: return nil
    }
  }

  /// What stands in a public output and should not.
  private static func leaks(_ text: String) -> [String] {
    [
      marker, person, "\(number)", "776,543.21", "776543.21", day, "1987年6月5日", "1987/06/05",
    ].filter { text.contains($0) }
  }

  private static let publicCommands = [["award", "public"], ["report", "public"]]

  @Test func `no private field of any record is in a public output`() throws {
    let desk = try markedDesk { field, _ in Self.value(field) }
    let seen = try desk.run("list", "case", "-O", "json")
    #expect(seen.output.contains(Self.marker), "the office itself sees the marker")
    var sizes: [Int] = []
    for words in Self.publicCommands {
      for year in ["2024", "2025"] {
        for format in ["table", "csv", "json", "jsonl", "md", "html"] {
          for lang in ["en", "zh"] {
            let outcome = try desk.run(words + ["--year", year, "-O", format], lang: lang)
            let place = "\(words) \(year) -O \(format)"
            // A report of several tables is no CSV, and says so.
            #expect(outcome.code == 0 || format == "csv", "\(place) \(outcome.errors)")
            #expect(Self.leaks(outcome.output + outcome.errors).isEmpty, "\(place)")
            sizes.append(outcome.output.utf8.count)
          }
        }
      }
    }
    #expect(sizes.count { $0 > 300 } > 30)
  }

  @Test func `no private day, choice or reference is in a public output or in the name of a file`()
    throws
  {
    // Not only all at once: what a marker makes of one record may hide another.
    let all = Set(Kinds.catalog.schemas.map(\.kind))
    for kinds in [
      all, ["recognition", "enterprise", "brand"], ["case"], ["award", "award-event"],
    ] {
      var count = 0
      let desk = try markedDesk { field, record in
        guard kinds.contains(record.schema.kind), let value = Self.otherValue(field) else {
          return nil
        }
        count += 1
        return value
      }
      #expect(count > 0, "\(kinds)")
      for words in Self.publicCommands {
        let outcome = try desk.run(words + ["--year", "2025", "-O", "html"])
        #expect(outcome.code == 0, "\(words), \(kinds.count) kinds: \(outcome.errors)")
        #expect(
          Self.leaks(outcome.output).isEmpty,
          "\(words), \(kinds.count) kinds: \(Self.leaks(outcome.output))"
        )
        try desk.run(words + ["--year", "2025", "-o", "page.html"])
      }
      let names = try #require(FileManager.default.subpaths(atPath: desk.folder.path))
      #expect(names.flatMap { Self.leaks($0) }.isEmpty)
    }
  }

  /// A private object with a member more, and one more in each object within.
  private static func object(_ field: FieldDefinition, _ value: JSONValue?) -> JSONValue? {
    guard case .object = field.type.form else { return nil }
    let text = "\(field.privacy == .personal ? person : marker)-\(field.name)"
    func marked(_ value: JSONValue) -> JSONValue {
      switch value {
      case .array(let items): .array(items.map(marked))
      case .object(let members):
        .object(
          members.map { JSONMember($0.key, marked($0.value)) } + [JSONMember(text, .string(text))]
        )
      default: value
      }
    }
    return marked(value ?? .object([]))
  }

  @Test func `nothing of a private object is in a public output`() throws {
    var count = 0
    let desk = try markedDesk { field, record in
      let value = Self.object(field, record[field])
      if value != nil { count += 1 }
      return value
    }
    #expect(count > 100)
    for words in Self.publicCommands {
      for year in ["2024", "2025"] {
        for format in ["table", "json", "html"] {
          let outcome = try desk.run(words + ["--year", year, "-O", format])
          #expect(outcome.code == 0, "\(words) \(year) -O \(format) \(outcome.errors)")
          #expect(Self.leaks(outcome.output + outcome.errors).isEmpty, "\(words) -O \(format)")
        }
      }
    }
  }

  @Test func `a private yes or no makes no difference to a public output`() throws {
    func outputs(_ answer: Bool) throws -> [String] {
      var count = 0
      let desk = try markedDesk { field, _ in
        guard case .boolean = field.type.form else { return nil }
        count += 1
        return .boolean(answer)
      }
      #expect(count > 100)
      return try Self.publicCommands.flatMap { words in
        try ["2024", "2025"].map { year in
          let outcome = try desk.run(words + ["--year", year, "-O", "html"])
          #expect(outcome.code == 0, "\(words) \(year) \(outcome.errors)")
          return outcome.output
        }
      }
    }
    #expect(try outputs(true) == outputs(false))
  }

  @Test func `a calendar of due dates names no person`() throws {
    let desk = try markedDesk { field, _ in field.privacy == .personal ? Self.value(field) : nil }
    let calendar = try desk.run("due", "--within", "10y", "--ics", "due.ics")
    #expect(try desk.read("due.ics").contains("BEGIN:VEVENT"), "\(calendar.errors)")
    #expect(try !desk.read("due.ics").contains(Self.person))
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
