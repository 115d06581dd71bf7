import Glibc

/// Pages of mapped files.
enum Pages {
  // MADV_POPULATE_READ, which the module of the C library does not name.
  private static let populate: Int32 = 22

  /// Says that all of some mapped bytes are about to be read: one call costs less than many page faults.
  static func expect(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count > 1 << 18, let start = bytes.baseAddress else { return }
    let shift = Int(bitPattern: start) & 4095
    // The pages around the bytes are mapped as well; a system that does not know the advice ignores it.
    _ = unsafe madvise(
      UnsafeMutableRawPointer(mutating: start - shift),
      bytes.count + shift,
      populate
    )
  }
}
