import Bilingual
import Ledger

/// Where the records of an import come from; a copy reads the same rows again.
protocol ImportSource: Sendable {
  /// The path of the file, as messages show it.
  var path: String { get }
  /// What is odd about the file as a whole.
  var findings: [Diagnostic] { get }

  /// Takes the next rows away, as many as are read at a time; `nil` behind the last.
  mutating func part() throws -> (any ImportPart)?

  /// Returns a file with only the rows of some lines, as they stood; a table says before each why it was refused.
  func refused(_ reasons: [Int: String], in language: Language) throws -> [UInt8]
}

/// Some rows of an import that stand one behind the other, read on any core.
protocol ImportPart: Sendable {
  /// Reads the rows.
  ///
  /// - Parameters:
  ///   - foresight: Looks at them as far as that does not depend on those before them.
  ///   - take: Takes each.
  /// - Throws: What makes the rest unreadable.
  func read(_ foresight: inout Foresight, _ take: (ImportRow) -> Void) throws
}

/// One row of an import.
struct ImportRow: Sendable {
  /// What stands in it.
  enum Content: Sendable {
    /// Nothing that is wanted: the mapping leaves it out on purpose.
    case leftOut
    /// What is wrong with its form.
    case problems([Diagnostic])
    /// A record.
    indirect case record(ImportRecord)
    /// Many new records, and each as a row of its own, for those that a row before them is in the way of.
    indirect case lines(ForeseenLines, row: @Sendable (Int) -> ImportRow)
  }

  /// The line on which it begins.
  let line: Int
  let content: Content
}

/// The record of a row.
struct ImportRecord: Sendable {
  /// What is odd about the row, which is read nevertheless.
  var remarks: [Diagnostic] = []
  /// Why the row is refused, unless it only says again what a row before it said, or the ledger has.
  var unlessSame: Diagnostic?
  /// The keys of its own that are no fields of the kind.
  var unknownKeys: [String] = []
  /// The record, where all that can be said of it before its turn is said.
  let foreseen: Foreseen?
  /// Hands the row to the editor.
  let add: @Sendable (Editor) throws -> Editor.Effect
  /// Puts the column's name before what is said of its cell.
  var named: @Sendable (Diagnostic) -> Diagnostic = { $0 }
}
