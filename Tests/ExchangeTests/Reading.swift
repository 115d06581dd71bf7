import Exchange
import Foundation
import TestSupport

/// A text as a file called `f.csv`.
func source(_ text: String) throws -> SourceText {
  try SourceText(Array(text.utf8), origin: "f.csv")
}

/// All rows of a source, with the error that ended them.
func rows(of source: some RowSource) -> (rows: [Row], error: ExchangeError?) {
  var source = source
  var rows: [Row] = []
  do throws(ExchangeError) {
    while let row = try source.next() { rows.append(row) }
    return (rows, nil)
  } catch {
    return (rows, error)
  }
}

/// The texts of the cells of delimited text.
func cells(_ text: String, _ delimiter: Delimiter? = nil) throws -> [[String]] {
  let result = rows(of: CSVReader(try source(text), delimiter: delimiter))
  if let error = result.error { throw error }
  return result.rows.map { $0.cells.map(\.text) }
}

/// All rows of a table.
func rows(of table: TableReader) throws -> [Row] {
  var table = table
  var rows: [Row] = []
  while let row = try table.next() { rows.append(row) }
  return rows
}

/// A table read from text.
func table(_ text: String, headerLine: Int = 1) throws -> TableReader {
  try TableReader(CSVReader(try source(text)), headerLine: headerLine)
}

/// A file below the folder of real inputs, read as text.
func shared(_ path: String, encoding: TextEncoding? = nil) throws -> SourceText {
  let folder = Shared.data ?? ""
  let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
  return try SourceText(Array(data), origin: path, encoding: encoding)
}

/// All texts of up to so many of some pieces.
func texts(of pieces: [String], upTo count: Int) -> [String] {
  var last = [""]
  var texts = last
  for _ in 0..<count {
    last = last.flatMap { text in pieces.map { text + $0 } }
    texts += last
  }
  return texts
}
