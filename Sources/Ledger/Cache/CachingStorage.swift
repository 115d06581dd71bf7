/// Files of which it can be kept that they were proved.
package protocol ProvableStorage: Storage {
  /// Of so few bytes all are proved each time.
  var fewBytes: Int { get }

  /// What the system says of a file; `nil` where there is none.
  func stamp(of name: String) -> FileStamp?

  /// Appends as ``append(_:to:at:)`` does, and looks at the file right before and right behind that.
  ///
  /// - Returns: How it looked before, `nil` where it had no bytes; and how behind, `nil` where that cannot be seen.
  func appendLooking(_ bytes: [UInt8], to name: String, at size: Int) throws(StorageError)
    -> (before: FileStamp?, after: FileStamp?)

  /// Returns what was kept last; `nil` where there is nothing.
  func keptProof() -> Bytes?

  /// Keeps something in the place of what was kept before; a failure is no matter.
  func keepProof(_ bytes: [UInt8])

  /// Where what was read can be kept; `nil` where it cannot.
  var caches: CacheFolder? { get }
}

extension ProvableStorage {
  package var caches: CacheFolder? { nil }

  package func appendLooking(_ bytes: [UInt8], to name: String, at size: Int) throws(StorageError)
    -> (before: FileStamp?, after: FileStamp?)
  {
    let before = size == 0 ? nil : stamp(of: name)
    try append(bytes, to: name, at: size)
    return (before, stamp(of: name))
  }
}

/// Files of which what was read can be kept.
package protocol CachingStorage: ProvableStorage {
  /// Where it is kept.
  var cacheFolder: CacheFolder { get }
}

extension CachingStorage {
  package var caches: CacheFolder? { cacheFolder }
  package var fewBytes: Int { 256 << 10 }
  package func stamp(of name: String) -> FileStamp? { cacheFolder.stamp(of: name) }
  package func keptProof() -> Bytes? { cacheFolder.read(CacheFolder.proof) }
  package func keepProof(_ bytes: [UInt8]) { cacheFolder.writeOver(CacheFolder.proof, bytes) }
}

extension PosixStorage: CachingStorage {
  /// Beside the data, else with the user.
  package var cacheFolder: CacheFolder { CacheFolder(directory, userFolder: userCaches) }
}

extension LedgerStore {
  /// The cache of a kind's file, where there can be one.
  func cache(_ schema: Schema) -> LinesCache? {
    provable?.caches.flatMap { LinesCache($0, schema) }
  }
}
