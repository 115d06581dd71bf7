import Exchange

/// Whatever the bytes are: elements end in the order in which they began, or an error is thrown.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard var reader = try? XMLReader(bytes, origin: "f") else { return 0 }
  var open: [String] = []
  while let event = try? reader.next() {
    _ = reader.position()
    switch event {
    case .start(let tag): open.append(tag.name)
    case .end(let name): precondition(open.popLast() == name)
    case .text: precondition(!open.isEmpty)
    }
  }
  guard var marks = try? TrademarkRows(bytes, origin: "f") else { return 0 }
  var rows = 0
  while (try? marks.next()) != nil { rows += 1 }
  precondition(rows <= count + 1)
  return 0
}
