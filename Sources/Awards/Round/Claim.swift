import JSONLines
public import Ledger
public import Portfolio

/// What one value clause says about one fact.
///
/// A round has many claims: each holds its fact, what all claims of its clause share, and what few have.
public struct Claim: Sendable {
  let source: Fact
  // The three of one byte stand beside it, where they take no room of their own.

  /// What became of it.
  public internal(set) var outcome: Outcome = .eligible
  /// Whether what it is worth is known; an open claim of which it is not may be worth anything.
  private(set) var isAppraised = false
  /// Whether the budget did not reach it, so that the next round takes it up where a clause says so.
  public internal(set) var isLeftOver = false
  private var origin: Origin
  private var rarities: Rarities?
  /// What it is worth, or would be worth at most if what is unknown or undecided turned out well.
  var worth: Money = .zero {
    didSet { isAppraised = true }
  }
  /// Where the last step of its trace stands.
  var lastStep = Traces.none

  init(_ fact: Fact, of origin: Origin) {
    source = fact
    self.origin = origin
  }

  /// The policy.
  public var policy: RecordID { origin.rule.policy }

  /// The clause that selected the fact.
  public var clause: RecordID { origin.rule.id }

  /// Whether it honours without money.
  public var isCommendation: Bool { origin.isCommendation }

  /// The title's tier, where the fact is a title.
  public var level: BrandLevel? { source.level(origin.evidence) }

  /// The place of its clause among the policy's value clauses.
  var place: Int { origin.place }

  /// The year, where its clause shares in the round itself.
  public var roundYear: Int? { origin.roundYear }

  /// Which payment of its clause for the fact it is, or for the year where its clause shares in the round itself.
  var instance: Int {
    get { rarities?.values.instance ?? 1 }
    set { if newValue != instance { change { $0.instance = newValue } } }
  }

  /// Who is to be paid; `nil` where the ledger does not tell.
  public internal(set) var recipient: RecordID? {
    get { if let rarities { rarities.values.recipient } else { source.recipient } }
    set { change { $0.recipient = newValue } }
  }

  /// The number of who is to be paid among the parties of the round.
  var partyNumber: Int? {
    if rarities == nil, let number = source.partyNumber { return number }
    return recipient.map { origin.evidence.parties.number(of: $0) }
  }

  /// The record of who is to be paid, where the ledger has it.
  var recipientRecord: Record? { partyNumber.flatMap { origin.evidence.parties[$0].record } }

  /// That recipient's name, or its id where the ledger has no such record.
  public var recipientName: String? {
    recipientRecord?[Enterprise.name] ?? recipient?.text
  }

  /// The values that would have to be known; only then is it unknown.
  public internal(set) var missing: [Input] {
    get { rarities?.values.missing ?? [] }
    set { change { $0.missing = newValue } }
  }

  /// The award that was already sealed for this very claim.
  public internal(set) var sealed: RecordID? {
    get { rarities?.values.sealed }
    set { change { $0.sealed = newValue } }
  }

  /// What was sealed in that award, which may be another amount than computes now.
  public internal(set) var sealedAmount: Money? {
    get { rarities?.values.sealedAmount }
    set { change { $0.sealedAmount = newValue } }
  }

  /// The award that was sealed for this claim and came back in full, where none was sealed anew.
  public internal(set) var recovered: RecordID? {
    get { rarities?.values.recovered }
    set { if newValue != recovered { change { $0.recovered = newValue } } }
  }

  /// Why it is left to people, though it would be paid.
  public internal(set) var held: Hold? {
    get { rarities?.values.held }
    set { if newValue != held { change { $0.held = newValue } } }
  }

  /// The parts in which it is paid; empty where it is paid at once to the recipient.
  public internal(set) var parts: [Part] {
    get { rarities?.values.parts ?? [] }
    set { change { $0.parts = newValue } }
  }

  /// What each clause did, in the order in which they ran; empty where no traces were asked for.
  public var trace: [Step] { origin.traces?.steps(of: self) ?? [] }

  /// Gives a claim that has run through its stages the traces of all.
  mutating func keep(_ origins: [Origin]) {
    origin = origins[origin.place]
  }

  private mutating func change(_ body: (inout Rarities.Values) -> Void) {
    var values = rarities?.values ?? Rarities.Values(recipient: source.recipient)
    body(&values)
    rarities = Rarities(values)
  }
}

extension Claim {
  /// What all claims of one value clause share.
  final class Origin: Sendable {
    let rule: Rule
    /// The place of the clause among the policy's value clauses.
    let place: Int
    let isCommendation: Bool
    /// The year, where the clause shares in the round itself.
    let roundYear: Int?
    let evidence: Evidence
    let traces: Traces?

    init(_ rule: Rule, at place: Int, in context: Context) {
      self.rule = rule
      self.place = place
      isCommendation = rule.isCommendation
      roundYear = rule.operation is PercentOfTotal ? context.year : nil
      evidence = context.evidence
      traces = nil
    }

    /// The same with the traces of all claims.
    init(_ other: Origin, _ traces: Traces) {
      rule = other.rule
      place = other.place
      isCommendation = other.isCommendation
      roundYear = other.roundYear
      evidence = other.evidence
      self.traces = traces
    }
  }

  /// What only few claims have.
  fileprivate final class Rarities: Sendable {
    struct Values {
      var recipient: RecordID?
      var instance = 1
      var missing: [Input] = []
      var sealed: RecordID?
      var sealedAmount: Money?
      var recovered: RecordID?
      var held: Hold?
      var parts: [Part] = []
    }

    let values: Values

    init(_ values: Values) {
      self.values = values
    }
  }
}
