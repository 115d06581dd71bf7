/// Files of which what was read can be kept.
package protocol CachingStorage: Storage {
  /// Where it is kept.
  var cacheFolder: CacheFolder { get }
}

extension PosixStorage: CachingStorage {
  /// Beside the data, else with the user.
  package var cacheFolder: CacheFolder { CacheFolder(directory, userFolder: userCaches) }
}

extension LedgerStore {
  /// The cache of a kind's file, where there can be one.
  func cache(_ schema: Schema) -> LinesCache? {
    (storage as? any CachingStorage).flatMap { LinesCache($0.cacheFolder, schema) }
  }
}
