public import Ledger

/// The facts that every new ledger starts with, as lines of its data files.
///
/// They are records like any other once they are committed, so that an old commit pins the law of its day. Each
/// names its source; what was not verified is said in its note and left open. They stand in the program itself, so
/// that `init` needs no file beside it.
public enum Reference {
  /// The lines of each kind that has reference records, in the order of the catalog.
  public static let files: [(schema: Schema, lines: String)] = [
    (Scheme.schema, schemes),
    (Authority.schema, authorities),
    (Target.schema, targets),
    (Town.schema, towns),
    (NiceClass.schema, niceClasses),
    (Term.schema, terms),
    (Holiday.schema, holidays),
    (Fee.schema, fees),
  ]

  /// Returns the reference records of a kind.
  ///
  /// - Parameter schema: The kind.
  /// - Returns: One record a line, each with its line end; `nil` for a kind that starts empty.
  public static func lines(for schema: Schema) -> String? {
    files.first { $0.schema === schema }?.lines
  }
}
