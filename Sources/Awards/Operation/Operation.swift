import Bilingual
import JSONLines
import Ledger

/// What a clause does: one member of the closed set that ``Operations`` lists.
///
/// An operation is declared, decoded and carried out in one file.
protocol Operation: Sendable {
  /// Name, stage, parameters and example, from which the help is drawn.
  static var declaration: OperationDeclaration { get }

  /// Reads the arguments; faults are kept in them, and placeholders stand for what is wrong.
  init(_ arguments: inout Arguments)

  /// Itself where it gives an award; asked of it, since a cast looks through the types of the program.
  var valuation: (any Valuation)? { get }

  /// Its turn within its stage, before the order of the clauses.
  var turn: Int { get }

  /// What it demands of a claim before any amount is given, judged in the qualify stage.
  var condition: (any Condition)? { get }

  /// The figures that it reads of each claim, by the argument that names them.
  var figures: [(argument: String, figure: Figure)] { get }

  /// The records of payees that it names, by the path to each within its arguments.
  var payees: [(path: [PathStep], id: RecordID)] { get }

  /// The only codes of a field with which it lets claims pass, where there is such a field.
  var allowance: Allowance? { get }

  /// Whether it ends claims that are still open, behind the value stage.
  var reachesOpen: Bool { get }

  /// Whether what was paid for earlier years changes what it gives.
  var remembers: Bool { get }

  /// How it weighs claims against each other, and against what was paid already.
  var weighing: Weighing { get }

  /// Whether it counts claims by the mark, patent or brand that they are about, so that it has to know that.
  var countsObjects: Bool { get }

  /// Whether one such clause is all that can be said for an award, so that two contradict each other.
  var settlesAlone: Bool { get }

  /// The list of which equal elements are several and not one told twice: parts, shares, places.
  var severalAlike: String? { get }

  /// Carries the clause out on the claims that it governs.
  func apply(to work: inout Work) throws(Diagnostic)
}

extension Operation {
  var valuation: (any Valuation)? { nil }
  var turn: Int { 1 }
  var condition: (any Condition)? { nil }
  var figures: [(argument: String, figure: Figure)] { [] }
  var payees: [(path: [PathStep], id: RecordID)] { [] }
  var allowance: Allowance? { nil }
  var reachesOpen: Bool { false }
  var remembers: Bool { false }
  var weighing: Weighing { .none }
  var countsObjects: Bool { false }
  var settlesAlone: Bool { false }
  var severalAlike: String? { nil }
}

/// How an operation weighs claims against each other, and against what was paid already.
enum Weighing {
  /// It looks at each claim by itself.
  case none
  /// It prefers one claim to others, which give way to it.
  case prefers
  /// It pays some claims and leaves others out.
  case leavesOut
  /// It pays a share of each.
  case shares
}

/// An operation of the value stage: it selects facts, makes a claim of each, and gives it an amount.
protocol Valuation: Operation {
  /// The facts that it is about.
  var selection: Selection { get }
  /// Whether it honours without money.
  var isCommendation: Bool { get }
  /// Whether it pays on top of another award by its nature.
  var isBonus: Bool { get }
}

extension Valuation {
  var valuation: (any Valuation)? { self }
  // Amounts are given before others change them.
  var turn: Int { 0 }
  var isCommendation: Bool { false }
  var isBonus: Bool { false }
}

/// An operation of the qualify stage that looks at one claim at a time.
protocol Condition: Operation {
  /// Says whether a claim meets the condition.
  func judge(_ claim: Claim, _ context: Context) -> Judgement
}

extension Condition {
  func apply(to work: inout Work) throws(Diagnostic) {
    for index in work.scope where work.claims[index].outcome != .notApplicable {
      work.settle(index, judge(work.claims[index], work.context))
    }
  }
}

/// A condition on the recipient's own record.
protocol RecipientCondition: Condition {
  /// Says whether the recipient meets the condition.
  func judge(_ recipient: Record, _ claim: Claim, _ context: Context) -> Judgement
}

extension RecipientCondition {
  func judge(_ claim: Claim, _ context: Context) -> Judgement {
    guard let recipient = claim.recipientRecord else {
      return .unknown([claim.recipientInput])
    }
    return judge(recipient, claim, context)
  }
}
