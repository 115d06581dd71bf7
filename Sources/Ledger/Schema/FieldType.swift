public import Bilingual
public import JSONLines

/// What may stand in a field: how it is typed, checked and shown.
public struct FieldType: Sendable {
  /// The shape of a value, for those who show it or store it elsewhere.
  public indirect enum Form: Sendable {
    /// A text.
    case text
    /// A whole number.
    case integer
    /// `true` or `false`.
    case boolean
    /// Money in fen.
    case money
    /// A calendar date; a shorter text where only its month or year is known.
    case date
    /// One of a closed set of codes.
    case choice([Choice])
    /// The id of a record of a kind.
    case reference(String)
    /// Values of one type.
    case list(FieldType)
    /// An object or another value without fixed shape.
    case object
  }

  /// The type's name in the documentation and in machine output.
  public let name: String
  /// What is expected, such as "a date like 2025-03-01".
  public var expectation: Phrase { expected() }
  /// The shape.
  public let form: Form
  /// Reads what a person typed or a cell of a table holds.
  public let parse: @Sendable (String) -> Result<JSONValue, FieldProblem>
  /// Finds what is wrong with a stored value.
  public let check: @Sendable (JSONValue) -> FieldProblem?
  /// Which stored values are seen to be right without a check.
  private(set) var plainForm = PlainForm.none
  /// The form in which its texts are compared and stand in ids, where there is one besides the folded text.
  private(set) var canonical: Canonical?
  // Put together where it is told: hundreds of fields are declared.
  private let expected: @Sendable () -> Phrase

  /// Creates a type.
  ///
  /// - Parameters:
  ///   - name: The type's name in documentation and machine output.
  ///   - expectation: What is expected, to be told when something else was given.
  ///   - form: The shape.
  ///   - parse: Reads what was typed.
  ///   - check: Finds what is wrong with a stored value.
  public init(
    _ name: String,
    expectation: @autoclosure @escaping @Sendable () -> Phrase,
    form: Form,
    parse: @escaping @Sendable (String) -> Result<JSONValue, FieldProblem>,
    check: @escaping @Sendable (JSONValue) -> FieldProblem?
  ) {
    self.name = name
    expected = expectation
    self.form = form
    self.parse = parse
    self.check = check
  }
}

extension FieldType {
  /// The same type, of which some stored values are seen to be right by their bytes: its check finds nothing wrong with them.
  ///
  /// - Parameter form: Which values these are.
  /// - Returns: The type.
  package func seen(as form: PlainForm) -> FieldType {
    var copy = self
    copy.plainForm = form
    return copy
  }

  /// The same type, of whose texts those are the same thing that have the same form.
  ///
  /// - Parameter canonical: The form.
  /// - Returns: The type.
  package func written(as canonical: Canonical) -> FieldType {
    var copy = self
    copy.canonical = canonical
    return copy
  }
}

/// A code that a field may hold, and its names.
public struct Choice: Hashable, Sendable {
  /// The code as it is stored.
  public let code: String
  /// The names shown to people, also understood when typed.
  public let label: Phrase
  /// Other names that are understood when typed.
  public let also: [String]
  /// How high it stands among the others, where the set is a ranking.
  public let rank: Int?

  /// Creates a choice.
  public init(_ code: String, en: String, zh: String, also: [String] = [], rank: Int? = nil) {
    self.code = code
    label = Phrase(en: en, zh: zh)
    self.also = also
    self.rank = rank
  }
}

/// Why a value does not fit its field.
public struct FieldProblem: Error, Hashable, Sendable {
  /// The stable name of the fault.
  public let name: String
  /// What is wrong with the value.
  public let message: Phrase
  /// Whether the value is kept nevertheless, and the finding with it.
  public let isWarning: Bool

  /// Creates a problem.
  public init(_ name: String, _ message: Phrase, isWarning: Bool = false) {
    self.name = name
    self.message = message
    self.isWarning = isWarning
  }
}
