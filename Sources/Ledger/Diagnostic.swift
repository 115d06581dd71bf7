public import Bilingual

/// Something that is wrong, or deserves a look: where it stands, what it is, and what to do.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How much a finding weighs.
  public enum Severity: String, Sendable {
    /// The data cannot be used as it is.
    case error
    /// The data is used, and the finding is told.
    case warning
  }

  /// The stable name that programs may rely on, such as `unknown-field`.
  public var name: String
  /// What is wrong, with the value.
  public var message: Phrase
  /// What to do about it.
  public var help: Phrase?
  /// How much it weighs.
  public var severity: Severity
  /// Where it stands, if it stands in a file.
  public var place: Place?
  /// The line of the file with the fault, or the part of it around the fault, to be shown above a caret.
  public var excerpt: String?
  /// The column of the line at which the excerpt begins.
  public var excerptColumn: Int

  /// Creates a diagnostic.
  public init(
    _ name: String,
    _ message: Phrase,
    help: Phrase? = nil,
    severity: Severity = .error,
    at place: Place? = nil,
    excerpt: String? = nil,
    excerptColumn: Int = 1
  ) {
    self.name = name
    self.message = message
    self.help = help
    self.severity = severity
    self.place = place
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
  }
}

/// A place in a file.
public struct Place: Hashable, Sendable {
  /// The file's name, relative to the ledger or as the user gave it.
  public var file: String
  /// The line, counted from 1; `nil` for the file as a whole.
  public var line: Int?
  /// The character within the line, counted from 1 in Unicode scalars.
  public var column: Int?
  /// The byte's offset from the start of the file.
  public var offset: Int?

  /// Creates a place.
  public init(file: String, line: Int? = nil, column: Int? = nil, offset: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.offset = offset
  }
}

/// Several diagnostics that together end a command: all of them, not the first.
public struct Diagnostics: Error, Sendable {
  /// The exit code that fits them.
  public enum Outcome: Int32, Sendable {
    /// The data, or what was typed as data, is refused.
    case refused = 3
    /// The ledger needs `recover` or `adopt` before it can be written.
    case needsRecovery = 4
    /// Another process is writing.
    case busy = 5
    /// The disk failed or is full.
    case disk = 6
  }

  /// What was found, in order.
  public let list: [Diagnostic]
  /// The exit code that fits.
  public let outcome: Outcome

  /// Creates a collection.
  public init(_ list: [Diagnostic], outcome: Outcome = .refused) {
    self.list = list
    self.outcome = outcome
  }

  /// Creates a collection of one.
  public init(_ diagnostic: Diagnostic, outcome: Outcome = .refused) {
    self.init([diagnostic], outcome: outcome)
  }
}
