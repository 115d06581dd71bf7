import Exchange
import JSONLines

/// Whatever the bytes are: every row of a table is read to the end, or an error is thrown.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let text = try? SourceText(bytes, origin: "f") else { return 0 }
  var cells = 0
  var plain = CSVReader(text)
  while let row = try? plain.next() { cells += row.cells.count }
  // No cell needs more than a delimiter or a line end.
  precondition(cells <= text.bytes.count + 1)
  guard var table = try? TableReader(CSVReader(text)),
    var handed = try? TableReader(CSVReader(text))
  else { return 0 }
  var rows: [[String]] = []
  while let row = try? table.next(), rows.count <= count { rows.append(row.cells.map(\.text)) }
  precondition(rows.count <= count)
  // Cells that are handed out where they stand are those that are read.
  var same: [[String]] = []
  while same.count <= count {
    handed.skipPlainRows { place, cells, content in
      same.append(cells.map { String(decoding: content.extracting($0).copied, as: UTF8.self) })
      return true
    }
    guard let row = try? handed.next() else { break }
    same.append(row.cells.map(\.text))
  }
  precondition(same == rows)
  return 0
}
