import JSONLines
import Ledger
import Portfolio

extension ReferenceEngine {
  /// A payee of some form is one that the holder has to be.
  mutating func qualifyPayee(_ clause: JSONValue) {
    let payee = clause.arguments.text("payee")
    guard ["unit", "association", "person"].contains(payee) else { return }
    leaveOpen(clause) { $0.qualifyPayee(clause) }
    for index in governed(clause) where claims[index].outcome != .notApplicable {
      guard let type = ledger.find("enterprise", claims[index].recipient)?.text("type") else {
        claims[index].lower(to: .unknown)
        continue
      }
      let isMeant = payee == "unit" ? type != "person" : type == payee
      if !isMeant { claims[index].lower(to: .notEligible) }
    }
  }

  mutating func qualify(_ clause: JSONValue) {
    leaveOpen(clause) { $0.qualify(clause) }
    for index in governed(clause) where claims[index].outcome != .notApplicable {
      if clause.text("operation") == "unexpressed" {
        claims[index].lower(to: kept(clause.arguments, claims[index]))
        continue
      }
      switch meets(clause, claims[index]) {
      case true?: break
      case false?: claims[index].lower(to: .notEligible)
      case nil: claims[index].lower(to: .unknown)
      }
    }
  }

  /// Whether a condition is met; `nil` where a fact is missing.
  private func meets(_ clause: JSONValue, _ claim: ReferenceClaim) -> Bool? {
    let arguments = clause.arguments
    let recipient = ledger.find("enterprise", claim.recipient)
    switch clause.text("operation") {
    case "registeredIn":
      guard let recipient else { return nil }
      if let area = recipient.text("area") {
        return arguments.texts("area")?.contains { Folding.key($0) == Folding.key(area) }
      }
      return recipient.text("town") == nil ? nil : true
    case "entityType":
      guard let type = recipient?.text("type") else { return nil }
      if let paid = arguments.texts("in"), !paid.contains(type) { return false }
      if let unpaid = arguments.texts("notIn"), unpaid.contains(type) { return false }
      return true
    case "foreignInvested":
      guard let found = recipient?["foreignInvested"] else { return nil }
      return found == .boolean(arguments.text("is") == "yes")
    case "statusOperating":
      guard let status = recipient?.text("status") else { return nil }
      return status == "operating"
    case "routeIs":
      if !claim.isTitle { return true }
      guard let route = claim.fact.text("route") else { return nil }
      return arguments.texts("route")?.contains(route)
    case "noIncident":
      guard recipient != nil else { return nil }
      return isWithoutIncident(arguments, claim)
    default:
      return fulfils(clause, claim)
    }
  }

  /// Tries every day that the day counted back from may be.
  private func isWithoutIncident(_ arguments: JSONValue, _ claim: ReferenceClaim) -> Bool? {
    var anchors: [Day] = []
    if arguments.text("before") == "window" {
      anchors = [windowLast]
    } else if let date = claim.date {
      for ordinal in date.first.ordinal...date.last.ordinal {
        anchors.append(Day(ordinal: ordinal))
      }
    }
    if anchors.isEmpty { return nil }
    var isUnknown = false
    for incident in ledger.all("incident") where incident.text("enterprise") == claim.recipient {
      let answers = anchors.map { counts(incident, arguments, $0) }
      if answers.allSatisfy({ $0 == true }) { return false }
      if !answers.allSatisfy({ $0 == false }) { isUnknown = true }
    }
    return isUnknown ? nil : true
  }

  private func counts(_ incident: JSONValue, _ arguments: JSONValue, _ anchor: Day) -> Bool? {
    var parts: [Bool?] = []
    if let categories = arguments.texts("categories") {
      parts.append(incident.text("category").map { categories.contains($0) })
    }
    let severities = ["minor", "serious", "grave"]
    let least = severities.firstIndex(of: arguments.text("severity") ?? "minor") ?? 0
    if least > 0 {
      parts.append(
        incident.text("severity").map { (severities.firstIndex(of: $0) ?? 0) >= least }
      )
    }
    let months = (arguments.number("years") ?? 0) * 12 + (arguments.number("months") ?? 0)
    let start = monthsBefore(anchor, Int(months))
    if let date = incident.date("date") {
      parts.append(date.lies(from: start, until: anchor))
    } else {
      parts.append(nil)
    }
    if let resolved = incident.date("resolvedOn") {
      parts.append(resolved.lies(from: nil, until: anchor).map { !$0 })
    }
    if parts.contains(false) { return false }
    return parts.contains(nil) ? nil : true
  }
}
