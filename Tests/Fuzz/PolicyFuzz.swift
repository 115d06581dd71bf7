import Awards

/// Whatever the bytes are: a policy file is read with all its findings, or refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for finding in PolicyFile.read(bytes, fileName: "f.jsonl").diagnostics {
    precondition((0...count).contains(finding.place?.offset ?? 0))
    precondition(!finding.message.en.isEmpty && !finding.message.zh.isEmpty)
  }
  return 0
}
