import Bilingual
import Ledger

/// What a reader and a recovery find on a disk: it depends on nothing but the disk.
struct CrashVerdict {
  /// What the commits hold; `nil` where that cannot be read.
  var content: Content?
  /// What they hold after the recovery.
  var after: Content?
  /// The promise that is broken whatever was done before.
  var fault: String?
  /// Why the recovery refused, where it may, and changed nothing.
  var refusal: String?
  /// What a command that was said to be done has left to do.
  var unfinished: String?

  /// Reads a disk, recovers, and says what the disk was after every call of the recovery.
  ///
  /// - Parameters:
  ///   - disk: The disk.
  ///   - scenario: What the recovery is.
  ///   - proves: Whether all hashes are computed again after the recovery.
  /// - Returns: What was found, and the disks.
  static func of(_ disk: Disk, _ scenario: CrashScenario, proves: Bool) -> (CrashVerdict, [Disk]) {
    let storage = DiskStorage(disk)
    let store = scenario.store(storage)
    var verdict = CrashVerdict()
    do {
      let content = try Content(store, disk)
      verdict.content = content
      verdict.unfinished = unfinished(content, disk)
      if let item = scenario.precious.first(where: { !isKept($0, in: disk) }) {
        verdict.fault = "P4: bytes of \(item.file) are lost"
      }
      if let paper = scenario.paper, !isThere(paper, for: content, store) {
        verdict.fault = "P1: a record stands without its paper"
      }
      try scenario.recovery(store)
      let after = try Content(store, storage.disk)
      verdict.after = after
      if verdict.fault == nil, proves {
        let findings = try store.verify().filter { $0.severity == .error }
        if !findings.isEmpty { verdict.fault = "P3: \(findings.map(\.name)) after the recovery" }
      }
      if verdict.fault == nil {
        verdict.fault =
          !after.holds(content) || after.number < content.number
          ? "P1: the recovery lost what was committed" : lost(disk, content, storage.disk)
      }
    } catch let error as Diagnostics {
      let names = error.list.map(\.name)
      let isPlaced = error.list.allSatisfy { $0.place != nil }
      if scenario.mayRefuse, isPlaced, storage.history.count == 1 {
        verdict.refusal = names.first
      } else {
        verdict.fault = "P3: \(names)"
      }
    } catch {
      verdict.fault = "P3: \(error)"
    }
    return (verdict, verdict.fault == nil ? storage.history : [])
  }

  private static func unfinished(_ content: Content, _ disk: Disk) -> String? {
    guard !content.hasWarnings else { return "P2: what was moved away is back" }
    for name in [".gitattributes", ".gitignore"] {
      guard let bytes = disk.blob(name)?.bytes else {
        return "P2: the files for git are not there"
      }
      guard bytes.last == 0x0A, !bytes.contains(0) else { return "P2: \(name) is torn" }
    }
    return nil
  }

  /// Whether a paper is there, all of it, or the record that names it is not there either.
  private static func isThere(_ paper: AttachmentName, for content: Content, _ store: LedgerStore)
    -> Bool
  {
    let names = Array(paper.hash.utf8)
    let tools = content.files["tools.jsonl"]
    let isNamed = tools.map { $0.holds(names, at: $0.bytes.count - names.count - 3) } ?? false
    return !isNamed || (try? store.attachment(paper)) != nil
  }

  private static func isKept(_ item: (file: String, offset: Int, bytes: [UInt8]), in disk: Disk)
    -> Bool
  {
    if let blob = disk.blob(item.file), blob.holds(item.bytes, at: item.offset) { return true }
    return disk.names.files.keys.contains { name in
      guard name.hasPrefix("recovered/"), let blob = disk.blob(name) else { return false }
      return blob.holds(item.bytes, at: blob.bytes.count - item.bytes.count)
    }
  }

  /// Bytes behind the commits that are neither where they were nor in `recovered/`.
  private static func lost(_ disk: Disk, _ content: Content, _ after: Disk) -> String? {
    for name in ["tools.jsonl", "workshops.jsonl"] {
      let size = content.files[name]?.bytes.count ?? 0
      guard let bytes = disk.blob(name)?.bytes, bytes.count > size else { continue }
      guard isKept((name, size, Array(bytes[size...])), in: after) else {
        return "P4: bytes behind the end of \(name) are lost"
      }
    }
    return nil
  }
}
