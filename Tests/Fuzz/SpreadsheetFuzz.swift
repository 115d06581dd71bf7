import Exchange

/// Whatever the bytes are: a spreadsheet gives its rows, each as wide as the others, or an error is thrown.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard var reader = try? SpreadsheetReader(bytes, origin: "f") else { return 0 }
  var width: Int?
  while let row = try? reader.next() {
    precondition(width == nil || width == row.cells.count)
    width = row.cells.count
  }
  return 0
}
