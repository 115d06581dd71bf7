import Glibc

/// What the system says of a file: as long as it says the same, nobody wrote to the file.
package struct FileStamp: Hashable, Sendable {
  let words: [UInt64]

  /// How many words a stamp has.
  static let count = 7

  /// The size of the file.
  var size: Int { Int(truncatingIfNeeded: words[2]) }

  /// Whether a later change may leave no trace: a disk that counts whole seconds shows none within the same one.
  ///
  /// - Parameter now: The present second.
  /// - Returns: Whether it may.
  package func mayHide(at now: Int) -> Bool {
    words[4] == 0 && words[6] == 0 && Int(truncatingIfNeeded: words[3]) > now - 2
  }

  /// Takes a stamp that was kept.
  ///
  /// - Parameter words: As many as ``count``, the third of them the size.
  package init(words: [UInt64]) {
    self.words = words
  }

  /// Asks for the stamp of a file; `nil` where there is none.
  ///
  /// - Parameter path: The file.
  package init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  /// Asks for the stamp of an open file; `nil` where it cannot be told.
  ///
  /// - Parameter file: The file.
  init?(of file: Int32) {
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Takes what the system says.
  init(_ status: stat) {
    words = [
      UInt64(status.st_dev), UInt64(status.st_ino), UInt64(bitPattern: Int64(status.st_size)),
      UInt64(bitPattern: Int64(status.st_mtim.tv_sec)),
      UInt64(bitPattern: Int64(status.st_mtim.tv_nsec)),
      UInt64(bitPattern: Int64(status.st_ctim.tv_sec)),
      UInt64(bitPattern: Int64(status.st_ctim.tv_nsec)),
    ]
  }
}
