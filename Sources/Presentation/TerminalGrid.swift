public import Bilingual

/// What the cells of some rows take where they stand side by side.
public struct RowExtent: Sendable {
  /// The width of the widest cell of each column.
  fileprivate var widths: [Int]
  /// The columns with a cell that still says something when it is shortened.
  fileprivate var prose: [Bool]

  /// Begins with no row.
  ///
  /// - Parameter columns: How many columns there are.
  public init(columns: Int) {
    widths = Array(repeating: 0, count: columns)
    prose = Array(repeating: false, count: columns)
  }

  /// Takes in a row.
  ///
  /// - Parameters:
  ///   - row: A cell for each column.
  ///   - language: The language in which it is shown.
  public mutating func add(_ row: [Cell], in language: Language) {
    for (index, cell) in row.enumerated() {
      let text = cell.text(in: language)
      let width = plainWidth(text) ?? displayWidth(terminalSafe(text))
      widths[index] = max(widths[index], width)
      prose[index] = prose[index] || cell.isProse
    }
  }

  /// Takes in the rows of another extent.
  public mutating func add(_ other: RowExtent) {
    for index in widths.indices {
      widths[index] = max(widths[index], other.widths[index])
      prose[index] = prose[index] || other.prose[index]
    }
  }
}

/// The columns of a table side by side, within the width that there is.
struct TerminalGrid {
  private let columns: [Column]
  private let text: TerminalText
  private let labels: [String]
  private let footer: [String]?
  private let widths: [Int]

  /// Lays out a table; `nil` where its columns do not fit side by side.
  ///
  /// - Parameters:
  ///   - table: The columns and the footer; its rows are not looked at.
  ///   - extent: What the rows take.
  ///   - text: How lines are drawn.
  init?(_ table: Table, _ extent: RowExtent, _ text: TerminalText) {
    let columns = table.columns
    let labels = columns.map { terminalSafe($0.label[text.language]) }
    let footer = table.footer.map { $0.map { terminalSafe($0.text(in: text.language)) } }
    self.columns = columns
    self.text = text
    self.labels = labels
    self.footer = footer
    let natural = columns.indices.map { index in
      let others = [labels[index]] + (footer.map { [$0[index]] } ?? [])
      return max(extent.widths[index], others.map(displayWidth).max() ?? 0)
    }
    guard let width = text.width else {
      widths = natural
      return
    }
    let flexible = columns.indices.map { index in
      let column = columns[index]
      return column.alignment == .leading && column.overflow != .keep && extent.prose[index]
    }
    guard let fitted = fittedWidths(natural, flexible: flexible, in: width) else { return nil }
    widths = fitted
  }

  /// The labels and a rule.
  var head: [String] { lines(labels, wraps: true).map(text.style.bold) + [rule] }

  /// The totals behind another rule.
  var foot: [String] { footer.map { [rule] + lines($0).map(text.style.bold) } ?? [] }

  private var rule: String {
    text.style.dim(widths.map { String(repeating: "-", count: $0) }.joined(separator: gap))
  }

  /// Returns one row with its line end, as ``lines(_:)`` would; `nil` where more is to be done than to put texts side by side.
  func plainLine(_ row: [Cell]) -> String? {
    var line: [UInt8] = []
    line.reserveCapacity(256)
    // Blanks are written before what follows them, so that none stand at the end.
    var blanks = 0
    for (index, cell) in row.enumerated() {
      if index > 0 { blanks += gap.utf8.count }
      let content = cell.text(in: text.language)
      guard let width = plainWidth(content), width <= widths[index] else { return nil }
      let padding = widths[index] - width
      let isTrailing = columns[index].alignment == .trailing
      if isTrailing { blanks += padding }
      if width > 0 {
        line.append(contentsOf: repeatElement(0x20, count: blanks))
        line.append(contentsOf: content.utf8)
        blanks = 0
      }
      if !isTrailing { blanks += padding }
    }
    guard line.last != 0x20 else { return nil }
    line.append(0x0A)
    return String(decoding: line, as: UTF8.self)
  }

  /// Returns the lines of one row; a column that wraps makes it higher than one.
  func lines(_ row: [Cell]) -> [String] {
    lines(row.map { terminalSafe($0.text(in: text.language)) })
  }

  private func lines(_ row: [String], wraps: Bool = false) -> [String] {
    let cells = row.indices.map { index in
      wraps || columns[index].overflow == .wrap
        ? wrapped(row[index], to: widths[index]) : [truncated(row[index], to: widths[index])]
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { level in
      let line = cells.indices.map { index in
        let part = level < cells[index].count ? cells[index][level] : ""
        return padded(part, to: widths[index], columns[index].alignment)
      }.joined(separator: gap)
      // Blanks at the end are cut off at once: taking characters away one by one is slow.
      let blanks = line.utf8.reversed().prefix { $0 == 0x20 }.count
      return blanks > 0 ? String(decoding: line.utf8.dropLast(blanks), as: UTF8.self) : line
    }
  }
}

extension Cell {
  /// Whether the cell still says something when it is shortened: a date or an amount does not.
  fileprivate var isProse: Bool {
    switch self {
    case .text, .phrase, .json, .list: true
    case .empty, .integer, .money, .date, .boolean, .ratio: false
    }
  }
}

private let gap = "  "

/// Columns narrower than this say nothing, so texts are not pressed below it.
private let leastWidth = 8

/// Returns the width of each column within a line of `available` columns.
///
/// Flexible columns share what the others leave: the narrow ones have what they need, the wide ones
/// equal parts of the rest.
///
/// - Parameters:
///   - natural: The width that each column would need.
///   - flexible: Which columns may be narrower than that.
///   - available: The width of the line.
/// - Returns: The widths; `nil` where even pressed columns do not fit.
private func fittedWidths(_ natural: [Int], flexible: [Bool], in available: Int) -> [Int]? {
  let gaps = gap.utf8.count * max(0, natural.count - 1)
  let order = natural.indices.filter { flexible[$0] }.sorted { natural[$0] < natural[$1] }
  let fixed = natural.indices.filter { !flexible[$0] }.reduce(0) { $0 + natural[$1] }
  var budget = available - gaps - fixed
  guard budget >= order.reduce(0, { $0 + min(natural[$1], leastWidth) }) else { return nil }
  var widths = natural
  for (position, index) in order.enumerated() {
    widths[index] = min(natural[index], budget / (order.count - position))
    budget -= widths[index]
  }
  return widths
}
