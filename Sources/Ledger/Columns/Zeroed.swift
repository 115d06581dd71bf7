import Glibc

/// Memory of a table, all zero at first.
@safe struct Zeroed<Element: BitwiseCopyable>: ~Copyable {
  // Holds `count` elements; the mapping around it is given back by `deinit`.
  let start: UnsafeMutablePointer<Element>
  let count: Int
  private let mapping: UnsafeMutableRawPointer
  private let size: Int

  // From this size on large pages save most of the look-ups of addresses.
  private static var page: Int { 2 << 20 }

  init(_ count: Int) {
    self.count = count
    let wanted = max(count, 1) * MemoryLayout<Element>.stride
    let isLarge = wanted >= Self.page
    size = isLarge ? wanted + Self.page : wanted
    let map = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory = unsafe map, unsafe memory != MAP_FAILED else { fatalError("out of memory") }
    unsafe mapping = memory
    let address = UInt(bitPattern: memory)
    let shift = isLarge ? (0 &- address) & UInt(Self.page - 1) : 0
    // The mapping is a page larger than what is wanted.
    let first = unsafe memory + Int(shift)
    // Without large pages it works as well.
    if isLarge { _ = unsafe madvise(first, wanted, MADV_HUGEPAGE) }
    unsafe start = first.bindMemory(to: Element.self, capacity: count)
  }

  deinit {
    unsafe munmap(mapping, size)
  }

  /// Asks for large pages where memory is so large that they save work; without them it works as well.
  static func preferLargePages(_ start: UnsafeMutableRawPointer, _ size: Int) {
    guard size >= 2 * page else { return }
    let first = (UInt(bitPattern: start) + UInt(page - 1)) & ~UInt(page - 1)
    let end = (UInt(bitPattern: start) + UInt(size)) & ~UInt(page - 1)
    guard first < end else { return }
    // Whole pages within the memory; their bytes stay what they are.
    _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_HUGEPAGE)
  }
}

// Whoever shares it has finished writing.
extension Zeroed: @unchecked Sendable where Element: Sendable {}
