public import Bilingual

/// What is wrong with a foreign file, or with the rules that map it, and where.
///
/// The same value is thrown where reading cannot go on, and carried by a ``Row`` where it can.
public struct ExchangeError: Error, Hashable, Sendable {
  /// What kind of thing is wrong; its name is stable, and what machine output prints.
  public struct Code: Hashable, Sendable {
    /// The name, such as `stray-quote`.
    public let name: String

    /// The bytes are not text in the encoding that was named or found.
    public static let invalidEncoding = Code(name: "invalid-encoding")
    /// The bytes are text in none of the encodings that can be told apart.
    public static let unknownEncoding = Code(name: "unknown-encoding")
    /// The system has no converter for the encoding.
    public static let missingConverter = Code(name: "missing-converter")
    /// The text holds a zero character.
    public static let zeroCharacter = Code(name: "zero-character")
    /// The file ends inside a quoted cell; the place is where the quote was opened.
    public static let unclosedQuote = Code(name: "unclosed-quote")
    /// A cell that does not begin with a quote has one inside.
    public static let strayQuote = Code(name: "stray-quote")
    /// A quoted cell goes on after its closing quote.
    public static let textAfterQuote = Code(name: "text-after-quote")
    /// A row has fewer cells than the header.
    public static let tooFewCells = Code(name: "too-few-cells")
    /// A row has more cells than the header.
    public static let tooManyCells = Code(name: "too-many-cells")
    /// A table has no header.
    public static let missingHeader = Code(name: "missing-header")
    /// A mapping rule cannot be read.
    public static let malformedRule = Code(name: "malformed-rule")
    /// A mapping rule says again, or otherwise, what another one says.
    public static let repeatedRule = Code(name: "repeated-rule")
    /// A mapping rule names a field that does not exist.
    public static let unknownField = Code(name: "unknown-field")
    /// A mapping rule names a column that the header does not have.
    public static let unknownColumn = Code(name: "unknown-column")
    /// A name fits several fields.
    public static let ambiguousField = Code(name: "ambiguous-field")
    /// A name fits several columns.
    public static let ambiguousColumn = Code(name: "ambiguous-column")
    /// Two columns would fill one field.
    public static let fieldMatchedTwice = Code(name: "field-matched-twice")
  }

  /// What kind of thing is wrong.
  public let code: Code
  /// Where it is wrong.
  public let place: Place
  /// What is wrong, with the value.
  public let message: Phrase
  /// What to do about it, where that can be said.
  public let help: Phrase?

  init(_ code: Code, at place: Place, _ message: Phrase, help: Phrase? = nil) {
    self.code = code
    self.place = place
    self.message = message
    self.help = help
  }
}

/// Everything that is wrong with a set of mapping rules, never empty, in the order of the rules and columns.
public struct ExchangeErrors: Error, Hashable, Sendable {
  /// The errors, at least one.
  public let errors: [ExchangeError]
}
