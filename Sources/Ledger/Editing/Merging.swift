import JSONLines

/// Makes two records that stand for one thing into one: what named the other names the kept one, and the other ends with a
/// pointer to it.
///
/// Nothing is lost: the other's lines stay in the file, its names are kept as former names, and `undo` takes it all back.
public struct Merging {
  /// What is to be written, all in one commit.
  public private(set) var changes: [Change] = []
  /// The records that named the other one and name the kept one now.
  public private(set) var moved: [Record] = []
  /// The fields that the kept record takes over because it had no value.
  public private(set) var filled: [FieldDefinition] = []
  /// The fields in which both had a value, and the kept one's stays.
  public private(set) var differing: [FieldDefinition] = []
  /// The records that became one because they named the two, such as figures of a year, and differ in a field.
  public private(set) var joined: [Joined] = []

  /// Two records that became one, with values of which one's stay.
  public struct Joined: Sendable {
    /// The record whose values stay.
    public let kept: Record
    /// The record whose values do not.
    public let other: Record
    /// The fields in which they differ.
    public let fields: [FieldDefinition]
  }

  private let snapshot: Snapshot
  private let reason: String
  /// The drafts to write by kind and id, in the order in which they came about.
  private var drafts: [(id: RecordID, draft: Draft)] = []
  private var places: [String: [RecordID: Int]] = [:]
  private var ended: [(schema: Schema, id: RecordID, into: RecordID)] = []

  /// Plans a merging.
  ///
  /// - Parameters:
  ///   - other: The record that ends.
  ///   - kept: The record of the same kind that stays.
  ///   - reason: Why they are one thing.
  ///   - snapshot: The records.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public init(_ other: Record, into kept: Record, reason: String, in snapshot: Snapshot) throws {
    self.snapshot = snapshot
    self.reason = reason
    filled = try fold(other, into: kept.id)
    differing = Self.differing(kept, other)
    var waiting = [(schema: kept.schema, from: other.id, to: kept.id)]
    while let next = waiting.popLast() {
      ended.append((next.schema, next.from, next.to))
      waiting += try moveUsers(of: next.schema, from: next.from, to: next.to)
    }
    let gone = Set(ended.map { "\($0.schema.kind)/\($0.id)" })
    changes = drafts.compactMap { id, draft in
      gone.contains("\(draft.schema.kind)/\(id)") ? nil : .put(draft)
    }
    changes += ended.map { schema, id, into in
      .remove(schema, id, reason: Pointer(to: into, reason: reason).text)
    }
  }

  /// Takes over what the kept record lacks, and the other's names; the result is the fields taken over.
  private mutating func fold(_ other: Record, into id: RecordID) throws -> [FieldDefinition] {
    guard var draft = try current(other.schema, id) else { return [] }
    let schema = other.schema
    var filled: [FieldDefinition] = []
    let nameList = schema.formerNames
    for field in schema.fields where draft[field] == nil && other.has(field) {
      guard field !== nameList, field !== CommonField.warnings.definition else { continue }
      let value = other[field]
      let isSelf = field.referredKind == schema.kind
      draft[field] = isSelf ? replaced(value, other.id, id, isSelf: true) : value
      if draft[field] != nil { filled.append(field) }
    }
    if let nameList {
      let kept = schema.names.flatMap { draft[$0]?.texts ?? [] }.map(Folding.key)
      let names = [schema.names.first, nameList].flatMap { $0.flatMap { other[$0]?.texts } ?? [] }
      let new = names.filter { !kept.contains(Folding.key($0)) }
      if !new.isEmpty {
        draft[nameList] = .array((draft[nameList]?.array ?? []) + new.map { .string($0) })
      }
    }
    put(draft, id)
    return filled
  }

  /// Lets every record that names the one id name the other; the result is the records that go under another id then.
  private mutating func moveUsers(of target: Schema, from: RecordID, to: RecordID) throws
    -> [(schema: Schema, from: RecordID, to: RecordID)]
  {
    var renamed: [(schema: Schema, from: RecordID, to: RecordID)] = []
    for schema in snapshot.catalog.schemas {
      let fields = schema.fields.filter { $0.referredKind == target.kind }
      guard !fields.isEmpty else { continue }
      for record in try snapshot.table(schema).records {
        let users = fields.filter { (record[$0]?.texts ?? []).contains { RecordID($0) == from } }
        guard !users.isEmpty, !(schema === target && record.id == from),
          var draft = try current(schema, record.id)
        else { continue }
        for field in users {
          draft[field] = replaced(draft[field], from, to, isSelf: record.id == to)
        }
        moved.append(record)
        // An id that says something else than the values, or says it in another form, was given by hand and stays.
        guard let id = joinedID(draft), id != joinedID(Draft(copying: record)), id != record.id
        else {
          put(draft, record.id)
          continue
        }
        renamed.append((schema, record.id, id))
        guard let kept = try current(schema, id)?.record() else {
          draft.id = id
          put(draft, id)
          continue
        }
        let fields = Self.differing(kept, draft.record())
        if !fields.isEmpty { joined.append(Joined(kept: kept, other: record, fields: fields)) }
        _ = try fold(record, into: id)
      }
    }
    return renamed
  }

  /// The fields in which two records have different values.
  private static func differing(_ kept: Record, _ other: Record) -> [FieldDefinition] {
    let ignored = [CommonField.id.definition, CommonField.warnings.definition]
    return kept.schema.fields.filter { field in
      !ignored.contains { $0 === field } && field !== kept.schema.formerNames
        && kept.has(field) && other.has(field) && kept[field] != other[field]
    }
  }

  /// A reference, or a list of them, with the kept id in place of the other; a record never refers to itself.
  private func replaced(_ value: JSONValue?, _ from: RecordID, _ to: RecordID, isSelf: Bool)
    -> JSONValue?
  {
    var ids: [String] = []
    for text in value?.texts ?? [] {
      let id = RecordID(text) == from ? to.text : text
      if !ids.contains(id), !(isSelf && id == to.text) { ids.append(id) }
    }
    guard value?.array == nil else { return .array(ids.map { .string($0) }) }
    return ids.first.map { .string($0) }
  }

  /// The id that a record's own values make, where ids of its kind are made so.
  private func joinedID(_ draft: Draft) -> RecordID? {
    guard case .joined = draft.schema.key else { return nil }
    return draft.impliedID
  }

  private func current(_ schema: Schema, _ id: RecordID) throws -> Draft? {
    if let place = places[schema.kind]?[id] { return drafts[place].draft }
    return try snapshot.table(schema)[id].map { Draft(copying: $0) }
  }

  private mutating func put(_ merged: Draft, _ id: RecordID) {
    var draft = merged
    draft.takeOwnerFromOthers()
    if let place = places[draft.schema.kind]?[id] {
      drafts[place].draft = draft
      return
    }
    places[draft.schema.kind, default: [:]][id] = drafts.count
    drafts.append((id, draft))
  }
}

extension Draft {
  /// Takes the owner out of the lists of others beside it: who was two holders holds alone now.
  fileprivate mutating func takeOwnerFromOthers() {
    guard let owner = schema.fields.first(where: \.isOwner), let id = self[owner]?.string else {
      return
    }
    for field in schema.fields where field !== owner && field.referredKind == owner.referredKind {
      guard let list = self[field]?.array, list.contains(.string(id)) else { continue }
      let others = list.filter { $0 != .string(id) }
      self[field] = others.isEmpty ? nil : .array(others)
    }
  }
}

/// The reason with which a record ends that was merged into another one.
public struct Pointer: Hashable, Sendable {
  /// The record that stands for it now.
  public let target: RecordID
  /// Why they are one thing.
  public let reason: String

  init(to target: RecordID, reason: String) {
    self.target = target
    self.reason = reason
  }

  /// Reads a pointer from the reason with which a record ended; `nil` for any other reason.
  public init?(_ text: String) {
    let rest = text.dropFirst(Self.start.count)
    guard text.hasPrefix(Self.start), let end = rest.firstRange(of: ": ") else { return nil }
    target = RecordID(String(rest[..<end.lowerBound]))
    reason = String(rest[end.upperBound...])
  }

  /// The pointer as it is written.
  public var text: String { "\(Self.start)\(target): \(reason)" }

  private static let start = "merged into "
}

extension Snapshot {
  /// Finds the record into which one was merged, over several mergings if need be.
  ///
  /// - Parameters:
  ///   - id: The id of a record that ended.
  ///   - schema: The kind.
  /// - Returns: The record that stands for it; `nil` where the id ended otherwise, or stands itself.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func successor(of id: RecordID, _ schema: Schema) throws -> Record? {
    var id = id
    // A hand-made circle of pointers must not keep anybody here.
    for _ in 0..<100 {
      guard let pointer = try ending(of: id, schema).flatMap({ Pointer($0) }) else { return nil }
      if let record = try record(pointer.target, schema) { return record }
      id = pointer.target
    }
    return nil
  }

  private func ending(of id: RecordID, _ schema: Schema) throws -> String? {
    guard let file = try keyedFile(schema), !isRead(schema) else {
      return try table(schema).removals[id]
    }
    return try file.ending(of: id)
  }
}
