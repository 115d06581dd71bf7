import Bilingual
import JSONLines
import Ledger
import Portfolio

/// What the operations of one policy and year may look at.
struct Context {
  let year: Int
  /// The days whose facts the round pays.
  let window: ClosedRange<Day>
  let rules: RuleSet
  let evidence: Evidence
  /// The versions that the policy replaced.
  var replaced: [RuleSet] = []
  /// The claims that the round before left over for this one.
  var leftOver: Set<String> = []
  /// What came out for titles on which others hang, when the clauses were carried out before.
  var settlements = Settlements()
  /// The claims that would be paid and are left to people.
  var held: [String: Hold] = [:]
  /// Whether facts that may lie in the days of an overriding policy are taken as if they did.
  var takesUnsureDays = false

  /// The days whose facts the round before paid.
  var previousWindow: ClosedRange<Day> { rules.window.days(ofRound: year - 1) }
}

/// The claims of one policy and year on their way through the stages.
struct Work {
  private(set) var context: Context
  private(set) var isTracing: Bool
  /// In their defined order: clause, day of the fact, id of the fact.
  var claims: [Claim] = []
  /// What the claims of each value clause share.
  let origins: [Claim.Origin]
  /// The steps of all claims, where they are kept.
  private(set) var traces = TraceWriter()
  /// The ids of those claims; empty where nothing was ever paid, for which alone they are looked at.
  var ownClaims: Set<String> = []
  /// What upgrades took titles of this round to get.
  var reliances: [Reliance] = []
  /// The claims to which others gave way.
  var chosen: [Int] = []
  /// What the budget made of those.
  var fates: [Int: Fate] = [:]
  /// The claims of which more was said to people than a computation, as far as limits governed them.
  var published: [Int: Published] = [:]
  /// What was sealed from later commits counts for nothing while published claims are looked at.
  var horizon = Int.max
  /// What was published of the round, by claim; known from the first limit on.
  var awards: [String: Published]?
  /// What limits leave of claims, while several are carried out.
  var cuts: Cuts?
  /// How a priority clause ranks the claims for the budget clauses behind it: the higher the sooner.
  var priorities: [[Int: Int64]] = []
  /// The claims that a clause divided, by its operation, where several may.
  var divided: [ObjectIdentifier: Set<Int>] = [:]
  /// Whether a sum was shared by score.
  var isShared = false
  /// Whether the shares of the whole are known, so that only they are still to be paid out.
  var isTotalled = false
  /// Why claims are selected.
  var selected = SelectionReason()
  /// The clause that is being carried out.
  var rule: Rule
  /// The claims that it governs.
  var governed: [Int] = []
  /// Those among them that have not come to an end before it.
  var scope: [Int] = []

  init(_ context: Context, isTracing: Bool, rule: Rule) {
    self.context = context
    self.isTracing = isTracing
    self.rule = rule
    origins = context.rules.values.enumerated().map { place, rule in
      Claim.Origin(rule, at: place, in: context)
    }
  }

  /// The same to try a clause on, as if facts that may lie in the days of an overriding policy did.
  var trial: Work {
    var work = untraced
    work.context.takesUnsureDays = true
    return work
  }

  /// The same without a trace.
  var untraced: Work {
    var work = self
    work.isTracing = false
    return work
  }

  /// The claims with their traces.
  var finished: [Claim] {
    guard isTracing else { return claims }
    let traces = traces.traces
    let origins = origins.map { Claim.Origin($0, traces) }
    return claims.map { claim in
      var claim = claim
      claim.keep(origins)
      return claim
    }
  }

  /// Keeps a step of a claim, with what is payable before and after the change.
  mutating func record(
    _ index: Int,
    _ verdict: Verdict,
    inputs: @autoclosure () -> [Input] = [],
    _ reason: @autoclosure () -> Phrase,
    demand: Phrase? = nil,
    stage: Stage? = nil,
    change: (inout Claim) -> Void = { _ in }
  ) {
    let before = claims[index].amount
    change(&claims[index])
    if cuts != nil, rule.stage == .cap, claims[index].amount != before {
      cuts?.keep(index, claims[index].amount, by: rule.id)
    }
    guard isTracing else { return }
    let step = Step(
      stage: stage ?? rule.stage,
      clause: rule.id,
      verdict: verdict,
      reason: reason(),
      inputs: inputs(),
      before: before,
      after: claims[index].amount,
      demand: demand
    )
    traces.append(step, to: &claims[index])
  }

  /// Keeps what a condition says.
  mutating func settle(_ index: Int, _ judgement: Judgement) {
    record(
      index,
      judgement.verdict,
      inputs: judgement.inputs,
      judgement.reason(),
      demand: judgement.demand
    ) { claim in
      switch judgement.verdict {
      case .failed: claim.lower(to: .notEligible)
      case .undecided: claim.lower(to: .undecided)
      case .unknown:
        claim.lower(to: .unknown)
        claim.lack(judgement.missing)
      default: break
      }
    }
  }

  /// Gives a claim its first amount; an open claim only learns what it would be worth.
  mutating func appraise(
    _ index: Int,
    _ worth: Money,
    inputs: @autoclosure () -> [Input] = [],
    _ reason: @autoclosure () -> Phrase
  ) {
    let outcome = claims[index].outcome
    switch outcome {
    case .unknown, .undecided:
      let reason = reason()
      record(
        index,
        outcome == .unknown ? .unknown : .undecided,
        inputs: inputs(),
        Phrase(
          en: "would be worth \(worth) yuan: \(reason.en)",
          zh: "如获确认为 \(worth) 元：\(reason.zh)"
        )
      ) { $0.worth = worth }
    default:
      record(index, .applied, inputs: inputs(), reason()) { $0.worth = worth }
    }
  }

  /// Lowers what is payable; nothing left means not eligible.
  mutating func reduce(
    _ index: Int,
    to amount: Money,
    inputs: @autoclosure () -> [Input] = [],
    _ reason: @autoclosure () -> Phrase
  ) {
    let isNothing = amount <= .zero
    record(index, isNothing ? .failed : .reduced, inputs: inputs(), reason()) { claim in
      claim.worth = isNothing ? .zero : amount
      if isNothing { claim.lower(to: .notEligible) }
    }
  }

  /// Makes a claim wait, since what it gets hangs on another claim that is open.
  mutating func hold(_ index: Int, behind rival: Int, extra: [Input] = []) {
    let other = claims[rival]
    let isUndecided = other.outcome == .undecided
    let inputs = other.missing + extra
    record(
      index,
      isUndecided ? .undecided : .unknown,
      inputs: inputs,
      Phrase(
        en: "hangs on \(other.id), "
          + (other.isAppraised
            ? "which is worth at most \(other.worth) yuan if it is granted"
            : "whose amount is not known yet")
          + (extra.isEmpty ? "" : "; \(Reason.missing(extra).en)"),
        zh: "取决于 \(other.id)（"
          + (other.isAppraised ? "如获确认至多 \(other.worth) 元）" : "金额尚不明）")
          + (extra.isEmpty ? "" : "；\(Reason.missing(extra).zh)")
      )
    ) { claim in
      claim.lower(to: isUndecided ? .undecided : .unknown)
      if !isUndecided { claim.lack(inputs) }
    }
  }

  /// Adds and subtracts exactly; a sum beyond 64 bits is an error that names the clause.
  func exactly<Value>(
    _ body: () throws(Money.Overflow) -> Value
  ) throws(Diagnostic) -> Value {
    do {
      return try body()
    } catch {
      throw rule.overflow
    }
  }
}
