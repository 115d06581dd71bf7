import Bilingual
import JSONLines
import Ledger

/// Whatever the bytes are: a fault lies within them, and what is read is written back the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let whole = Bytes(bytes)
  if let fault = StrictReading.document(whole, file: "f") {
    precondition((0...count).contains(fault.place?.offset ?? -1))
    precondition((fault.place?.line ?? 0) > 0 && (fault.place?.column ?? 0) > 0)
  } else {
    let value = try? JSONValue(parsing: bytes)
    precondition(value != nil && (try? JSONValue(parsing: value?.text ?? [])) == value)
  }
  let (faults, lines) = StrictReading.lines(whole, file: "f")
  precondition(faults.count <= lines)

  var splitter = LineSplitter(0..<count)
  while let line = whole.withSpan({ splitter.line($0) }) {
    let reader = RecordReader(things)
    guard case .record(let record)? = try? reader.read(line, whole, file: "f") else { continue }
    let written = record.line
    let again = Line(number: 1, start: 0, end: written.count, isWhole: true)
    guard case .record(let twin)? = try? reader.read(again, Bytes(written), file: "f") else {
      preconditionFailure("a record that was written cannot be read")
    }
    precondition(twin.line == written)
  }
  return 0
}

private let things = Schema(
  "thing",
  Phrase(en: "thing", zh: "物"),
  file: "things.jsonl",
  key: .chosen,
  meaning: Phrase(en: "A thing.", zh: "物。"),
  fields: []
)
