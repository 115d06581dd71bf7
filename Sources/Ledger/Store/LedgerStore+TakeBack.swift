import Glibc

extension LedgerStore {
  /// Takes back what a command appended until the disk was full: nobody is to commit the half of it.
  ///
  /// Only bytes that are seen to be the command's own are cut; whatever else stands there is left to `recover`. Where a
  /// power cut undoes the cutting, they are bytes behind the last commit again, as they were never promised.
  ///
  /// - Parameters:
  ///   - batch: What the command was to append.
  ///   - line: The line of its commit, where that was begun.
  ///   - error: Why it could not.
  func takeBack(_ batch: Batch, _ line: [UInt8] = [], after error: StorageError) {
    guard error.isFullDisk else { return }
    if !line.isEmpty {
      takeBack(Commit.file, behind: batch.offset) { take in take(line) }
    }
    for addition in batch.additions.reversed() {
      takeBack(addition.file, behind: addition.offset) { take in
        addition.pieces { (piece) throws(Never) in take(piece) }
      }
    }
  }

  private func takeBack(_ file: String, behind end: Int, _ pieces: (([UInt8]) -> Void) -> Void) {
    guard let size = (try? storage.size(of: file)) ?? nil, size > end,
      holds(file, behind: end, size, pieces)
    else { return }
    // What cannot be cut is told by the next command, as if it had not been tried.
    try? storage.truncate(file, to: end)
  }

  /// Whether a file has nothing behind its end but the beginning of some bytes.
  private func holds(
    _ file: String,
    behind end: Int,
    _ size: Int,
    _ pieces: (([UInt8]) -> Void) -> Void
  ) -> Bool {
    guard let bytes = (try? storage.read(file)) ?? nil, bytes.count == size else { return false }
    var place = end
    var isOwn = true
    pieces { piece in
      let count = min(piece.count, size - place)
      guard isOwn, count > 0 else { return }
      isOwn = bytes.copy(of: place..<place + count)[...] == piece[..<count]
      place += count
    }
    return isOwn && place == size
  }
}

extension StorageError {
  /// Whether there was no room for more.
  var isFullDisk: Bool { [ENOSPC, EDQUOT, EFBIG].contains(number) }
}
