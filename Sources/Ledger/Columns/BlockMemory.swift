import Glibc

/// Memory of blocks, whose owners know its size.
///
/// A large piece is mapped alone, and given back when it ends; among others it would keep a hole behind it.
enum BlockMemory {
  private static let mappedSize = 256 << 10

  /// Makes memory of some bytes, at least one.
  static func make(_ size: Int) -> UnsafeMutableRawPointer {
    guard size >= mappedSize else {
      guard let memory = unsafe malloc(size) else { fatalError("out of memory") }
      return unsafe memory
    }
    // Large pages begin at their multiples: what is mapped before the first of them, and behind the last, goes back.
    let largePage = Zeroed<UInt8>.page
    let isLarge = size >= largePage
    let whole = pages(size) + (isLarge ? largePage : 0)
    let map = unsafe mmap(nil, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory = unsafe map, unsafe memory != MAP_FAILED else { fatalError("out of memory") }
    guard isLarge else { return unsafe memory }
    let before = Int((0 &- UInt(bitPattern: memory)) & UInt(largePage - 1))
    let start = unsafe memory + before
    let behind = largePage - before
    // Both lie within the mapping and outside of the memory.
    if before > 0 { unsafe munmap(memory, before) }
    if behind > 0 { unsafe munmap(start + pages(size), behind) }
    unsafe Zeroed<UInt8>.preferLargePages(start, size)
    return unsafe start
  }

  /// Gives memory another size; as many bytes as both sizes have stay what they are.
  static func resize(_ memory: UnsafeMutableRawPointer, from old: Int, to new: Int)
    -> UnsafeMutableRawPointer
  {
    if old < mappedSize, new < mappedSize {
      guard let moved = unsafe realloc(memory, new) else { fatalError("out of memory") }
      return unsafe moved
    }
    if new >= mappedSize, pages(new) <= pages(old) {
      // Whole pages behind the bytes that stay.
      if pages(new) < pages(old) { unsafe munmap(memory + pages(new), pages(old) - pages(new)) }
      return unsafe memory
    }
    let moved = unsafe make(new)
    unsafe memcpy(moved, memory, min(old, new))
    unsafe end(memory, old)
    return unsafe moved
  }

  /// Gives memory of some size back.
  static func end(_ memory: UnsafeMutableRawPointer, _ size: Int) {
    if size < mappedSize { unsafe free(memory) } else { unsafe munmap(memory, pages(size)) }
  }

  /// The bytes of the whole pages that hold some bytes.
  private static func pages(_ size: Int) -> Int {
    let page = Int(getpagesize())
    return (size + page - 1) / page * page
  }
}
