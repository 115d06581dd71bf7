public import Bilingual

/// How a table or a report is to be printed.
public struct Rendering: Hashable, Sendable {
  /// The form of the output.
  public var format: OutputFormat
  /// The language of labels, phrases and the words of the rendering itself.
  public var language: Language
  /// The columns of the terminal that the output goes to; `nil` where it goes elsewhere.
  public var terminalWidth: Int?
  /// Whether emphasis is marked; only `table` has any.
  public var style: Style
  /// Whether CSV begins with a byte order mark, by which Excel knows UTF-8.
  public var byteOrderMark: Bool

  /// Creates a rendering; by default for a file or a pipe, plain and complete.
  public init(
    _ format: OutputFormat,
    in language: Language,
    terminalWidth: Int? = nil,
    style: Style = .plain,
    byteOrderMark: Bool = false
  ) {
    self.format = format
    self.language = language
    self.terminalWidth = terminalWidth
    self.style = style
    self.byteOrderMark = byteOrderMark
  }
}

/// Whether text for a terminal carries emphasis.
public enum Style: Sendable {
  /// No escape sequences at all.
  case plain
  /// Bold and dim, by ANSI escape sequences.
  case ansi

  /// Returns a safe text in bold.
  func bold(_ text: String) -> String {
    self == .ansi && !text.isEmpty ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  /// Returns a safe text dimmed.
  func dim(_ text: String) -> String {
    self == .ansi && !text.isEmpty ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }
}

extension Table {
  /// Returns the table as text: UTF-8 when written, each line ended by LF, safe where it lands.
  public func rendered(_ rendering: Rendering) -> String {
    var extent = RowExtent(columns: columns.count)
    if rendering.format == .table {
      for row in rows { extent.add(row, in: rendering.language) }
    }
    let writer = RowWriter(self, rows: rows.count, extent, rendering)
    let texts = rows.indices.map { writer.text(rows[$0], at: $0) }
    return writer.head + texts.joined() + writer.foot
  }
}

extension Report {
  /// Returns the report as text: UTF-8 when written, each line ended by LF, safe where it lands.
  ///
  /// - Parameter rendering: How it is to be printed.
  /// - Returns: The text; `nil` for CSV where the report does not hold exactly one table.
  public func rendered(_ rendering: Rendering) -> String? {
    switch rendering.format {
    case .table: TerminalText(rendering).report(self)
    case .csv: onlyTable?.rendered(rendering)
    case .json: json
    case .jsonl: jsonLines
    case .md: markdown(in: rendering.language)
    case .html: html(in: rendering.language)
    }
  }
}
