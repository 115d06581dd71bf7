import JSONLines
import Ledger
import Portfolio

/// What clauses demand of recipients, of their applications and of the day.
extension ReferenceEngine {
  /// Whether one of these requirements is met; `nil` where a fact is missing.
  func fulfils(_ clause: JSONValue, _ claim: ReferenceClaim) -> Bool? {
    let arguments = clause.arguments
    let recipient = ledger.find("enterprise", claim.recipient)
    switch clause.text("operation") {
    case "taxIn":
      guard let recipient else { return nil }
      if let area = recipient.text("taxArea") ?? recipient.text("area") {
        return isOne(area, of: arguments.texts("area") ?? [])
      }
      return recipient.text("town") == nil ? nil : true
    case "sizeAtLeast":
      let isLarge = isLarge(arguments.text("size") ?? "", recipient)
      let sizes = ["micro", "small", "medium", "large"]
      guard isLarge == true, let most = arguments.text("atMost"),
        let own = recipient?.text("size")
      else { return isLarge }
      return sizes.prefix { $0 != own }.count <= sizes.prefix { $0 != most }.count
    case "minYearsOperating":
      guard let start = recipient?.date("registeredOn"), let date = claim.date else { return nil }
      let months = Int(arguments.number("years") ?? 0) * 12
      if monthsAfter(start.last, months) <= date.first { return true }
      return monthsAfter(start.first, months) > date.last ? false : nil
    case "sector":
      guard let sector = recipient?.text("sector") else { return nil }
      if let paid = arguments.texts("in"), !isOne(sector, of: paid) { return false }
      if let unpaid = arguments.texts("notIn"), isOne(sector, of: unpaid) { return false }
      return true
    case "figureAtLeast": return reaches(arguments, claim)
    case "notBanned":
      guard recipient != nil else { return nil }
      return isWithoutBan(arguments, claim)
    case "holderIsFirst":
      guard claim.isTitle else { return true }
      if let rank = claim.fact.number("rank") { return rank == 1 }
      return claim.fact.texts("coHolders")?.isEmpty ?? true ? true : nil
    case "selfFundedRatioAtLeast":
      return applications(claim).first.flatMap { says($0, clause, claim) }
    case "applicationWindow", "withinOf", "pledge", "recommendedBy": return isAppliedFor(claim)
    case "overlaySwitch": return isAllowed(clause, claim)
    default: return true
    }
  }

  /// Whether one application meets all clauses that ask for something.
  private func isAppliedFor(_ claim: ReferenceClaim) -> Bool? {
    let asking = clauses(["applicationWindow", "withinOf", "pledge", "recommendedBy"]).filter {
      governs($0, claim.clauseNumber) && isOfDays($0, claim) ?? takesUnsureDays
    }
    let answers = applications(claim).map { application -> Bool? in
      let parts = asking.map { says(application, $0, claim) }
      if parts.contains(false) { return false }
      return parts.contains(nil) ? nil : true
    }
    if answers.contains(true) { return true }
    return answers.isEmpty || answers.contains(nil) ? nil : false
  }

  private func isOne(_ word: String, of words: [String]) -> Bool {
    words.contains { Folding.key($0) == Folding.key(word) }
  }

  private func isLarge(_ size: String, _ recipient: JSONValue?) -> Bool? {
    if size == "designated" { return recipient?["aboveDesignatedSize"]?.boolean }
    let sizes = ["micro", "small", "medium", "large"]
    guard let own = recipient?.text("size"), let place = sizes.firstIndex(of: own) else {
      return nil
    }
    return place >= sizes.firstIndex(of: size) ?? 0
  }

  private func reaches(_ arguments: JSONValue, _ claim: ReferenceClaim) -> Bool? {
    let name = arguments.text("figure") ?? "tax"
    let least = arguments.number("count") ?? arguments.fen("amount") ?? 0
    guard let years = arguments.number("withinYears") else {
      return figure(name, claim, arguments.text("year") ?? "fact").map { $0 >= least }
    }
    let recipient = ledger.find("enterprise", claim.recipient)
    guard let start = recipient?.date("registeredOn")?.year else { return nil }
    let answers = (start..<start + Int(years)).map { number in
      figure(name, of: claim.recipient, in: number).map { $0 >= least }
    }
    if answers.contains(true) { return true }
    return answers.contains(nil) ? nil : false
  }

  /// The last day of the round's window is the one on which bans are looked at.
  private func isWithoutBan(_ arguments: JSONValue, _ claim: ReferenceClaim) -> Bool? {
    let categories = arguments.texts("categories") ?? ["fraud", "dishonesty"]
    let answers = ledger.all("incident").filter { $0.text("enterprise") == claim.recipient }.map {
      incident -> Bool? in
      var parts = [incident.date("date")?.lies(from: nil, until: windowLast)]
      if let resolved = incident.date("resolvedOn") {
        parts.append(resolved.lies(from: nil, until: windowLast).map { !$0 })
      }
      if let end = incident.date("bannedUntil") {
        parts.append(end.lies(from: windowLast, until: nil))
      } else {
        parts.append(incident.text("category").map { categories.contains($0) })
      }
      if parts.contains(false) { return false }
      return parts.contains(nil) ? nil : true
    }
    if answers.contains(true) { return false }
    return answers.contains(nil) ? nil : true
  }

  /// What one application says.
  private func says(_ application: JSONValue, _ clause: JSONValue, _ claim: ReferenceClaim) -> Bool?
  {
    let arguments = clause.arguments
    switch clause.text("operation") {
    case "applicationWindow":
      if claim.isCarried { return true }
      let (first, last) = applicationDays(arguments, year)
      return application.date("appliedOn")?.lies(from: first, until: last)
    case "withinOf":
      guard let date = claim.date, let applied = application.date("appliedOn") else { return nil }
      let months = (arguments.number("years") ?? 0) * 12 + (arguments.number("months") ?? 0)
      if applied.last < date.first || applied.first > monthsAfter(date.last, Int(months)) {
        return false
      }
      let isSure =
        applied.first >= date.last && applied.last <= monthsAfter(date.first, Int(months))
      return isSure ? true : nil
    case "pledge":
      let years = arguments.number("years")
      return (application.texts("pledges") ?? []).contains { pledge in
        let parts = pledge.split(separator: ":").map(String.init)
        guard parts.first == arguments.text("pledge") else { return false }
        guard let years else { return true }
        return parts.count == 2 && (Int64(parts[1]) ?? 0) >= years
      }
    case "recommendedBy":
      let offices = arguments.texts("by") ?? []
      return (application.texts("recommendedBy") ?? []).contains { isOne($0, of: offices) }
    default:
      guard let own = application.number("selfFundedFen"),
        let whole = application.number("investedFen"), whole > 0
      else { return nil }
      let (above, below) = Self.fraction(arguments.text("ratio") ?? "0")
      return Int128(own) * below >= Int128(whole) * above
    }
  }

  /// What a rule that is kept as text makes of a claim: nothing where it names other facts.
  func kept(_ arguments: JSONValue, _ claim: ReferenceClaim) -> ReferenceOutcome {
    let names = ["facts"] + Set(Self.filterKeys.values.flatMap(\.self))
    guard names.contains(where: { arguments[$0] != nil }) else { return .undecided }
    let kind = arguments.text("facts") ?? "recognition"
    if claim.factKind != kind { return .eligible }
    var isUnknown = false
    for key in Self.filterKeys[kind] ?? [] {
      guard let asked = arguments.texts(key) else { continue }
      let given = values(kind, claim.fact, key, arguments)
      if given.isEmpty { isUnknown = true }
      if !given.isEmpty, !given.contains(where: { asked.contains($0) }) { return .eligible }
    }
    return isUnknown ? .unknown : .undecided
  }

  /// Whether no switch forbids the fact on its day.
  private func isAllowed(_ clause: JSONValue, _ claim: ReferenceClaim) -> Bool? {
    let arguments = clause.arguments
    let kind = arguments.text("facts") ?? "recognition"
    if claim.factKind != kind { return true }
    let from = arguments.text("from").flatMap { Day($0) }
    let until = arguments.text("until").flatMap { Day($0) }
    let first = clause.text("foreign").map { days(of: $0).start } ?? Self.start(policy)
    var parts = [claim.date?.lies(from: from ?? first, until: until)]
    for key in Self.filterKeys[kind] ?? [] {
      guard let asked = arguments.texts(key) else { continue }
      let given = values(kind, claim.fact, key, arguments)
      parts.append(given.isEmpty ? nil : given.contains { asked.contains($0) })
    }
    if parts.contains(false) { return true }
    return parts.contains(nil) ? nil : false
  }
}

/// The corresponding day some months later, or the last of that month where it is shorter.
func monthsAfter(_ day: Day, _ months: Int) -> Day {
  var (year, month, number) = day.components
  for _ in 0..<months {
    month += 1
    if month == 13 { (year, month) = (year + 1, 1) }
  }
  while true {
    if let found = Day(year: year, month: month, day: number) { return found }
    number -= 1
  }
}
