import Exchange

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
  guard var table = try? TableReader(CSVReader(text)) else { return 0 }
  var rows = 0
  while (try? table.next()) != nil, rows <= count { rows += 1 }
  precondition(rows <= count)
  return 0
}
