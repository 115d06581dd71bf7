import Ledger
import Portfolio

/// From when a fact no longer stands, and where that is told.
struct Ending {
  /// The first such day; `nil` where it is not known.
  let day: PartialDate?
  let input: Input

  /// Whether it is over by the end of a day; `nil` where that is open.
  func isOver(by last: Day) -> Bool? {
    day.flatMap { $0.lies(from: nil, until: last) }
  }
}

extension Evidence {
  /// From when a fact no longer stands; `nil` where nothing says that it ever ended.
  func ending(of fact: Fact) -> Ending? {
    switch fact.kind.ended {
    case nil: return nil
    case .field(let field)?: return fact.ended.map { Ending(day: $0, input: Input(fact, field)) }
    case .withdrawal?:
      if let event = failures.value(of: withdrawals, or: [:])[fact.id] {
        return Ending(day: event[MembershipEvent.date], input: Input(event, MembershipEvent.date))
      }
      guard fact.record[Membership.state] == .withdrawn else { return nil }
      return Ending(day: nil, input: Input(fact.id, MembershipEvent.schema.kind, nil))
    }
  }

  /// Of each membership the first event by which it ended; one without a day comes last.
  static func withdrawals(_ snapshot: Snapshot) throws -> [RecordID: Record] {
    let events = try snapshot.table(MembershipEvent.self).records.filter {
      $0[MembershipEvent.action] == .withdrawn
    }
    let pairs = events.map { ($0[MembershipEvent.membership] ?? RecordID(""), $0) }
    return Dictionary(pairs) { a, b in
      let (x, y) = (Fact.Span(a[MembershipEvent.date]), Fact.Span(b[MembershipEvent.date]))
      return x == y ? (a.id < b.id ? a : b) : x < y ? a : b
    }
  }
}
