/// Brings the first of very many bytes of a file to the disk while the others come.
struct RunningSync {
  private let storage: any Storage
  private let name: String
  /// How many bytes the file had when that was begun last.
  private var begun: Int
  private var running: Workers.Later<StorageError?>?

  /// So many bytes are brought to the disk at once.
  private static let manyBytes = 32 << 20

  /// Starts with a file of some size.
  init(_ storage: any Storage, _ name: String, at size: Int) {
    self.storage = storage
    self.name = name
    begun = size
  }

  /// Says how many bytes the file has now.
  ///
  /// - Throws: ``StorageError`` where those before could not be brought to the disk.
  mutating func reach(_ size: Int) throws(StorageError) {
    guard size - begun >= Self.manyBytes else { return }
    // Who writes faster than the disk waits for it here or in the end.
    try finish()
    begun = size
    let (storage, name) = (storage, name)
    running = Workers.Later {
      do throws(StorageError) {
        try storage.synchronize(name)
        return nil
      } catch {
        return error
      }
    }
  }

  /// Waits for what was begun; the last bytes are yet to be brought there.
  ///
  /// - Throws: ``StorageError`` where that failed.
  mutating func finish() throws(StorageError) {
    defer { running = nil }
    if let error = running?.value() ?? nil { throw error }
  }
}
