import Awards
import Foundation
import JSONLines
import Ledger
import Portfolio
import Testing

/// What must not change payouts, or must change them in a known way.
struct MetamorphicTests {
  /// How many cases each seed makes.
  static let cases = 25

  /// Runs a trial on generated cases and shows the smallest case that fails it.
  private func check(
    _ seed: Int,
    _ law: (AwardCase, inout CaseGenerator) throws -> String?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var generator = CaseGenerator(seed: UInt64(1000 + seed))
    for number in 0..<Self.cases {
      let trial = generator.next()
      let start = generator
      guard try law(trial, &generator) != nil else { continue }
      let smallest = trial.shrunk { smaller in
        var generator = start
        return (try? law(smaller, &generator)) ?? nil != nil
      }
      var again = start
      let fault = try law(smallest, &again) ?? ""
      Issue.record(
        "seed \(seed), case \(number)\n\(smallest.text)\n\(fault)",
        sourceLocation: sourceLocation
      )
      return
    }
  }

  private func difference(_ before: [String], _ after: [String]) -> String? {
    before == after
      ? nil
      : "before:\n\(before.joined(separator: "\n"))\nafter:\n\(after.joined(separator: "\n"))"
  }

  @Test(arguments: 0..<8)
  func `the order of records changes nothing`(seed: Int) throws {
    try check(seed) { trial, generator in
      var shuffled = trial
      // Clauses keep their order among themselves, that of the policy, and events that of a life.
      shuffled.records.shuffle(using: &generator.random)
      let isOrdered = { (record: JSONValue) in
        ["clause", "award-event"].contains(record.text("kind"))
      }
      shuffled.records =
        shuffled.records.filter { !isOrdered($0) } + trial.records.filter(isOrdered)
      return difference(try trial.computed(), try shuffled.computed())
    }
  }

  @Test(arguments: 0..<8)
  func `traces change nothing`(seed: Int) throws {
    try check(seed) { trial, _ in
      difference(try trial.computed(.none), try trial.computed(.all))
    }
  }

  /// Pots and quotas are what strangers share.
  @Test(arguments: 0..<8)
  func `an enterprise with brand, title, mark, incident and award of its own changes no claim`(
    seed: Int
  ) throws {
    try check(seed) { trial, _ in
      let isShared = trial.records.contains {
        ["pot", "quota", "scoreSplit", "topN", "percentOfTotal"].contains(
          $0.text("operation") ?? ""
        )
      }
      guard !isShared else { return nil }
      var wider = trial
      wider.records += try AwardCase(
        #"""
        {"kind":"enterprise","id":"z","name":"无关","town":"lusi","type":"company","status":"operating"}
        {"kind":"brand","id":"zb","name":"无关","owner":"z"}
        {"kind":"recognition","id":"zr","scheme":"s1","awarded":"2025-03-10","holder":"z","brand":"zb","event":"first","route":"administrative"}
        {"kind":"trademark","id":"US/z","office":"US","number":"z","registeredOn":"2025-03-10","route":"foreign","owner":"z","mark":"甲"}
        {"kind":"incident","id":"zi","enterprise":"z","date":"2025-01-01","category":"safety"}
        {"kind":"award","id":"za","policy":"p","year":2025,"recipient":"z","amountFen":100,"state":"paid","clause":"p/2","claim":"p/2#zz","facts":["zz"],"level":"national","sealedOn":"2025-12-01"}
        """#
      ).records
      let own = try wider.computed().filter { line in
        !["#zr ", "#US/z ", "#za "].contains { line.contains($0) }
      }
      return difference(try trial.computed(), own)
    }
  }

  @Test(arguments: 0..<8)
  func `what was sealed and published computes to the same`(seed: Int) throws {
    try check(seed) { trial, _ in
      var published = trial
      published.records += try trial.published()
      return difference(try trial.computed(), try published.computed())
    }
  }

  /// New ids that sort as the old ones; ties go by id, so nothing else can be asked.
  @Test(arguments: 0..<8)
  func `ids renamed in their order change nothing but the ids`(seed: Int) throws {
    try check(seed) { trial, _ in
      let numbers = trial.records.map { $0.text("number") }
      let ids = trial.records.compactMap { record in
        ["policy", "clause", "enterprise-year"].contains(record.text("kind"))
          || numbers.contains(record.text("id")) ? nil : record.text("id")
      }
      var renamed = trial
      renamed.records = trial.records.map { $0.renamed(Set(ids)) }
      let after = try renamed.computed().map { $0.replacing("~", with: "") }
      return difference(try trial.computed(), after)
    }
  }

  /// Doubled fen are exact; only shares that are rounded, and sums under them, may differ.
  @Test(arguments: 0..<8)
  func `doubling every amount and limit doubles every payout`(seed: Int) throws {
    try check(seed) { trial, _ in
      let rounds = trial.records.contains { record in
        let rounding = [
          "pot", "percentOf", "lesserOf", "scoreSplit", "split", "instalments", "percentOfTotal",
          "scaleFactor", "stream", "rateBased", "matching",
        ]
        return rounding.contains(record.text("operation") ?? "")
          || record.arguments.text("mode") == "rate" || record.arguments["limit"]?.members != nil
      }
      guard !rounds else { return nil }
      var doubled = trial
      doubled.records = trial.records.map(\.doubled)
      let expected = try trial.computed().map { line in
        var parts = line.split(separator: " ").map(String.init)
        parts[2] = String((Int(parts[2]) ?? 0) * 2)
        // Stages come as parts: `payee=fen/condition/months`.
        for index in parts.indices.dropFirst(4) {
          let pieces = parts[index].split(separator: "=").map(String.init)
          let fields = pieces[1].split(separator: "/").map(String.init)
          let fen = (Int(fields[0]) ?? 0) * 2
          parts[index] = "\(pieces[0])=\(fen)/" + fields.dropFirst().joined(separator: "/")
        }
        return parts.joined(separator: " ")
      }
      return difference(expected, try doubled.computed())
    }
  }

  /// 28 years are seven leap cycles: every day keeps its date and its distance to every other.
  @Test(arguments: 0..<8)
  func `all dates shifted by 28 years change nothing`(seed: Int) throws {
    try check(seed) { trial, _ in
      var shifted = trial
      shifted.year += 28
      shifted.records = trial.records.map { $0.shifted(years: 28) }
      // A department's share is named by its year.
      let expected = try trial.computed().map {
        $0.replacing("#\(trial.year) ", with: "#\(shifted.year) ")
          .replacing("#\(trial.year)-", with: "#\(shifted.year)-")
      }
      return difference(expected, try shifted.computed())
    }
  }

  /// Without clauses by which claims compete, a claim stands for itself.
  ///
  /// Whoever loses a fact may free a cap, a pot, the place of the highest, of the first, of a piece, of a
  /// country, or a payout that was deducted.
  @Test(arguments: 0..<8)
  func `a fact that is taken out changes no other claim where claims do not compete`(
    seed: Int
  ) throws {
    try check(seed) { trial, _ in
      let competing = [
        "perRegistration", "perCountry", "highestOnly", "oncePerLevel", "upgrade",
        "capPerEnterprise", "pot", "quota", "onceEver", "dedup", "capPer", "pieceCap", "topN",
        "milestone", "scoreSplit", "bonusIfCount", "percentOfTotal", "topUpTo", "matching",
        // Its period runs from the mark.
        "stream",
      ]
      // The first fact is followed by a second; a sum of one application is shared by its facts.
      let isShared = trial.records.contains { record in
        let arguments = record.arguments
        return competing.contains(record.text("operation") ?? "")
          || arguments["firstEver"] != nil || arguments["firstForHolder"] != nil
          || String(decoding: arguments.text, as: UTF8.self).contains("invested")
      }
      guard !isShared else { return nil }
      let before = try trial.computed()
      for (position, record) in trial.records.enumerated()
      where ["recognition", "trademark", "patent", "loan"].contains(record.text("kind")) {
        var poorer = trial
        poorer.records.remove(at: position)
        let id = record.text("id") ?? ""
        let others = before.filter { !$0.contains("#\(id) ") }
        if let fault = difference(others, try poorer.computed()) {
          return "without \(id)\n\(fault)"
        }
      }
      return nil
    }
  }

  /// What competes may free, but never more than the claims that go with the fact were worth.
  ///
  /// Only where the earliest is kept, whatever it is worth, a dearer one may come up behind it.
  @Test(arguments: 0..<8)
  func `a fact that is taken out never raises the sum by more than it held`(seed: Int) throws {
    try check(seed) { trial, _ in
      let first = [
        "perCountry", "perRegistration", "oncePerLevel", "onceEver", "pieceCap", "quota",
        "topN", "milestone", "topUpTo", "matching",
      ]
      let keepsEarliest = trial.records.contains {
        first.contains($0.text("operation") ?? "") || $0.arguments.text("sharing") == "order"
      }
      // What passes a limit of which nobody knows how much it leaves waits, and is paid once it does not pass it.
      let mayWait = trial.records.contains {
        $0.text("operation") == "capAcrossLevels" || $0.arguments["sizes"] != nil
          || $0.arguments["towns"] != nil
      }
      // Of several limits a claim may keep another from what each of them leaves.
      let limits = trial.records.count {
        ReferenceEngine.stages[3].contains($0.text("operation") ?? "")
      }
      guard !keepsEarliest, !mayWait, limits < 2 else { return nil }
      let before = try trial.computed()
      // What an award was for tells the tier and the brand that it counts for.
      let awarded = trial.records.filter { $0.text("kind") == "award" }
        .flatMap { $0.texts("facts") ?? [] }
      for (position, record) in trial.records.enumerated()
      where ["recognition", "trademark"].contains(record.text("kind")) {
        var poorer = trial
        poorer.records.remove(at: position)
        let id = record.text("id") ?? ""
        if awarded.contains(id) { continue }
        let isOpen = before.contains {
          $0.contains("#\(id) unknown") || $0.contains("#\(id) undecided")
        }
        // Others may wait for an open claim; without it they are decided.
        if isOpen { continue }
        let after = try poorer.computed()
        if AwardCase.sum(after) > AwardCase.sum(before) {
          return "without \(id)\n\(difference(before, after) ?? "")"
        }
      }
      return nil
    }
  }
}

extension AwardCase {
  /// The awards of all claims that can be sealed, as if they had been published.
  func published() throws -> [JSONValue] {
    let snapshot = Snapshot(Kinds.catalog, drafts: try drafts())
    let round = try Round(
      year: year,
      policies: [RecordID(Self.policy)],
      book: try PolicyBook(snapshot),
      snapshot: snapshot
    )
    return round.unsealed.enumerated().flatMap { index, claim -> [JSONValue] in
      // What was paid for the same fact in another year is refused.
      let drafts = (try? round.seal([claim], on: Day("2026-01-20") ?? Day(ordinal: 0)) { _ in "" })
      return (drafts ?? []).map { draft in
        var award = draft
        award.id = RecordID("pub\(index)")
        award[Award.state] = .published
        return .object([JSONMember("kind", .string("award"))] + award.record().members)
      }
    }
  }

  static func sum(_ lines: [String]) -> Int {
    lines.reduce(0) { sum, line in sum + (Int(line.split(separator: " ")[2]) ?? 0) }
  }
}

extension JSONValue {
  /// The value with every known id, also within a claim's name, marked behind.
  fileprivate func renamed(_ ids: Set<String>) -> JSONValue {
    switch self {
    case .object(let members):
      .object(
        members.map { member in
          let isFree = ["kind", "name", "mark", "number", "text", "level", "route"]
            .contains(member.key)
          return isFree ? member : JSONMember(member.key, member.value.renamed(ids))
        }
      ).rekeyed
    case .array(let elements): .array(elements.map { $0.renamed(ids) })
    case .string(let text) where ids.contains(text): .string(text + "~")
    case .string(let text):
      if let mark = text.firstIndex(of: "#"),
        ids.contains(String(text[text.index(after: mark)...]))
      {
        .string(text + "~")
      } else {
        self
      }
    default: self
    }
  }

  /// A year of an enterprise under the key that its enterprise and year make.
  private var rekeyed: JSONValue {
    guard text("kind") == "enterprise-year", let members else { return self }
    let key = "\(text("enterprise") ?? "")/\(number("year") ?? 0)"
    return .object(members.map { $0.key == "id" ? JSONMember("id", .string(key)) : $0 })
  }

  fileprivate var doubled: JSONValue {
    switch self {
    case .object(let members):
      .object(
        members.map { member in
          if member.key.hasSuffix("Fen"), let fen = member.value.integer {
            return JSONMember(member.key, .integer(fen * 2))
          }
          return JSONMember(member.key, member.value.doubled)
        }
      )
    case .array(let elements): .array(elements.map(\.doubled))
    case .string(let text) where text.hasSuffix("元"):
      Money(typed: text).map { .string("\(Money(fen: $0.fen * 2))元") } ?? self
    default: self
    }
  }

  fileprivate func shifted(years: Int) -> JSONValue {
    switch self {
    case .object(let members):
      .object(
        members.map { member in
          if ["year", "from", "until"].contains(member.key), let year = member.value.integer {
            return JSONMember(member.key, .integer(year + Int64(years)))
          }
          if member.key == "claim", let claim = member.value.string {
            return JSONMember(member.key, .string(claim.shiftedShare(years: years)))
          }
          return JSONMember(member.key, member.value.shifted(years: years))
        }
      ).rekeyed
    case .array(let elements): .array(elements.map { $0.shifted(years: years) })
    case .string(let text):
      if let date = PartialDate(text), text.utf8.count >= 4 {
        .string(String(date.year + years) + text.dropFirst(4))
      } else {
        self
      }
    default: self
    }
  }
}

extension String {
  /// The name of a department's share of a round, some years later; any other as it is.
  fileprivate func shiftedShare(years: Int) -> String {
    let parts = split(separator: "#", maxSplits: 1)
    guard parts.count == 2, parts[1].hasPrefix("20"), let year = Int(parts[1].prefix(4)) else {
      return self
    }
    return "\(parts[0])#\(year + years)" + parts[1].dropFirst(4)
  }
}
