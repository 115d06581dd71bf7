import JSONLines

/// Turns what people type and what tables hold into changes, and says all that is wrong with it.
///
/// References are given by id or by name; what a record refers to can be created with it. Nothing is
/// written here: the changes are handed to ``LedgerStore/write(by:at:command:_:)``.
public final class Editor {
  /// What adding or importing did to a record.
  public enum Effect: Hashable, Sendable {
    /// A record that was not there.
    case new(RecordID)
    /// A record some of whose values are others now.
    case changed(RecordID, fields: [String])
    /// A record that has these values already.
    case same(RecordID)
    /// A record that cannot be written; the diagnostics say why.
    case refused
  }

  /// What the domain adds to a new record before it is checked: derived values and their warnings.
  public struct Completion: Sendable {
    package let complete: @Sendable (inout Draft, Snapshot) throws -> [FieldProblem]
    package let fills: @Sendable (Schema) -> [FieldDefinition]?
    package let doubts: @Sendable (Schema) -> [Doubt]

    /// A field whose value may make a record odd to which nothing has to be added.
    public struct Doubt: Sendable {
      let field: FieldDefinition
      let isPlain: @Sendable (Span<UInt8>) -> Bool

      /// Creates a doubt.
      ///
      /// - Parameters:
      ///   - field: The field, which holds a text or a code.
      ///   - isPlain: Says of the value, as UTF-8, whether nothing can be odd with it.
      public init(
        _ field: FieldDefinition,
        unless isPlain: @escaping @Sendable (Span<UInt8>) -> Bool
      ) {
        self.field = field
        self.isPlain = isPlain
      }
    }

    /// Nothing is added.
    public static let nothing = Completion({ _, _ in [] }, fills: { _ in [] })

    /// Creates a completion.
    ///
    /// - Parameters:
    ///   - complete: Adds values to a record, and says what is odd about them.
    ///   - fills: Says of a kind the fields that make it superfluous: to a record with a value in each of them
    ///     nothing is added, and nothing is odd but what a doubt is about. `nil` where every record has to be looked at.
    ///   - doubts: Says of a kind by which values a record has to be looked at nevertheless.
    public init(
      _ complete: @escaping @Sendable (inout Draft, Snapshot) throws -> [FieldProblem],
      fills: @escaping @Sendable (Schema) -> [FieldDefinition]?,
      doubts: @escaping @Sendable (Schema) -> [Doubt] = { _ in [] }
    ) {
      self.complete = complete
      self.fills = fills
      self.doubts = doubts
    }
  }

  /// What is to be written: in order, or by kind where it is not kept in memory.
  public var changes: [Change] {
    open + spools.filter { $0.count > 0 }.map { .lines($0) }
  }
  /// All that is wrong or odd.
  public internal(set) var diagnostics: [Diagnostic] = []

  let snapshot: Snapshot
  let ids: IDMaker
  let creates: Bool
  let completion: Completion
  private let folder: String?
  private var indices: [RecordIndex] = []
  /// The changes that are kept in memory.
  private var open: [Change] = []
  private var spools: [Spool] = []
  /// Where the changes that were made for the record in hand stand.
  private var recent: [RecordIndex] = []
  /// The records that stood before and were given again, by kind.
  var given: [String: Set<RecordID>] = [:]
  /// The rows that were found on record by all that they give, by kind.
  var found: [String: Set<[String]>] = [:]
  /// The records that got what they lacked where others referred to them.
  public internal(set) var completed = CompletedRecords()

  /// Creates an editor.
  ///
  /// - Parameters:
  ///   - snapshot: The records that stand.
  ///   - ids: Makes new ids.
  ///   - creates: Whether a name that no record has creates one.
  ///   - folder: Where a file can be made for what is to be written, instead of memory.
  ///   - completion: What the domain adds to a record before it is checked.
  public init(
    _ snapshot: Snapshot,
    ids: IDMaker,
    creates: Bool = false,
    waitingIn folder: String? = nil,
    completion: Completion = .nothing
  ) {
    self.snapshot = snapshot
    self.ids = ids
    self.creates = creates
    self.folder = folder
    self.completion = completion
  }

  /// Adds a record, or completes the one that is the same thing where that is allowed.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - assignments: The values.
  ///   - place: Where the record as a whole was given.
  ///   - merging: Whether a record that is the same thing is changed; else it is refused.
  /// - Returns: What became of it.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func add(
    _ schema: Schema,
    _ assignments: [Assignment],
    at place: Place? = nil,
    merging: Bool = false
  ) throws -> Effect {
    begin()
    var draft = Draft(schema)
    guard try assign(assignments, to: &draft, place) else {
      // Whoever types is told all at once; a row of a table fails by its cells.
      if place == nil { try tellMissing(draft, assignments) }
      return refuse()
    }
    return try add(draft, assignments, place, merging)
  }

  func add(
    _ given: Draft,
    _ assignments: [Assignment],
    _ place: Place?,
    _ merging: Bool
  ) throws -> Effect {
    // What follows from the values helps to recognise the record, but never changes one that stands.
    var (given, draft) = (given, given)
    let problems = try completion.complete(&draft, snapshot)
    // Except what its id is made of, which people write in more than one way.
    for field in draft.schema.idFields where given.has(field) { given[field] = draft[field] }
    if let match = try existing(like: draft, assignments), merging || !match.isNamedOnly {
      guard merging, match.others.isEmpty else {
        diagnostics.append(.exists(draft.schema, match, at: place))
        return refuse()
      }
      guard try !repeatsRow(draft, match) else {
        diagnostics.append(.rowTwice(draft.schema, at: place))
        return refuse()
      }
      let isTyped = !assignments.isEmpty
      guard match.past == nil else {
        return try fill(match.id, with: given, match, place, isTyped: isTyped)
      }
      return try merge(given, into: match.id, place, isTyped: isTyped)
    }
    guard try finish(&draft, problems, place), let id = draft.id else { return refuse() }
    try put(draft, id: id)
    return .new(id)
  }

  /// Adds a record whose values are in their stored form already, as a line of JSON has them.
  ///
  /// - Parameters:
  ///   - draft: The record.
  ///   - place: Where it was given.
  ///   - merging: Whether a record that is the same thing is changed; else it is refused.
  /// - Returns: What became of it.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func add(_ draft: Draft, at place: Place? = nil, merging: Bool = false) throws -> Effect {
    begin()
    var draft = draft
    guard try refersToRecords(&draft, place) else { return refuse() }
    return try add(draft, [], place, merging)
  }

  /// Changes a record that stands.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - assignments: The new values; an empty text takes a value away.
  /// - Returns: What became of it.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func set(_ record: Record, _ assignments: [Assignment]) throws -> Effect {
    begin()
    var draft = Draft(copying: record)
    let old = draft
    guard try assign(assignments, to: &draft, nil) else { return refuse() }
    guard draft.id == record.id else {
      diagnostics.append(.idIsForEver(record))
      return refuse()
    }
    draft.keepSame(of: old)
    draft.keepName(of: old)
    let fields = Self.difference(old, draft)
    guard !fields.isEmpty else { return .same(record.id) }
    if let other = try twins(of: draft, before: old).found.first?.id {
      diagnostics.append(.becomes(record.id, other, record.schema, at: nil))
      return refuse()
    }
    guard check(&draft, nil, extra: []) else { return refuse() }
    try put(draft, id: record.id)
    return .changed(record.id, fields: fields)
  }

  /// Puts a record in the place of the one with its id, of which nothing stays; adds it where there is none.
  ///
  /// - Parameters:
  ///   - given: The record, with its id.
  ///   - place: Where it was given.
  /// - Returns: What became of it.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func replace(_ given: Draft, at place: Place? = nil) throws -> Effect {
    begin()
    guard let id = given.id, let old = try index(given.schema).current(id) else {
      return try add(given, at: place)
    }
    var draft = given
    guard try refersToRecords(&draft, place) else { return refuse() }
    draft[CommonField.warnings] = old[CommonField.warnings]
    let fields = Self.difference(old, draft)
    guard !fields.isEmpty else { return .same(id) }
    guard check(&draft, place, extra: []) else { return refuse() }
    try put(draft, id: id)
    return .changed(id, fields: fields)
  }

  /// Finds the one record that a text names.
  ///
  /// - Parameters:
  ///   - text: The id or the name.
  ///   - schema: The kind.
  /// - Returns: The id; `nil` where none or several are meant, which the diagnostics tell.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func find(_ text: String, _ schema: Schema) throws -> RecordID? {
    try resolve(text, schema, isSought: true, at: nil)
  }

  /// Returns a record as it is about to be written, else as it stands.
  ///
  /// - Parameters:
  ///   - id: Its id.
  ///   - schema: Its kind.
  /// - Returns: The record; `nil` where there is none.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func current(_ id: RecordID, _ schema: Schema) throws -> Draft? {
    try index(schema).current(id)
  }

  func resolve(
    _ text: String,
    _ schema: Schema,
    isSought: Bool = false,
    at place: Place?
  ) throws -> RecordID? {
    let index = try index(schema)
    let id = RecordID(text)
    if try index.contains(id) { return id }
    var named = try index.records(named: text)
    if named.isEmpty, let successor = try snapshot.successor(of: id, schema) {
      return successor.id
    }
    // Who types a number may write it otherwise than the list from which it came.
    if named.isEmpty, place == nil { named = try records(inAnyForm: text, schema) }
    if named.count == 1 { return named.first }
    diagnostics.append(
      named.isEmpty
        ? .unknown(text, schema, near: try index.allNames(), isSought: isSought, at: place)
        : .ambiguous(text, schema, try named.compactMap { try index.current($0) }, at: place)
    )
    return nil
  }

  /// The records that stand under a number, in whichever of its forms.
  private func records(inAnyForm text: String, _ schema: Schema) throws -> [RecordID] {
    guard let field = schema.names.first(where: { $0.type.canonical != nil }) else { return [] }
    let key = field.key(of: .string(text))
    return try snapshot.table(schema).records.filter { record in
      record[field].map { field.key(of: $0) == key } ?? false
    }.map(\.id)
  }

  /// Starts with a record: what was made for those before stays.
  func begin() {
    for index in recent { index.spool?.settle() }
    recent.removeAll(keepingCapacity: true)
    completed.settle()
  }

  /// Refuses the record in hand, which takes with it what was to be created for it.
  ///
  /// - Returns: What became of it.
  public func refuse() -> Effect {
    for index in recent.reversed() {
      index.forgetLast()
      if index.spool == nil { open.removeLast() }
    }
    recent = []
    completed.forgetLast()
    return .refused
  }

  func put(_ draft: Draft, id: RecordID, _ keys: [PendingRecords.Key] = []) throws {
    let index = try index(draft.schema)
    if index.spool == nil { open.append(.put(draft)) }
    index.put(draft, id: id, keys)
    recent.append(index)
  }

  func index(_ schema: Schema) throws -> RecordIndex {
    if let index = indices.first(where: { $0.schema === schema }) { return index }
    let spool = folder.flatMap { Spool(schema, in: $0) }
    if let spool { spools.append(spool) }
    let index = try RecordIndex(schema, snapshot, spool)
    indices.append(index)
    return index
  }
}
