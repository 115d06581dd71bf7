import Ledger

/// Where the records of an import come from; a copy reads the same rows again.
protocol ImportSource: Sendable {
  /// The path of the file, as messages show it.
  var path: String { get }
  /// What is odd about the file as a whole.
  var findings: [Diagnostic] { get }

  /// Takes the next rows away, as many as are read at a time; `nil` behind the last.
  mutating func part() throws -> (any ImportPart)?

  /// Returns a file with only the rows of some lines, as they stood.
  func refused(_ lines: Set<Int>) throws -> [UInt8]
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
  /// The line on which it begins.
  let line: Int
  /// What is wrong with its form; such a row is refused.
  var problems: [Diagnostic] = []
  /// What is odd about it; such a row is read nevertheless.
  var remarks: [Diagnostic] = []
  /// Whether the mapping leaves it out on purpose.
  var isLeftOut = false
  /// The record, where all that can be said of it before its turn is said.
  var foreseen: Foreseen?
  /// Hands the row to the editor.
  var add: @Sendable (Editor) throws -> Editor.Effect = { _ in .refused }
  /// Puts the column's name before what is said of its cell.
  var named: @Sendable (Diagnostic) -> Diagnostic = { $0 }
}
