import JSONLines
import Ledger
import Oversight
import Portfolio

/// A ledger that was altered: nothing crashes, and no total changes without a finding.
///
/// The input is a list of edits of four bytes: file, place (two bytes), and what to do there. Without
/// edits it is taken for a data file whose kind the first byte chooses, and checked as such.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = input.first else { return 0 }
  if first & 1 == 0 {
    check(Array(input.dropFirst()), of: Kinds.catalog.schemas[Int(first >> 1) % kinds])
  } else {
    alter(Array(input.dropFirst()))
  }
  return 0
}

private let kinds = Kinds.catalog.schemas.count

/// Reads bytes as the data file of a kind, and runs every check over it.
private func check(_ lines: [UInt8], of schema: Schema) {
  let bytes = Bytes(lines)
  let snapshot = Snapshot(Kinds.catalog, commit: 1) { other in
    other === schema ? try Table(other, reading: bytes, count: bytes.count) : Table(other)
  }
  guard let today = Day("2025-06-30") else { preconditionFailure("a day cannot be read") }
  let findings = try? Checks.run(snapshot, today: today, tier: .strict)
  for finding in findings ?? [] {
    precondition((0...lines.count).contains(finding.place?.offset ?? 0))
  }
}

/// Alters the files of a ledger, and compares what it says then with what it said before.
private func alter(_ edits: [UInt8]) {
  var files = original
  let names = files.keys.sorted()
  var index = 0
  while index + 3 < edits.count {
    let name = names[Int(edits[index]) % names.count]
    var bytes = files[name] ?? []
    let place = (Int(edits[index + 1]) << 8 | Int(edits[index + 2])) % max(1, bytes.count)
    let byte = edits[index + 3]
    switch byte & 3 {
    case 0: bytes.insert(byte, at: min(place, bytes.count))
    case 1 where !bytes.isEmpty: bytes.remove(at: place)
    case 2 where !bytes.isEmpty: bytes[place] = byte
    case 3: bytes.removeLast(min(bytes.count, Int(byte >> 2)))
    default: break
    }
    files[name] = bytes
    index += 4
  }
  let store = LedgerStore(Kinds.catalog, FrozenStorage(files))
  guard let findings = try? store.verify() else { return }
  guard findings.isEmpty, let snapshot = try? store.snapshot().snapshot else { return }
  precondition(totals(snapshot) == expected, "a total changed without a finding")
}

/// How many records of each kind there are, and all their lines.
private func totals(_ snapshot: Snapshot) -> [[UInt8]]? {
  try? Kinds.catalog.schemas.flatMap { try snapshot.table($0).records.map(\.line) }
}

private let original: [String: [UInt8]] = {
  let storage = FrozenStorage([:])
  let store = LedgerStore(Kinds.catalog, storage)
  func changes(_ schema: Schema, _ lines: String) throws -> [Change] {
    let bytes = Bytes(Array(lines.utf8))
    return try Table(schema, reading: bytes, count: bytes.count).records
      .map { .put(Draft(copying: $0)) }
  }
  do {
    guard let at = Timestamp("2025-01-01T09:00:00+08:00") else { return [:] }
    _ = try store.create(
      by: "a",
      at: at,
      command: "init",
      changes(Brand.schema, #"{"id":"b1","name":"吕四海鲜","owner":"e1"}"# + "\n")
    )
    _ = try store.write(by: "b", at: at, command: "add") { _ in
      try changes(Enterprise.schema, #"{"id":"e1","name":"示例公司","x":[1,2]}"# + "\n")
        + changes(Brand.schema, #"{"id":"b1","name":"吕四海鲜 🦀","owner":"e1"}"# + "\n")
    }
  } catch {
    preconditionFailure("the ledger cannot be made: \(error)")
  }
  return storage.files
}()

private let expected: [[UInt8]]? = {
  let store = LedgerStore(Kinds.catalog, FrozenStorage(original))
  return (try? store.snapshot()).flatMap { totals($0.snapshot) }
}()
