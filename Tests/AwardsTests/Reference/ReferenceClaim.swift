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
  private(set) var id: String
  let clauseNumber: String
  let factKind: String
  let fact: JSONValue
  let date: PartialDate?
  let object: String?
  let level: String?
  let isCommendation: Bool
  var recipient: String?
  var outcome = ReferenceOutcome.eligible
  var worth: Int64 = 0 { didSet { isValued = true } }
  /// Whether it is known what it may come to.
  var isValued = false
  /// Whether only the most that it may come to is known.
  var isBound = false
  var parts: [ReferencePart] = []
  /// Whether they were divided among payees.
  var isSplit = false
  /// Whether they were divided into instalments.
  var isInInstalments = false
  /// Whether it is a fact of the round before.
  var isCarried = false
  /// Whether the budget did not reach it.
  var isLeftOver = false

  var amount: Int64 { outcome == .eligible ? worth : 0 }
  var isTitle: Bool { factKind == "recognition" }
  var isOpen: Bool { outcome == .unknown || outcome == .undecided }
  var competes: Bool { !isCommendation && (outcome == .eligible || isOpen) }

  mutating func lower(to other: ReferenceOutcome) {
    if other.rawValue > outcome.rawValue { outcome = other }
  }

  /// Leaves it unknown, with the most that it may come to, where that is known.
  mutating func leaveUnknown(atMost fen: Int64?) {
    lower(to: .unknown)
    bound(to: fen)
  }

  /// Keeps the most that an open claim may come to.
  mutating func bound(to fen: Int64?) {
    guard let fen, isOpen else { return }
    worth = fen
    isBound = true
  }

  /// Sets what is payable; nothing left means not eligible.
  mutating func reduce(to fen: Int64) {
    worth = fen
    if fen <= 0 { lower(to: .notEligible) }
  }

  /// The same under another name.
  func named(_ id: String) -> ReferenceClaim {
    var claim = self
    claim.id = id
    return claim
  }

  var line: String {
    let parts = outcome == .eligible ? cutParts.map { " " + $0.text }.joined() : ""
    return "\(id) \(outcome.name) \(amount) \(recipient ?? "-")" + parts
  }
}

/// A part in which a claim is paid.
struct ReferencePart {
  let payee: String
  var amount: Int64
  var condition: String?
  var months: Int64?

  var text: String {
    "\(payee)=\(amount)/\(condition ?? "-")/\(months.map(String.init) ?? "-")"
  }
}

extension ReferenceClaim {
  /// Who won or did what it rewards, whoever is paid.
  var applicant: String? { ReferenceEngine.recipient(factKind, fact) }

  /// The parts that are left of what is payable, the first ones first.
  var cutParts: [ReferencePart] {
    var left = amount
    var cut: [ReferencePart] = []
    for var part in parts {
      part.amount = min(part.amount, left)
      left -= part.amount
      if part.amount > 0 { cut.append(part) }
    }
    return parts.reduce(0) { $0 + $1.amount } > amount ? cut : parts
  }

  /// What it may come to, where that is limited at all.
  var most: Int64 { isOpen && !isValued ? .max : worth }
}
