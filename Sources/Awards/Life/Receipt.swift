import JSONLines
import Ledger
import Portfolio

/// The receipt of a sealed award, as far as it proves something.
struct Receipt {
  struct Hashed: Hashable {
    let id: RecordID
    let hash: String
  }
  /// What a clause made of the amount; reasons in words prove nothing.
  struct Step: Hashable {
    let clause: RecordID
    let before: Money
    let after: Money
  }

  let commit: Int
  let policy: Hashed
  let clauses: [Hashed]
  let inputs: [Input]
  let steps: [Step]

  /// Reads a receipt; `nil` where it is none.
  init?(_ value: JSONValue?) {
    guard let commit = Self.commit(value),
      let policy = Self.hashed(value?["policy"])
    else { return nil }
    self.commit = commit
    self.policy = policy
    clauses = (value?["clauses"]?.array ?? []).compactMap(Self.hashed)
    inputs = (value?["inputs"]?.array ?? []).compactMap { input in
      guard let record = input["record"]?.string, let field = input["field"]?.string else {
        return nil
      }
      let value = input["value"]
      return Input(RecordID(record), field, value == .null ? nil : value)
    }
    steps = (value?["steps"]?.array ?? []).compactMap { step in
      guard let clause = step["clause"]?.string, let before = step["beforeFen"]?.integer,
        let after = step["afterFen"]?.integer
      else { return nil }
      return Step(clause: RecordID(clause), before: Money(fen: before), after: Money(fen: after))
    }
  }

  /// The commit from which an award was sealed here.
  static func commit(of award: Record) -> Int? { commit(award[Award.receipt]) }

  /// The clauses that an award's receipt names: those of its amount, and of how it is published, paid and claimed back.
  static func clauses(of award: Record) -> [RecordID] {
    (award[Award.receipt]?["clauses"]?.array ?? []).compactMap { hashed($0)?.id }
  }

  private static func commit(_ receipt: JSONValue?) -> Int? {
    receipt?["commit"]?.integer.flatMap { Int(exactly: $0) }
  }

  private static func hashed(_ value: JSONValue?) -> Hashed? {
    guard let id = value?["id"]?.string, let hash = value?["sha256"]?.string else { return nil }
    return Hashed(id: RecordID(id), hash: hash)
  }

  /// The steps that moved the amount; those that left it alone may be told otherwise by a later version.
  static func moving(_ steps: [Step]) -> [Step] { steps.filter { $0.before != $0.after } }
}
