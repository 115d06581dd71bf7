public import Bilingual
import Synchronization

/// How the id of a new record comes about.
public enum KeyRule: Sendable {
  /// The date and random letters behind a prefix, so that two branches may both add records.
  case generated(prefix: String)
  /// The person who adds the record chooses it.
  case chosen
  /// The value of a field, else generated.
  case field(FieldDefinition, elsePrefix: String)
  /// The values of several required fields with a slash between them.
  case joined([FieldDefinition])
}

/// A kind of record: its name, its file, and every field, declared once.
///
/// Reading, writing, checking, headers, `add`, `list`, help and the public allow-list are derived
/// from it.
@safe public final class Schema: Sendable {
  /// The name in commands and files, such as `recognition`.
  public let kind: String
  /// The name shown to people, also understood when typed.
  public let label: Phrase
  /// One line that says what a record stands for.
  public let meaning: Phrase
  /// What to do where a record is referred to that belongs among no others of the kind.
  public let unlisted: Phrase?
  /// The data file in the ledger's directory.
  public let file: String
  /// How ids come about.
  public var key: KeyRule { with { $0.key } }
  /// The fields whose values make the id; none where it is chosen or generated.
  var idFields: [FieldDefinition] {
    switch key {
    case .generated, .chosen: []
    case .field(let field, _): [field]
    case .joined(let fields): fields
    }
  }
  /// All fields in the order in which they are written.
  public var fields: [FieldDefinition] { with { $0.fields } }
  /// The fields by whose values a record may be referred to instead of by its id.
  public var names: [FieldDefinition] { with { $0.names } }
  /// The fields that together tell whether two records are the same thing, in order of trust.
  public var identities: [[FieldDefinition]] { with { $0.identities } }
  /// The fields of which two different values tell apart what an identity holds for one thing; an empty one tells nothing.
  public var distinctions: [FieldDefinition] { with { $0.distinctions } }
  /// By slot which values are seen to be right.
  var plainForms: [PlainForm] { with { $0.plainForms } }
  /// By slot whether a record must have a value; the id is another matter.
  var demands: [Bool] { with { $0.demands } }
  /// Dates in the order in which they can only come; see ``DateOrder``.
  public var chronologies: [[FieldDefinition]] { with { $0.chronologies } }
  /// The slots of two dates each of which the second does not come before the first.
  var datePairs: [(earlier: Int, later: Int)] { with { $0.datePairs } }
  /// The keys as bytes, by slot.
  var fieldNames: [[UInt8]] { with { $0.fieldNames } }

  // Put together when they are first asked for: a command looks at few of the kinds.
  private let made = unsafe Atomic<Unmanaged<Parts>?>(nil)
  private let make: @Sendable () -> Parts

  private final class Parts: Sendable {
    let key: KeyRule
    let fields: [FieldDefinition]
    let names: [FieldDefinition]
    let identities: [[FieldDefinition]]
    let distinctions: [FieldDefinition]
    let chronologies: [[FieldDefinition]]
    let datePairs: [(earlier: Int, later: Int)]
    let fieldNames: [[UInt8]]
    let plainForms: [PlainForm]
    let demands: [Bool]

    init(
      _ key: KeyRule,
      _ fields: [FieldDefinition],
      _ names: [FieldDefinition],
      _ identities: [[FieldDefinition]],
      _ distinctions: [FieldDefinition],
      _ chronologies: [[FieldDefinition]]
    ) {
      self.key = key
      let fields = [CommonField.id.definition] + fields + CommonField.closing
      self.fields = fields
      self.names = names
      self.identities = identities
      self.distinctions = distinctions
      fieldNames = fields.map { Array($0.name.utf8) }
      plainForms = fields.map { $0.isRequired ? $0.type.plainForm.visible : $0.type.plainForm }
      demands = fields.map { $0.isRequired && $0 !== CommonField.id.definition }
      self.chronologies = chronologies
      var datePairs: [(earlier: Int, later: Int)] = []
      for dates in chronologies {
        let slots = dates.compactMap { date in fields.firstIndex { $0 === date } }
        for (index, slot) in slots.enumerated() {
          datePairs += slots[..<index].map { (earlier: $0, later: slot) }
        }
      }
      self.datePairs = datePairs
    }
  }

  /// Declares a kind.
  ///
  /// - Parameters:
  ///   - kind: The name in commands and files.
  ///   - label: The name shown to people.
  ///   - file: The data file.
  ///   - key: How ids come about.
  ///   - meaning: One line that says what a record stands for.
  ///   - unlisted: What to do where a record is referred to that belongs among no others of the kind.
  ///   - fields: The fields that are its own, those that questions ask for first.
  ///   - names: The fields by which a record may be referred to.
  ///   - identities: The fields that tell whether two records are the same thing.
  ///   - distinctions: The fields of which two different values tell apart what an identity holds for one thing.
  ///   - chronologies: Dates of which none comes before those that stand before it.
  public init(
    _ kind: String,
    _ label: Phrase,
    file: String,
    key: @autoclosure @escaping @Sendable () -> KeyRule,
    meaning: Phrase,
    unlisted: Phrase? = nil,
    fields: @autoclosure @escaping @Sendable () -> [FieldDefinition],
    names: @autoclosure @escaping @Sendable () -> [FieldDefinition] = [],
    identities: @autoclosure @escaping @Sendable () -> [[FieldDefinition]] = [],
    distinctions: @autoclosure @escaping @Sendable () -> [FieldDefinition] = [],
    chronologies: @autoclosure @escaping @Sendable () -> [[FieldDefinition]] = []
  ) {
    self.kind = kind
    self.label = label
    self.meaning = meaning
    self.unlisted = unlisted
    self.file = file
    make = { Parts(key(), fields(), names(), identities(), distinctions(), chronologies()) }
  }

  deinit {
    // Nobody else holds what was kept.
    unsafe made.load(ordering: .acquiring)?.release()
  }

  private func with<Value>(_ body: (Parts) -> Value) -> Value {
    // What was kept lives as long as the schema; so it need not be counted.
    if let parts = unsafe made.load(ordering: .acquiring) {
      return unsafe parts._withUnsafeGuaranteedRef(body)
    }
    let parts = unsafe Unmanaged.passRetained(make())
    let (isKept, other) = unsafe made.compareExchange(
      expected: nil,
      desired: parts,
      ordering: .acquiringAndReleasing
    )
    guard !isKept, let other = unsafe other else {
      return unsafe parts._withUnsafeGuaranteedRef(body)
    }
    // Somebody else was faster, and nobody has seen ours.
    unsafe parts.release()
    return unsafe other._withUnsafeGuaranteedRef(body)
  }

  /// Returns the place of a declared field among ``fields``.
  ///
  /// - Parameter definition: A field of this kind.
  /// - Returns: Its index.
  /// - Precondition: The field is declared in this schema.
  public func slot(of definition: FieldDefinition) -> Int {
    guard let slot = with({ $0.fields.firstIndex { $0 === definition } }) else {
      preconditionFailure("\(definition.name) is not a field of \(kind)")
    }
    return slot
  }

  /// Returns the place of the field with a key, compared by bytes.
  ///
  /// - Parameter name: The key's bytes.
  /// - Returns: Its index; `nil` where the schema has no such field.
  public func slot(named name: [UInt8]) -> Int? {
    with { $0.fieldNames.firstIndex(of: name) }
  }

  /// Finds a field by its key, its label in either language, or an alias, folded.
  ///
  /// - Parameter typed: What a person typed, or the header of a column.
  /// - Returns: The field; `nil` where none is called so.
  public func field(named typed: String) -> FieldDefinition? {
    let key = Folding.key(typed)
    return fields.first { $0.name.utf8.elementsEqual(typed.utf8) }
      ?? fields.first { $0.spellings.contains { Folding.key($0) == key } }
  }
}

extension FieldDefinition {
  /// Every name under which the field is understood.
  public var spellings: [String] {
    [name, label.en, label.zh] + aliases
  }
}

/// A kind of record that Swift code asks for by type.
public protocol Kind {
  /// The declaration.
  static var schema: Schema { get }
}

/// The fields that every kind has.
public enum CommonField {
  /// What names the record for ever.
  public static let id = Field<RecordID>(
    "id",
    Phrase(en: "ID", zh: "编号"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "What names the record for ever.", zh: "记录的永久编号。")
  )
  /// Where a fact comes from.
  public static let source = Field<String>(
    "source",
    Phrase(en: "source", zh: "来源"),
    .text,
    privacy: .public,
    Phrase(en: "Where the facts come from: document, address.", zh: "事实的出处：文件、网址。")
  )
  /// What else is to be said.
  public static let note = Field<String>(
    "note",
    Phrase(en: "note", zh: "备注"),
    .text,
    Phrase(en: "What else is to be said.", zh: "其他需要说明的情况。")
  )
  /// What was odd when the record was written.
  public static let warnings = Field<[String]>(
    "warnings",
    Phrase(en: "warnings", zh: "警告"),
    .list(of: .text),
    Phrase(
      en: "What was odd and accepted when the record was written: field and name of the finding.",
      zh: "写入时发现并接受的异常：字段与问题名称。"
    )
  )

  static let closing = [source.definition, note.definition, warnings.definition]
}
