import JSONLines
import Portfolio

/// The outcomes from the most open to the most final; a claim never goes back.
enum ReferenceOutcome: Int {
  case eligible, unknown, undecided, notEligible, notApplicable

  var name: String {
    switch self {
    case .eligible: "eligible"
    case .unknown: "unknown"
    case .undecided: "undecided"
    case .notEligible: "not-eligible"
    case .notApplicable: "not-applicable"
    }
  }
}

/// What one value clause says about one fact.
struct ReferenceClaim {
  let id: String
  let clauseNumber: String
  let factKind: String
  let fact: JSONValue
  let date: PartialDate?
  let object: String?
  let level: String?
  let isCommendation: Bool
  var recipient: String?
  var outcome = ReferenceOutcome.eligible
  var worth: Int64 = 0

  var amount: Int64 { outcome == .eligible ? worth : 0 }
  var isTitle: Bool { factKind == "recognition" }
  var isOpen: Bool { outcome == .unknown || outcome == .undecided }
  var competes: Bool { !isCommendation && (outcome == .eligible || isOpen) }

  mutating func lower(to other: ReferenceOutcome) {
    if other.rawValue > outcome.rawValue { outcome = other }
  }

  /// Sets what is payable; nothing left means not eligible.
  mutating func reduce(to fen: Int64) {
    worth = fen
    if fen <= 0 { lower(to: .notEligible) }
  }

  var line: String {
    "\(id) \(outcome.name) \(amount) \(recipient ?? "-")"
  }
}
