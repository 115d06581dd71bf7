public import Bilingual
import JSONLines
public import Ledger
import Portfolio

/// A small change to one clause or to the days of a policy, such as a slip of the pen.
public struct Alteration: Sendable {
  /// The policy.
  public let policy: RecordID
  /// The clause's number; the policy's id where its days are changed.
  public let number: String
  /// Where the changed record stands.
  public let place: Place
  /// What is changed.
  public let change: Phrase

  private let record: RecordID
  /// The record as it is after the change; `nil` where the clause is taken away.
  private let altered: Record?

  private init(_ record: Record, _ change: Phrase, _ altered: Record?) {
    policy = record[Clause.policy, or: record.id]
    number = record.schema === Clause.schema ? record[Clause.number] ?? "" : record.id.text
    place = record.place
    self.change = change
    self.record = record.id
    self.altered = altered
  }

  /// The policies with the change made.
  func applied(to source: PolicySource) -> PolicySource {
    func change(_ records: [Record]) -> [Record] {
      records.compactMap { $0.id == record ? altered : $0 }
    }
    return source.replacing(policies: change(source.policies), clauses: change(source.clauses))
  }

  /// All changes to the policies of a source, in its order.
  static func all(of source: PolicySource) -> [Alteration] {
    source.policies.flatMap(days(of:)) + source.clauses.flatMap(all(of:))
  }

  private static func all(of clause: Record) -> [Alteration] {
    let dropped = Alteration(
      clause,
      Phrase(en: "the clause is taken away", zh: "删去该条款"),
      nil
    )
    let type = Operations.type(named: clause[Clause.operation] ?? "")
    // What is kept as text has arguments for people only.
    guard let type, type != Unexpressed.self else { return [dropped] }
    let arguments = clause[Clause.arguments] ?? .object([])
    let changes = ArgumentChanges.all(of: arguments, type.declaration.parameters)
    return [dropped]
      + changes.map { change in
        Alteration(clause, change.phrase, clause.with(Clause.arguments.definition, change.value))
      } + narrowed(clause)
  }

  /// The clauses that it governs, with one less.
  private static func narrowed(_ clause: Record) -> [Alteration] {
    let governed = clause[Clause.for] ?? []
    guard governed.count > 1 else { return [] }
    return governed.indices.map { index in
      var rest = governed
      let left = rest.remove(at: index)
      return Alteration(
        clause,
        Phrase(en: "for: without \(left)", zh: "for：去掉 \(left)"),
        clause.with(Clause.for.definition, rest.json)
      )
    }
  }

  /// The days on which a policy holds and which its rounds pay, a day earlier or later.
  private static func days(of policy: Record) -> [Alteration] {
    // The day from which facts are paid, where it is another than that of coming into force.
    let start = policy[Policy.retroactiveFrom] == nil ? Policy.inForceFrom : Policy.retroactiveFrom
    let dates = [start, Policy.inForceUntil, Policy.repealedOn]
    var alterations: [Alteration] = []
    for date in dates {
      guard let value = policy[date.definition] else { continue }
      alterations += ValueChanges.all(of: value, nil).map { altered in
        let (from, to) = (ArgumentChanges.text(value), ArgumentChanges.text(altered))
        let name = date.definition.name
        return Alteration(
          policy,
          Phrase(en: "\(name): \(from) → \(to)", zh: "\(name)：\(from) → \(to)"),
          policy.with(date.definition, altered)
        )
      }
    }
    guard let window = policy[Policy.window] else { return alterations }
    let name = Policy.window.definition.name
    return alterations
      + ArgumentChanges.all(of: window, AwardWindow.parameters).map { change in
        Alteration(
          policy,
          Phrase(en: "\(name) \(change.phrase.en)", zh: "\(name) \(change.phrase.zh)"),
          policy.with(Policy.window.definition, change.value)
        )
      }
  }
}

extension Record {
  /// The record with another value in a field.
  fileprivate func with(_ field: FieldDefinition, _ value: JSONValue) -> Record {
    var draft = Draft(copying: self)
    draft[field] = value
    return draft.record(at: place)
  }

  /// A field of clauses, or something else for other records.
  fileprivate subscript(field: Field<RecordID>, or other: RecordID) -> RecordID {
    schema === Clause.schema ? self[field] ?? other : other
  }
}
