import Bilingual
import Ledger

/// What a ledger's commits hold, byte for byte.
struct Content: Equatable {
  /// The last commit; 0 where there is no ledger, -1 where somebody has to adopt a merge first.
  let number: Int
  /// The committed bytes of every file.
  let files: [String: Blob]
  /// Whether bytes stand behind the commits.
  let hasWarnings: Bool
  /// What tells the commits apart.
  let key: UInt64

  /// Reads what the commits of a disk hold.
  init(_ store: LedgerStore, _ disk: Disk) throws {
    var files: [String: Blob] = [:]
    do {
      let commit: Commit
      (commit, hasWarnings) = try Self.last(store)
      for (name, extent) in commit.files {
        let bytes = disk.blob(name)?.bytes ?? []
        files[name] = disk.pool.blob(Self.committed(bytes, extent.bytes))
      }
      number = commit.number
    } catch let error as Diagnostics where error.list.first?.name == "no-ledger" {
      (number, hasWarnings) = (0, false)
    } catch let error as Diagnostics where error.list.first?.name == "commits-moved" {
      (number, hasWarnings) = (-1, false)
    }
    self.files = files
    var key = UInt64(bitPattern: Int64(number))
    for (name, blob) in files { key &+= mixed(disk.pool.name(name).number, UInt64(blob.number)) }
    self.key = key
  }

  /// The last commit, and whether something is to be put right behind it or in the line ends before it.
  private static func last(_ store: LedgerStore) throws -> (Commit, hasWarnings: Bool) {
    do {
      let view = try store.snapshot()
      return (view.commit, !view.warnings.isEmpty)
    } catch let error as Diagnostics where error.list.first?.name == "line-ends" {
      guard let commit = try store.log().last else { throw error }
      return (commit, true)
    }
  }

  /// The committed bytes of a file; a byte order mark and a last line end are no difference, since
  /// `recover` proves by hashes that they are the only one before it puts them right.
  private static func committed(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
    let start = bytes.count > 2 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    let end = min(bytes.count, start + count)
    return Array(bytes[start..<end]) + (end - start == count - 1 ? [0x0A] : [])
  }

  static func == (one: Content, other: Content) -> Bool { one.key == other.key }

  /// Whether all that another holds stands here too, where it stood.
  func holds(_ other: Content) -> Bool {
    other.files.allSatisfy { name, blob in
      guard let own = files[name] else { return blob.bytes.isEmpty }
      return own === blob || own.holds(blob.bytes)
    }
  }
}
