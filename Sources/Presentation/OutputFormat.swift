/// A form in which the product prints what it found.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Text for a terminal, aligned by display width.
  case table
  /// Comma-separated values for a spreadsheet.
  case csv
  /// One JSON value.
  case json
  /// One JSON value a line.
  case jsonl
  /// GitHub-flavoured Markdown.
  case md
  /// A page that a browser shows.
  case html

  /// Guesses the format from the ending of a file's name; `nil` where it tells nothing.
  public init?(fileName: String) {
    let name = fileName.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt", "text": self = .table
    case "csv": self = .csv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .md
    case "html", "htm": self = .html
    default: return nil
    }
  }
}
