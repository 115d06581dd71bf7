import Glibc

/// Memory of a table, all zero at first.
@safe struct Zeroed<Element: BitwiseCopyable>: ~Copyable {
  // Holds `count` elements; the memory around it is given back by `deinit`.
  let start: UnsafeMutablePointer<Element>
  let count: Int
  private let memory: UnsafeMutableRawPointer
  // Of a mapping; `nil` where the memory is a small part of one.
  private let mapped: Int?

  // From this size on large pages save most of the look-ups of addresses.
  static var page: Int { 2 << 20 }

  init(_ count: Int) {
    self.count = count
    let wanted = max(count, 1) * MemoryLayout<Element>.stride
    guard wanted >= Self.page else {
      guard let memory = unsafe calloc(wanted, 1) else { fatalError("out of memory") }
      unsafe self.memory = memory
      mapped = nil
      unsafe start = memory.bindMemory(to: Element.self, capacity: count)
      return
    }
    // A page larger than what is wanted, so that what is wanted can begin at a page.
    let size = wanted + Self.page
    let map = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory = unsafe map, unsafe memory != MAP_FAILED else { fatalError("out of memory") }
    unsafe self.memory = memory
    mapped = size
    let shift = (0 &- UInt(bitPattern: memory)) & UInt(Self.page - 1)
    let first = unsafe memory + Int(shift)
    // Without large pages it works as well.
    _ = unsafe madvise(first, wanted, MADV_HUGEPAGE)
    unsafe start = first.bindMemory(to: Element.self, capacity: count)
  }

  deinit {
    if let mapped { unsafe munmap(memory, mapped) } else { unsafe free(memory) }
  }

  /// Asks for large pages where memory is so large that they save work; without them it works as well.
  static func preferLargePages(_ start: UnsafeMutableRawPointer, _ size: Int) {
    guard size >= page else { return }
    let first = (UInt(bitPattern: start) + UInt(page - 1)) & ~UInt(page - 1)
    let end = (UInt(bitPattern: start) + UInt(size)) & ~UInt(page - 1)
    guard first < end else { return }
    // Whole pages within the memory; their bytes stay what they are.
    _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_HUGEPAGE)
  }
}

// Whoever shares it has finished writing.
extension Zeroed: @unchecked Sendable where Element: Sendable {}
