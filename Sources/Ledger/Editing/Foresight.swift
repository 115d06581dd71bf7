import JSONLines

/// Looks at rows before their turn comes, on any core: at all of them that does not depend on the rows before.
///
/// Whatever it cannot tell, or finds wrong, is left to the editor.
public struct Foresight: Sendable {
  let schema: Schema
  let snapshot: Snapshot
  let completion: Editor.Completion
  let own: StandingRecords
  let referred: [(slot: Int, records: StandingRecords)]
  var recent = RecentValues()
  var recentReferences = RecentValues(count: 1 << 12)
  private var readings = RecentReadings()
  var recentTexts = RecentTexts()
  var folded = FoldedHash()
  var order: DateOrder

  // The JSON of the values of the row in hand, and by slot where each stands in it.
  var text: [UInt8] = []
  var values: [(slot: Int, place: Range<Int>)] = []
  /// How many lines were written and not looked at yet, and the records that each of them calls.
  var written = 0
  var calls: [(line: Int, call: PendingRecords.Call)] = []
  /// By identity the hash of its values, and above it whether they tell what the record is.
  var identityKeys: [UInt64] = []

  // What the kind says of its fields, by slot: many look at it at once, and whoever has it need not touch it.
  let fields: [FieldDefinition]
  let names: [[UInt8]]
  /// The keys as they stand in a line, each with a colon behind it.
  let labels: [[UInt8]]
  let forms: [PlainForm]
  let isText: [Bool]
  let demands: [Bool]
  /// In how many fields a record has to have a value.
  let demandCount: Int
  let canonicals: [Canonical?]
  let warningsSlot: Int
  /// The slots of the fields of each identity.
  let identities: [[Int]]
  /// The slots of the fields whose values make the id; none where it is made otherwise.
  let idSlots: [Int]
  /// The fields in which a record needs values so that the domain has nothing to add; `nil` where it always looks.
  let fills: [Int]?
  /// The fields by whose values a record has to be looked at nevertheless, unless they are plain.
  let doubts: [(slot: Int, isPlain: @Sendable (Span<UInt8>) -> Bool)]

  init(
    _ own: StandingRecords,
    _ referred: [(slot: Int, records: StandingRecords)],
    _ snapshot: Snapshot,
    _ completion: Editor.Completion
  ) {
    schema = own.schema
    order = DateOrder(schema)
    self.own = own
    self.referred = referred
    self.snapshot = snapshot
    self.completion = completion
    fields = own.schema.fields
    names = own.schema.fieldNames
    labels = names.map { Array("\"".utf8) + $0 + Array("\":".utf8) }
    forms = own.schema.plainForms
    isText = own.schema.fields.map { $0.type.plainForm == .text }
    demands = own.schema.demands
    demandCount = demands.count { $0 }
    canonicals = own.schema.fields.map(\.type.canonical)
    warningsSlot = own.schema.slot(of: CommonField.warnings.definition)
    idSlots = own.schema.idFields.map(own.schema.slot(of:))
    identities = own.schema.identities.map { $0.map(own.schema.slot(of:)) }
    fills = completion.fills(own.schema)?.map(own.schema.slot(of:))
    doubts = completion.doubts(own.schema).map { (own.schema.slot(of: $0.field), $0.isPlain) }
  }

  /// Reads the text of a value, wherever that is done.
  ///
  /// - Parameters:
  ///   - assignment: The value as it was typed.
  ///   - field: The field of the kind that is meant.
  /// - Returns: The assignment with its text read.
  public mutating func read(_ assignment: Assignment, as field: FieldDefinition) -> Assignment {
    assignment.read(readings.reading(assignment.text, of: field))
  }

  /// Looks at a record whose values are in their stored form already.
  ///
  /// - Parameters:
  ///   - given: The record.
  ///   - place: Where it was given.
  /// - Returns: What can be said of it; `nil` where the editor has to look at it.
  public mutating func foresee(_ given: Draft, at place: Place?) -> Foreseen? {
    // What cannot be read is told by the editor.
    try? look(at: given, place)
  }

  /// Looks at the values of a new record.
  ///
  /// - Parameters:
  ///   - assignments: The values, each of them read.
  ///   - place: Where the record as a whole was given.
  /// - Returns: What can be said of it; `nil` where the editor has to look at it.
  public mutating func foresee(_ assignments: [Assignment], at place: Place?) -> Foreseen? {
    try? look(at: assignments, place)
  }

  private mutating func look(at given: Draft, _ place: Place?) throws -> Foreseen? {
    for (slot, records) in referred {
      for text in given.value(slot)?.texts ?? [] {
        guard try records.contains(RecordID(text)) else { return nil }
      }
    }
    return try look(at: given, place, [])
  }

  private mutating func look(at assignments: [Assignment], _ place: Place?) throws -> Foreseen? {
    var values: [(slot: Int, value: JSONValue?)] = []
    values.reserveCapacity(assignments.count)
    var references: [(schema: Schema, text: String)] = []
    for assignment in assignments {
      guard let reading = assignment.reading, case .success(let value) = reading.value else {
        return nil
      }
      let slot = schema.slot(of: reading.field)
      guard let value, let records = referred.first(where: { $0.slot == slot })?.records else {
        values.append((slot, value))
        continue
      }
      var ids: [JSONValue] = []
      for text in value.texts {
        guard let id = try records.record(called: text) else { return nil }
        ids.append(.string(id.text))
        references.append((records.schema, text))
      }
      values.append((slot, value.array == nil ? ids.first : .array(ids)))
    }
    return try look(at: Draft(schema, values), place, references)
  }

  private mutating func look(
    at given: Draft,
    _ place: Place?,
    _ references: [(schema: Schema, text: String)]
  ) throws -> Foreseen? {
    var draft = given
    let problems = try completion.complete(&draft, snapshot)
    var keys: [PendingRecords.Key] = []
    if draft.id == nil {
      for (index, identity) in schema.identities.enumerated() where draft.tells(identity) {
        let key = identity.map { $0.key(of: draft[$0]) }
        guard try own.isNew(key, inIdentity: index) else { return nil }
        keys.append(.values(identity.map(schema.slot(of:)), KeyHash.of(key)))
      }
      guard !keys.isEmpty else { return nil }
      draft.id = draft.impliedID
      switch schema.key {
      case .chosen: return nil
      case .joined where draft.id == nil: return nil
      default: break
      }
    }
    if let id = draft.id {
      guard try own.isFree(id) else { return nil }
      keys.append(.id(PendingRecords.hash(id)))
    }
    let (isRight, found) = draft.judge(problems, at: place, &recent)
    guard isRight else { return nil }
    return Foreseen(draft: draft, keys: keys, references: references, remarks: found)
  }
}

extension StandingRecords {
  /// The one record that a text names by its id, else by its name.
  func record(called text: String) throws -> RecordID? {
    let id = RecordID(text)
    guard try !contains(id) else { return id }
    let named = try records(named: Folding.key(text))
    return named.count == 1 ? named.first : nil
  }
}
