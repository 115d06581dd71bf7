/// The narrow layer through which a ledger reaches its files.
///
/// Names are relative to the ledger's directory. No file call of the ledger goes round it, so that a
/// test can record, reorder, tear and fail every one of them.
///
/// ## Topics
/// ### Reading
/// - ``names(in:)``
/// - ``size(of:)``
/// - ``read(_:)``
/// ### Writing
/// - ``append(_:to:at:)``
/// - ``truncate(_:to:)``
/// - ``rename(_:to:)``
/// - ``createFolder(_:)``
/// ### Bringing to the disk
/// - ``synchronize(_:)``
/// - ``synchronizeFolder(_:)``
/// - ``synchronizePath()``
/// ### Locking
/// - ``lock(_:)``
/// - ``isLocked()``
public protocol Storage: Sendable {
  /// What people call the place where the files are, for messages.
  var location: String { get }

  /// Returns the names in a folder, in no order; an empty list where the folder is missing.
  func names(in folder: String) throws(StorageError) -> [String]

  /// Returns how many bytes a file has now; `nil` where there is none.
  func size(of name: String) throws(StorageError) -> Int?

  /// Returns the bytes of a file as they are now; `nil` where there is none.
  func read(_ name: String) throws(StorageError) -> Bytes?

  /// Writes bytes behind the end of a file, and creates the file where there is none.
  ///
  /// - Parameters:
  ///   - bytes: What to write.
  ///   - name: The file.
  ///   - size: How many bytes it must have before.
  /// - Throws: ``StorageError``, one that ``StorageError/isChange`` where it has another size.
  func append(_ bytes: [UInt8], to name: String, at size: Int) throws(StorageError)

  /// Cuts a file to a size.
  func truncate(_ name: String, to size: Int) throws(StorageError)

  /// Gives a file another name, at once, in the place of what had it.
  func rename(_ name: String, to new: String) throws(StorageError)

  /// Brings a file's bytes to the disk.
  func synchronize(_ name: String) throws(StorageError)

  /// Brings a folder's entries to the disk; the empty name is the ledger's directory.
  func synchronizeFolder(_ folder: String) throws(StorageError)

  /// Brings the entries that lead to the ledger's directory to the disk.
  func synchronizePath() throws(StorageError)

  /// Creates a folder unless it exists.
  func createFolder(_ folder: String) throws(StorageError)

  /// Takes the one lock of the ledger for writing, and waits for it for a while.
  ///
  /// - Parameter holder: Who takes it and for what, to be told to those who wait.
  /// - Returns: What keeps the lock until it goes.
  /// - Throws: ``StorageError``, one that ``StorageError/isBusy`` where another process holds it.
  func lock(_ holder: LockHolder) throws(StorageError) -> any StorageLock

  /// Whether somebody is writing at this moment.
  func isLocked() -> Bool
}

/// What keeps a ledger locked for as long as it lives.
public protocol StorageLock: AnyObject, Sendable {
  /// Makes sure that the lock still keeps others out.
  ///
  /// - Throws: ``StorageError`` where somebody took its file away.
  func verify() throws(StorageError)
}
