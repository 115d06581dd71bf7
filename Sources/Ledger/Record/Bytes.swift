import Glibc

/// Bytes that do not change while anybody looks at them: memory of our own, or a mapped file.
public final class Bytes: Sendable {
  @usableFromInline enum Storage: Sendable {
    case owned([UInt8])
    case foreign(Region)
  }

  /// A region of memory and what gives it back.
  @safe @usableFromInline struct Region: Sendable {
    // The region is read only and lives until `release` is called by `deinit`.
    @usableFromInline nonisolated(unsafe) let start: UnsafeRawPointer
    @usableFromInline let count: Int
    /// Whether it is a file, so that pages that were given back are read again.
    let isFile: Bool
    /// The open file, where it was kept open.
    let file: Int32?
    let release: @Sendable () -> Void
  }

  @usableFromInline let storage: Storage

  /// Takes bytes in memory.
  public init(_ bytes: [UInt8]) {
    storage = .owned(bytes)
  }

  /// Takes a region that was mapped.
  ///
  /// - Parameters:
  ///   - start: The first byte; readable until `release` is called.
  ///   - count: The number of bytes.
  ///   - release: Gives the region back.
  @unsafe package convenience init(
    start: UnsafeRawPointer,
    count: Int,
    release: @escaping @Sendable () -> Void
  ) {
    unsafe self.init(
      Region(start: start, count: count, isFile: false, file: nil, release: release)
    )
  }

  private init(_ region: Region) {
    storage = .foreign(region)
  }

  /// Maps a file, so that its bytes take no memory of the program.
  ///
  /// - Parameters:
  ///   - file: An open file, which may be closed afterwards.
  ///   - count: How many bytes it has, at least one.
  public convenience init?(mapping file: Int32, count: Int) {
    self.init(mapping: file, count: count, closing: nil)
  }

  /// Maps a file that stays open as long as its bytes are there.
  ///
  /// - Parameters:
  ///   - file: An open file, which is taken over where it can be mapped.
  ///   - count: How many bytes it has, at least one.
  convenience init?(taking file: Int32, count: Int) {
    self.init(mapping: file, count: count, closing: file)
  }

  private convenience init?(mapping file: Int32, count: Int, closing kept: Int32?) {
    guard count > 0, let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    nonisolated(unsafe) let region = unsafe start
    // Nobody else knows the region; it is given back once.
    let release: @Sendable () -> Void = {
      unsafe munmap(region, count)
      if let kept { close(kept) }
    }
    let whole = unsafe Region(
      start: UnsafeRawPointer(start),
      count: count,
      isFile: true,
      file: kept,
      release: release
    )
    self.init(whole)
  }

  /// Gives the pages of a mapped file back that nobody is about to read; who reads them has them again.
  ///
  /// - Parameter range: Offsets of the bytes.
  package func giveBack(_ range: Range<Int>) {
    guard case .foreign(let region) = storage, region.isFile else { return }
    let page = Int(getpagesize())
    // The system maps up to so many pages around one that is touched: those before are mapped again by now.
    let around = 16 * page
    let first = range.lowerBound / around * around
    let end = min(range.upperBound, region.count) / page * page
    guard first < end else { return }
    // Whole pages of a mapping of a file that nobody can write to: they are read again when they are touched.
    _ = unsafe madvise(
      UnsafeMutableRawPointer(mutating: region.start + first),
      end - first,
      MADV_DONTNEED
    )
  }

  deinit {
    if case .foreign(let region) = storage { region.release() }
  }

  /// The number of bytes.
  public var count: Int {
    switch storage {
    case .owned(let bytes): bytes.count
    case .foreign(let region): region.count
    }
  }

  /// Lends the bytes.
  ///
  /// - Parameter body: Reads them; it must not keep the span.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws.
  @inlinable
  public func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch storage {
    case .owned(let bytes):
      return try body(bytes.span)
    case .foreign(let region):
      // The region outlives the call: `self` holds it.
      let buffer = unsafe UnsafeRawBufferPointer(start: region.start, count: region.count)
      let span = unsafe Span<UInt8>(_unsafeBytes: buffer)
      return try body(span)
    }
  }
}
