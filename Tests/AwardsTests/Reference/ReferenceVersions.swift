import JSONLines
import Portfolio

/// The versions of a policy, as 'policy help file' tells of them.
extension ReferenceEngine {
  /// How a policy stands to a day.
  enum ReferenceStanding: Hashable {
    case own, gap, none
  }

  /// The days that a policy governs, and the last on which it was in force.
  struct ReferenceDays {
    let start: Day
    let until: Day?
    let inForce: Day
    let inForceUntil: Day?

    func contains(_ day: Day) -> Bool { start <= day && until.map { day <= $0 } ?? true }

    var isEmpty: Bool { until.map { $0 < start } ?? false }
  }

  static func start(_ policy: JSONValue) -> Day {
    let days = ["inForceFrom", "retroactiveFrom"].compactMap { policy.date($0)?.first }
    return days.min() ?? Day(ordinal: 0)
  }

  /// A policy and all that it replaced.
  func lineage(of id: String) -> [String] {
    var lineage = [id]
    for _ in ledger.all("policy") {
      for name in lineage {
        for older in ledger.find("policy", name)?.texts("replaces") ?? []
        where !lineage.contains(older) {
          lineage.append(older)
        }
      }
    }
    return lineage
  }

  func days(of id: String) -> ReferenceDays {
    let policy = ledger.find("policy", id) ?? .null
    var stated: [Day] = []
    if let end = policy.date("inForceUntil") { stated.append(end.last) }
    if let repeal = policy.date("repealedOn") { stated.append(repeal.first + -1) }
    var ends = stated
    var formalEnds = stated
    for other in ledger.all("policy") {
      guard let name = other.text("id"), name != id, lineage(of: name).contains(id) else {
        continue
      }
      ends.append(Self.start(other) + -1)
      if let day = other.date("inForceFrom")?.first { formalEnds.append(day + -1) }
    }
    return ReferenceDays(
      start: Self.start(policy),
      until: ends.min(),
      inForce: policy.date("inForceFrom")?.first ?? Day(ordinal: 0),
      inForceUntil: formalEnds.min()
    )
  }

  /// The other versions of the line that govern any day at all.
  private var others: [ReferenceDays] {
    var line = [policyID]
    for _ in ledger.all("policy") {
      for other in ledger.all("policy") {
        guard let name = other.text("id"), !line.contains(name) else { continue }
        let isLinked = line.contains { known in
          other.texts("replaces")?.contains(known) == true
            || ledger.find("policy", known)?.texts("replaces")?.contains(name) == true
        }
        if isLinked { line.append(name) }
      }
    }
    return line.dropFirst().map { days(of: $0) }.filter { !$0.isEmpty }
  }

  func standing(_ day: Day, _ own: ReferenceDays, _ others: [ReferenceDays]) -> ReferenceStanding {
    if own.contains(day) { return .own }
    if own.isEmpty || others.contains(where: { $0.contains(day) }) { return .none }
    let all = others + [own]
    let before = all.compactMap(\.until).filter { $0 < day }.max()
    let after = all.map(\.start).filter { $0 > day }.min()
    guard let before, let after else { return .none }
    return before == own.until || after == own.start ? .gap : .none
  }

  /// How the policy stands to the days between two; only those on which that may change are tried.
  func standings(from first: Day, until last: Day) -> Set<ReferenceStanding> {
    let own = days(of: policyID)
    let others = others
    var tried = [first, last]
    for version in others + [own] {
      tried += [version.start + -1, version.start]
      if let until = version.until { tried += [until, until + 1] }
    }
    return Set(
      tried.filter { first <= $0 && $0 <= last }.map { standing($0, own, others) }
    )
  }

  /// Whether a payout for a fact that stands was sealed under one of some policies.
  func wasSealed(_ fact: JSONValue, under policies: [String]) -> Bool {
    ledger.all("award").contains { award in
      !["void", "recovered"].contains(award.text("state")) && award.text("payer") == nil
        && kept(award) > 0 && policies.contains(award.text("policy") ?? "")
        && award.texts("facts")?.contains(fact.text("id") ?? "") == true
    }
  }

  /// What a date means for a policy's claim: undecided, not its own, not known, or nothing to be said.
  func lowered(by date: PartialDate, _ fact: JSONValue) -> ReferenceOutcome? {
    let own = days(of: policyID)
    let standings = standings(from: date.first, until: date.last)
    if standings == [.gap] { return .undecided }
    if standings == [.own] {
      let isEarlier = date.first < own.inForce
      let older = lineage.filter { $0 != policyID }
      return isEarlier && wasSealed(fact, under: older) ? .notApplicable : nil
    }
    guard standings == [.none] else { return .unknown }
    let wasOwn = date.lies(from: own.start, until: own.inForceUntil) == true
    return wasOwn && own.inForceUntil != own.until
      && wasSealed(fact, under: [policyID]) ? nil : .notApplicable
  }
}
