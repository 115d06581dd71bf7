import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

/// An office with a ledger in memory: its awards of 2024 are sealed by `maker` on 2025-01-20.
struct Office {
  var snapshot: Snapshot
  var makers: [RecordID: [String]]
  /// The ledger when the awards were sealed.
  let sealedFrom: Snapshot
  /// What the ids of its events begin with.
  var branch = "e"
  private var eventCount = 0

  /// Spring Festival of 2025, with the Sunday and the Saturday that are worked for it; of the other days off only weekends.
  static let holidays = #"""
    {"kind":"holiday","id":"2025","year":2025,"off":["2025-01-28","2025-01-29","2025-01-30","2025-01-31","2025-02-01","2025-02-02","2025-02-03","2025-02-04","2025-04-05","2025-05-03","2025-05-31","2025-06-01","2025-10-04"],"work":["2025-01-26","2025-02-08"]}

    """#
  static let noIncident = #"{"number":"clean","operation":"noIncident","arguments":{"years":2}}"#
  /// One national title of 50 万 (award `awd-0`) and one provincial title of 10 万 (`awd-1`).
  static let titles =
    Sample.title("r1", "nat", "2024-05-06")
    + Sample.title("r2", "prov", "2024-06-07", holder: "e2", brand: "b2")

  static let procedure = #","procedure":{"objectionDays":5}"#

  init(
    _ records: String = Office.titles,
    clauses: [String] = [Sample.nat, Sample.prov, Office.noIncident],
    procedure: String = Office.procedure
  ) throws {
    let sample = try Sample(
      records + Office.holidays,
      clauses: clauses,
      policy: #""id":"p","name":"办法","inForceFrom":"2000-01-01""# + procedure
    )
    let before = sample.snapshot
    let round = try sample.round(2024)
    let claims = round.claims.filter { $0.outcome == .eligible }
    var awards = try round.seal(claims, on: day("2025-01-20")) { SHA256.hash($0) }
    for index in awards.indices { awards[index].id = RecordID("awd-\(index)") }
    sealedFrom = before
    snapshot = before.applying(awards.map { .put($0) })
    makers = Dictionary(uniqueKeysWithValues: awards.compactMap { $0.id.map { ($0, ["maker"]) } })
  }

  /// Takes in what another branch wrote of `awd-0`, as git joins the lines and `adopt` commits them.
  mutating func join(_ other: Office) throws {
    let known = try snapshot.table(AwardEvent.self)
    let events = try other.snapshot.table(AwardEvent.self).records.filter { known[$0.id] == nil }
    let award = try other.award()
    snapshot = snapshot.applying((events + [award]).map { .put(Draft(copying: $0)) })
  }

  /// Joins two branches that both went on from an office, and puts the state of the award right, as `set` does.
  static func joined(
    _ base: Office,
    _ ours: (inout Office) throws -> Void,
    _ theirs: (inout Office) throws -> Void
  ) throws -> Office {
    var (left, right) = (base, base)
    right.branch = "f"
    try ours(&left)
    try theirs(&right)
    try left.join(right)
    let reached = try left.life().state
    try left.change(Award.self, "awd-0") { $0[Award.state] = reached }
    return left
  }

  func award(_ id: RecordID = "awd-0") throws -> Record {
    try #require(try snapshot.table(Award.self)[id])
  }

  func desk(_ today: String = "2026-12-31") throws -> AwardDesk {
    try AwardDesk(snapshot, today: day(today), makers: makers)
  }

  func life(_ id: RecordID = "awd-0") throws -> AwardLife {
    try desk().life(of: award(id))
  }

  /// Does an action and writes what it says.
  @discardableResult
  mutating func act(
    _ id: RecordID = "awd-0",
    _ body: (AwardDesk, Record) throws -> AwardMove
  ) throws -> AwardMove {
    let move = try body(desk(), award(id))
    snapshot = snapshot.applying(
      move.changes.map { change in
        guard case .put(var draft) = change, draft.id == nil else { return change }
        eventCount += 1
        draft.id = RecordID("\(branch)-\(eventCount)")
        return .put(draft)
      }
    )
    return move
  }

  /// Changes a record by hand, as `set` does.
  mutating func change(_ kind: (some Kind).Type, _ id: RecordID, _ body: (inout Draft) -> Void)
    throws
  {
    var draft = Draft(copying: try #require(try snapshot.table(kind)[id]))
    body(&draft)
    snapshot = snapshot.applying([.put(draft)])
  }

  /// Adds records, written as JSON lines with a `kind`.
  mutating func add(_ records: String) throws {
    snapshot = snapshot.applying(try Sample.drafts(records).map { .put($0) })
  }

  mutating func publish(_ id: RecordID = "awd-0", by: String = "publisher") throws {
    try act(id) { try $0.publish($1, Entry.on("2025-02-10", by: by)) }
  }

  mutating func approve(
    _ id: RecordID = "awd-0",
    by: String = "chief",
    on date: String = "2025-02-18",
    parts: [AwardPart] = []
  ) throws {
    try act(id) { try $0.approve($1, Entry.on(date, by: by), parts: parts) }
  }

  mutating func pay(
    _ id: RecordID = "awd-0",
    yuan: Int64? = nil,
    part: Int? = nil,
    met: String? = nil
  ) throws {
    let amount = yuan.map { Money(fen: $0 * 100) }
    try act(id) {
      try $0.pay($1, Entry.on("2025-03-03"), amount: amount, part: part, condition: met)
    }
  }

  /// An office whose award `awd-0` was led to a state.
  static func at(_ state: AwardState) throws -> Office {
    var office = try Office()
    let later = try Entry.on("2025-03-03", because: "理由")
    let early = try Entry.on("2025-02-11", because: "理由")
    if state == .void {
      try office.act { try $0.void($1, later) }
      return office
    }
    guard state != .sealed else { return office }
    try office.publish()
    if state == .objected || state == .upheld {
      try office.act { try $0.object($1, early, party: "某公司") }
      if state == .upheld { try office.act { try $0.decide($1, early, isRight: true) } }
      return office
    }
    guard state != .published else { return office }
    try office.approve()
    guard state != .approved else { return office }
    try office.pay(yuan: state == .partlyPaid ? 200_000 : 500_000)
    switch state {
    case .failed: try office.act { try $0.fail($1, later) }
    case .recovering: try office.act { try $0.recover($1, later, amount: Money(fen: 40_000_000)) }
    case .recovered: try office.act { try $0.recover($1, later) }
    case .partlyRecovered:
      try office.act { try $0.recover($1, later, amount: Money(fen: 100)) }
    default: break
    }
    if state == .recovered || state == .partlyRecovered {
      try office.act { try $0.repay($1, later) }
    }
    return office
  }
}

/// Entries of the tests.
enum Entry {
  static func on(
    _ date: String,
    by: String = "clerk",
    because reason: String? = nil
  ) throws -> AwardEntry {
    AwardEntry(try day(date), by: by, reason: reason)
  }
}

/// A day that is written as `2025-02-10`.
func day(_ text: String) throws -> Day {
  try #require(Day(text), "\(text)")
}

/// The name of the diagnostic with which a body is refused; `nil` where it is not.
func refusalName(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch let fault as Diagnostic {
    return fault.name
  } catch let faults as Diagnostics {
    return faults.list.first?.name
  } catch {
    return "\(error)"
  }
}
