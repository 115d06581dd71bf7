import Foundation
import TestSupport
import Testing

/// Reads a table of `shared/data` whose cells hold no line ends, each row by the names of its header.
func sharedRows(_ path: String) throws -> [[String: String]] {
  let folder = try #require(Shared.data)
  var text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
  if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
  var lines = text.split(whereSeparator: \.isNewline).map { cells(of: $0) }
  let header = lines.removeFirst()
  return try lines.map { line in
    try #require(line.count == header.count)
    return Dictionary(uniqueKeysWithValues: zip(header, line))
  }
}

/// Splits a line at the commas that stand outside quotes.
private func cells(of line: Substring) -> [String] {
  var cells = [""]
  var isQuoted = false
  for character in line {
    switch character {
    case "\"": isQuoted.toggle()
    case "," where !isQuoted: cells.append("")
    default: cells[cells.count - 1].append(character)
    }
  }
  return cells
}
