import Glibc

/// Numbers in memory that does not change any more: our own, or part of a mapped file.
@safe struct Block<Element: BitwiseCopyable & Sendable>: Sendable {
  // Keeps the memory.
  private let owner: Bytes
  // Readable for `count` elements for as long as the owner lives.
  nonisolated(unsafe) private let start: UnsafePointer<Element>
  let count: Int

  /// Takes a part of some bytes; `nil` where they do not hold it.
  init?(_ bytes: Bytes, at offset: Int, count: Int) {
    let stride = MemoryLayout<Element>.stride
    guard case .foreign(let region) = bytes.storage, offset >= 0, count >= 0,
      count <= region.count / stride, offset <= region.count - count * stride
    else { return nil }
    let first = unsafe region.start + offset
    guard Int(bitPattern: first) % MemoryLayout<Element>.alignment == 0 else { return nil }
    owner = bytes
    unsafe start = first.assumingMemoryBound(to: Element.self)
    self.count = count
  }

  /// Takes the memory of a growing block over.
  fileprivate init(taking start: UnsafeMutablePointer<Element>, count: Int) {
    nonisolated(unsafe) let memory = unsafe start
    let size = Self.size(count)
    unsafe owner = Bytes(
      start: UnsafeRawPointer(start),
      count: count * MemoryLayout<Element>.stride
    ) {
      unsafe BlockMemory.end(memory, size)
    }
    unsafe self.start = UnsafePointer(start)
    self.count = count
  }

  /// How many bytes the memory of so many numbers has.
  fileprivate static func size(_ count: Int) -> Int { max(count, 1) * MemoryLayout<Element>.stride }

  private init(_ owner: Bytes, _ start: UnsafePointer<Element>, _ count: Int) {
    self.owner = owner
    unsafe self.start = start
    self.count = count
  }

  /// The first numbers, in the same memory.
  func prefix(_ count: Int) -> Block {
    precondition(count >= 0 && count <= self.count)
    return unsafe Block(owner, start, count)
  }

  /// Copies numbers.
  init(_ elements: some Collection<Element>) {
    var growing = Growing<Element>(capacity: elements.count)
    for element in elements { growing.append(element) }
    self = growing.finish()
  }

  /// Fills memory of its own.
  ///
  /// - Parameters:
  ///   - count: How many numbers.
  ///   - fill: Writes every one of them.
  init(uninitialized count: Int, _ fill: (UnsafeMutablePointer<Element>) -> Void) {
    let memory = unsafe BlockMemory.make(Self.size(count))
    let start = unsafe memory.assumingMemoryBound(to: Element.self)
    unsafe fill(start)
    unsafe self.init(taking: start, count: count)
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count)
    return unsafe start[index]
  }

  /// Lends a copy of some numbers; of a file that was kept open without mapping the pages around them, as a few are had
  /// for less.
  func withCopy<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<Element>) -> Result)
    -> Result
  {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let size = range.count * MemoryLayout<Element>.stride
    // The owner lives as long as `self` and holds the range; the copy has room for it, and is filled either way.
    return unsafe withUnsafeTemporaryAllocation(of: Element.self, capacity: range.count) { copy in
      let first = unsafe UnsafeRawPointer(start + range.lowerBound)
      if case .foreign(let region) = owner.storage, let file = region.file,
        unsafe pread(file, copy.baseAddress, size, first - region.start) == size
      {
        return unsafe body(UnsafeBufferPointer(copy))
      }
      if let place = copy.baseAddress { unsafe memcpy(place, first, size) }
      return unsafe body(UnsafeBufferPointer(copy))
    }
  }

  /// Lends the numbers.
  @inline(__always)
  func withPointer<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
    // The owner lives as long as `self`.
    unsafe body(UnsafeBufferPointer(start: start, count: count))
  }
}

/// Numbers in memory that grows at its end.
@safe struct Growing<Element: BitwiseCopyable & Sendable>: ~Copyable {
  private var start: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 16) {
    self.capacity = max(capacity, 16)
    let memory = unsafe BlockMemory.make(Block<Element>.size(self.capacity))
    unsafe start = memory.assumingMemoryBound(to: Element.self)
  }

  deinit {
    unsafe BlockMemory.end(start, Block<Element>.size(capacity))
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: capacity * 2) }
    // There is room: it was made above where there was none.
    unsafe (start + count).initialize(to: element)
    count += 1
  }

  /// Makes room behind the last number: whoever writes there says with ``took(_:)`` how many it wrote.
  @inline(__always)
  mutating func room(_ added: Int) -> UnsafeMutablePointer<Element> {
    if count + added > capacity { grow(to: max(capacity * 2, count + added)) }
    return unsafe start + count
  }

  /// Says that so many numbers were written behind the last.
  @inline(__always)
  mutating func took(_ added: Int) {
    precondition(added >= 0 && added <= capacity - count)
    count += added
  }

  /// Appends bytes from memory that holds them.
  mutating func append(_ bytes: UnsafeRawPointer, count added: Int) {
    precondition(MemoryLayout<Element>.stride == 1)
    if count + added > capacity { grow(to: max(capacity * 2, count + added)) }
    // There is room, and the caller promises `added` bytes.
    unsafe memcpy(start + count, bytes, added)
    count += added
  }

  /// Appends numbers.
  mutating func append(_ block: Block<Element>) {
    if count + block.count > capacity { grow(to: max(capacity * 2, count + block.count)) }
    unsafe block.withPointer { pointer in
      guard let first = pointer.baseAddress else { return }
      // There is room: it was made above where there was none.
      unsafe (start + count).initialize(from: first, count: pointer.count)
    }
    count += block.count
  }

  private mutating func grow(to wanted: Int) {
    let memory = unsafe BlockMemory.resize(
      start,
      from: Block<Element>.size(capacity),
      to: Block<Element>.size(wanted)
    )
    unsafe start = memory.assumingMemoryBound(to: Element.self)
    capacity = wanted
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count)
    return unsafe start[index]
  }

  @inline(__always)
  func pointer(at index: Int) -> UnsafePointer<Element> {
    precondition(index >= 0 && index <= count)
    return unsafe UnsafePointer(start + index)
  }

  /// Ends growing and gives the memory back that is not needed.
  consuming func finish() -> Block<Element> {
    let memory = unsafe BlockMemory.resize(
      start,
      from: Block<Element>.size(capacity),
      to: Block<Element>.size(count)
    )
    let block = unsafe Block(taking: memory.assumingMemoryBound(to: Element.self), count: count)
    discard self
    return block
  }
}
