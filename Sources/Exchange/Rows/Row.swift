/// One cell of a row.
public struct Cell: Hashable, Sendable {
  /// The text, byte for byte, without the quotes of the format.
  public let text: String
  /// Where the cell begins in the file.
  public let position: Position
  /// What is wrong with the cell; it counts only where the cell is used.
  public var problem: ExchangeError? { fault?.error }
  private let fault: Fault?

  /// An error apart from the cell: of a million cells hardly one has one.
  private final class Fault: Hashable, Sendable {
    let error: ExchangeError

    init(_ error: ExchangeError) {
      self.error = error
    }

    static func == (a: Fault, b: Fault) -> Bool { a.error == b.error }
    func hash(into hasher: inout Hasher) { hasher.combine(error) }
  }

  /// Creates a cell from its text and where it begins.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - position: Where it begins.
  ///   - problem: What is wrong with it.
  public init(text: String, position: Position, problem: ExchangeError? = nil) {
    self.text = text
    self.position = position
    fault = problem.map { Fault($0) }
  }
}

/// One row of a foreign table.
public struct Row: Hashable, Sendable {
  /// The line on which the row begins.
  public let line: Int
  /// The cells, at least one.
  public let cells: [Cell]
  /// What is wrong with the row's form; a row with problems is read as well as it can be.
  public internal(set) var problems: [ExchangeError]
  /// What is odd about the row, which is read nevertheless.
  public let remarks: [ExchangeError]
  /// The row as the file writes it, in UTF-8 and without its line end, where the file is text.
  public let record: ArraySlice<UInt8>?

  /// Creates a row of a table.
  ///
  /// - Parameters:
  ///   - line: The line on which the row begins.
  ///   - cells: The cells, at least one.
  ///   - problems: What is wrong with the row's form.
  ///   - remarks: What is odd about the row, which is read nevertheless.
  ///   - record: The row as the file writes it, where the file is text.
  public init(
    line: Int,
    cells: [Cell],
    problems: [ExchangeError] = [],
    remarks: [ExchangeError] = [],
    record: ArraySlice<UInt8>? = nil
  ) {
    self.line = line
    self.cells = cells
    self.problems = problems
    self.remarks = remarks
    self.record = record
  }

  /// Whether no cell holds any text.
  var isEmpty: Bool { cells.allSatisfy { $0.text.isEmpty } }
}

/// A foreign file that gives its rows one by one.
public protocol RowSource: Sendable {
  /// The path of the file, as messages show it.
  var origin: String { get }

  /// Reads the next row.
  ///
  /// - Returns: The row; `nil` at the end, and after an error.
  /// - Throws: What makes the rest of the file unreadable. What is wrong with one row is in its ``Row/problems``.
  mutating func next() throws(ExchangeError) -> Row?

  /// Takes the next rows away, as many as are read at a time, to be read elsewhere.
  ///
  /// - Returns: Those rows; `nil` behind the last.
  /// - Throws: What makes the rest of the file unreadable.
  mutating func part() throws(ExchangeError) -> (any RowSource)?
}

extension RowSource {
  /// Takes the next rows away; they are read here and now.
  public mutating func part() throws(ExchangeError) -> (any RowSource)? {
    var part = ReadRows(origin: origin)
    do throws(ExchangeError) {
      while part.rows.count < ReadRows.partCount, let row = try next() { part.rows.append(row) }
    } catch {
      part.fault = error
    }
    return part.rows.isEmpty && part.fault == nil ? nil : part
  }
}

/// Rows that were read, and what makes those behind them unreadable.
private struct ReadRows: RowSource {
  static let partCount = 512

  let origin: String
  var rows: [Row] = []
  var fault: ExchangeError?
  private var index = 0

  init(origin: String) {
    self.origin = origin
  }

  mutating func next() throws(ExchangeError) -> Row? {
    guard index < rows.count else {
      guard let fault else { return nil }
      self.fault = nil
      throw fault
    }
    defer { index += 1 }
    return rows[index]
  }
}
