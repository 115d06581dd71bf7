import Bilingual
import Ledger
import Portfolio

/// The traces of a round, packed: some ten bytes a step.
///
/// The steps of all claims stand in the order in which they were taken, each with the way back to the
/// step before it of the same claim. Texts are kept once, without their digits; values stay in their
/// records.
final class Traces: Sendable {
  /// The place of the last step of a claim that has none.
  static let none = -1

  fileprivate let steps: PackedBytes
  fileprivate let clauses: [RecordID]
  fileprivate let sentences: Sentences
  fileprivate let records: [Record]
  fileprivate let others: [Input]

  fileprivate init(_ writer: TraceWriter) {
    steps = writer.steps
    clauses = writer.clauses
    sentences = writer.sentences
    records = writer.records
    others = writer.others
  }

  /// The steps of a claim, in the order in which they were taken.
  func steps(of claim: Claim) -> [Step] {
    var result: [Step] = []
    var place = claim.lastStep
    while place != Self.none {
      var reader = PackedReader(steps, at: place)
      let distance = reader.number()
      result.append(step(of: claim, &reader))
      place = distance == 0 ? Self.none : place - distance
    }
    return result.reversed()
  }

  private func step(of claim: Claim, _ reader: inout PackedReader) -> Step {
    let clause = clauses[reader.number()]
    let head = reader.byte()
    let before = reader.signed()
    let after = head & TraceWriter.isMoving != 0 ? reader.signed() : before
    let reason = sentences.read(&reader)
    let demand = head & TraceWriter.hasDemand != 0 ? sentences.read(&reader) : nil
    let inputs = (0..<reader.number()).map { _ in input(of: claim, &reader) }
    return Step(
      stage: TraceWriter.stages[Int(reader.byte())],
      clause: clause,
      verdict: TraceWriter.verdicts[Int(head & TraceWriter.verdict)],
      reason: reason,
      inputs: inputs,
      before: Money(fen: before),
      after: Money(fen: after),
      demand: demand
    )
  }

  private func input(of claim: Claim, _ reader: inout PackedReader) -> Input {
    let head = reader.byte()
    let record: Record
    switch TraceWriter.Holder(rawValue: head >> 1) {
    case .fact?:
      let field = claim.source.kind.schema.fields[reader.number()]
      return Input(head & 1 == 0 ? .fact(claim.source, field) : .factLack(claim.source, field))
    case .recipient?: record = claim.source.holder ?? claim.source.record
    case .record?: record = records[reader.number()]
    case .other?, nil: return others[reader.number()]
    }
    let field = record.schema.fields[reader.number()]
    return Input(head & 1 == 0 ? .field(record, field) : .lack(record, field))
  }
}

/// Packs steps while a round is computed.
struct TraceWriter {
  // The bits of a step's head.
  static let verdict: UInt8 = 0x0F
  static let isMoving: UInt8 = 0x10
  static let hasDemand: UInt8 = 0x20
  // Made once: every step looks itself up in them.
  fileprivate static let verdicts = Verdict.allCases
  fileprivate static let stages = Stage.allCases

  /// The record in which an input stands.
  enum Holder: UInt8 {
    case fact, recipient, record, other
  }

  fileprivate private(set) var steps = PackedBytes()
  fileprivate private(set) var clauses: [RecordID] = []
  fileprivate private(set) var sentences = Sentences()
  fileprivate private(set) var records: [Record] = []
  fileprivate private(set) var others: [Input] = []
  private var places: [RecordID: Int] = [:]

  /// The traces as they are read.
  var traces: Traces { Traces(self) }

  /// Keeps a step of a claim.
  mutating func append(_ step: Step, to claim: inout Claim) {
    let start = steps.begin()
    steps.append(number: claim.lastStep == Traces.none ? 0 : start - claim.lastStep)
    claim.lastStep = start
    if clauses.last != step.clause { clauses.append(step.clause) }
    steps.append(number: clauses.count - 1)
    let isMoving = step.before != step.after
    steps.append(
      UInt8(Self.verdicts.firstIndex(of: step.verdict) ?? 0)
        | (isMoving ? Self.isMoving : 0) | (step.demand == nil ? 0 : Self.hasDemand)
    )
    steps.append(signed: step.before.fen)
    if isMoving { steps.append(signed: step.after.fen) }
    sentences.append(step.reason, to: &steps)
    if let demand = step.demand { sentences.append(demand, to: &steps) }
    steps.append(number: step.inputs.count)
    for input in step.inputs { append(input, of: claim) }
    steps.append(UInt8(Self.stages.firstIndex(of: step.stage) ?? 0))
  }

  private mutating func append(_ input: Input, of claim: Claim) {
    let record: Record
    let field: FieldDefinition
    let isLack: UInt8
    switch input.source {
    case .fact(let fact, let definition), .factLack(let fact, let definition):
      let isLacking = if case .factLack = input.source { true } else { false }
      guard fact.isSame(as: claim.source) else {
        (record, field, isLack) = (fact.record, definition, isLacking ? 1 : 0)
        break
      }
      steps.append(Holder.fact.rawValue << 1 | (isLacking ? 1 : 0))
      steps.append(number: fact.kind.schema.slot(of: definition))
      return
    case .field(let holder, let definition): (record, field, isLack) = (holder, definition, 0)
    case .lack(let holder, let definition): (record, field, isLack) = (holder, definition, 1)
    case .other:
      steps.append(Holder.other.rawValue << 1)
      steps.append(number: others.count)
      others.append(input)
      return
    }
    if record.id == claim.source.id, record.isSame(as: claim.source.record) {
      steps.append(Holder.fact.rawValue << 1 | isLack)
    } else if let holder = claim.source.holder, record.isSame(as: holder) {
      steps.append(Holder.recipient.rawValue << 1 | isLack)
    } else {
      steps.append(Holder.record.rawValue << 1 | isLack)
      steps.append(number: place(of: record))
    }
    steps.append(number: record.schema.slot(of: field))
  }

  private mutating func place(of record: Record) -> Int {
    if let place = places[record.id], records[place].isSame(as: record) { return place }
    places[record.id] = records.count
    records.append(record)
    return records.count - 1
  }
}
