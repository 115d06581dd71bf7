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
    /// A ZIP archive is cut off or broken.
    public static let damagedArchive = Code(name: "damaged-archive")
    /// A ZIP archive is made to do harm: too large when unpacked, names that lead out of it, shared bytes.
    public static let unsafeArchive = Code(name: "unsafe-archive")
    /// A file is encrypted.
    public static let encryptedFile = Code(name: "encrypted-file")
    /// A file is of a form that is not read.
    public static let unknownForm = Code(name: "unknown-form")
    /// XML is not well-formed.
    public static let malformedXML = Code(name: "malformed-xml")
    /// XML declares or uses entities, or names outside files.
    public static let forbiddenEntity = Code(name: "xml-entity")
    /// XML nests deeper than any register's.
    public static let deepXML = Code(name: "xml-too-deep")
    /// A spreadsheet has no such sheet.
    public static let unknownSheet = Code(name: "unknown-sheet")
    /// A spreadsheet breaks the rules of its format.
    public static let malformedSheet = Code(name: "malformed-sheet")
    /// A cell of a spreadsheet holds an error, or a number that lost digits.
    public static let badCell = Code(name: "bad-cell")
    /// A number of a spreadsheet is like a month, whose last zero it would have lost; only a date is hurt by that.
    public static let monthNumber = Code(name: "month-number")
    /// A cell is merged with those of the rows above; only a sum is hurt by that, which would count in each row.
    public static let mergedCell = Code(name: "merged-cell")
    /// A line of JSON cannot be read as a row.
    public static let malformedRow = Code(name: "malformed-row")
    /// A register's record holds something that is read otherwise than it stands.
    public static let oddRecord = Code(name: "odd-record")
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
