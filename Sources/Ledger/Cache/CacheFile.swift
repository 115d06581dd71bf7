import Glibc

/// A cache file: words that say what it is, then blocks of numbers, each with its own checksum.
///
/// The head and each block that is used are checked; whatever does not fit makes the file count as missing.
struct CacheFile: Sendable {
  /// The version of the form; another version is not read.
  static let version: UInt64 = 5
  static let magic: UInt64 = 0x3143_444C_5244_4E42
  // Magic, version, sum of the head, number of words, number of blocks.
  private static let fixed = 5

  /// What the file is about.
  let words: [UInt64]
  private let bytes: Bytes
  /// Offset, size in bytes and checksum of each block.
  private let blocks: [(offset: Int, size: Int, sum: UInt64)]

  /// How many blocks there are.
  var blockCount: Int { blocks.count }

  /// Reads the head of a file; `nil` where it is torn, altered, or of another version.
  init?(_ bytes: Bytes) {
    func word(_ index: Int) -> UInt64? {
      guard index >= 0, index < bytes.count / 8 else { return nil }
      return bytes.withSpan { span in
        (0..<8).reduce(0) { $0 | UInt64(span[index * 8 + $1]) << UInt64($1 * 8) }
      }
    }
    guard word(0) == Self.magic, word(1) == Self.version, let sum = word(2), let words = word(3),
      let blocks = word(4), words < 1 << 16, blocks < 1 << 16
    else { return nil }
    let count = Self.fixed + Int(words) + Int(blocks) * 2
    var head: [UInt64] = []
    for index in 0..<count {
      guard let value = word(index) else { return nil }
      head.append(index == 2 ? 0 : value)
    }
    guard Checksum.of(head) == sum else { return nil }
    self.words = Array(head[Self.fixed..<Self.fixed + Int(words)])
    var offset = count * 8
    var list: [(offset: Int, size: Int, sum: UInt64)] = []
    for index in 0..<Int(blocks) {
      let place = Self.fixed + Int(words) + index * 2
      guard let size = Int(exactly: head[place]), size <= bytes.count - offset else { return nil }
      list.append((offset, size, head[place + 1]))
      offset += Self.rounded(size)
    }
    self.bytes = bytes
    self.blocks = list
  }

  /// Returns a block; `nil` where it was torn or altered.
  func block<Element>(_ index: Int, of type: Element.Type) -> Block<Element>? {
    guard let block = unproven(index, of: type), isRight(block, index) else { return nil }
    return block
  }

  /// Returns a block that is proven when it is first asked for, and made anew where it was altered.
  func late(_ index: Int, _ make: @escaping @Sendable () -> Block<UInt32>) -> LateBlock? {
    guard let block = unproven(index, of: UInt32.self) else { return nil }
    return LateBlock(block, isRight: { isRight(block, index) }, make: make)
  }

  private func isRight<Element>(_ block: Block<Element>, _ index: Int) -> Bool {
    unsafe block.withPointer { numbers in
      // The numbers are lent for as long as the closure runs.
      let bytes = UnsafeRawBufferPointer(numbers)
      unsafe Pages.expect(bytes)
      return unsafe Checksum.of(bytes) == blocks[index].sum
    }
  }

  /// The number of bytes of a block.
  func size(_ index: Int) -> Int { blocks[index].size }

  /// Returns a block that may have been altered: whoever uses a part of it proves that part.
  func unproven<Element>(_ index: Int, of type: Element.Type) -> Block<Element>? {
    guard index < blocks.count else { return nil }
    let (offset, size, _) = blocks[index]
    let stride = MemoryLayout<Element>.stride
    guard size % stride == 0 else { return nil }
    return Block<Element>(bytes, at: offset, count: size / stride)
  }

  /// The bytes of the head with other words, as many as before.
  func head(with words: [UInt64]) -> [UInt8] {
    Self.head(words, blocks.map { ($0.size, $0.sum) })
  }

  /// A file of words only.
  static func whole(_ words: [UInt64]) -> [UInt8] { head(words, []) }

  private static func head(_ words: [UInt64], _ blocks: [(Int, UInt64)]) -> [UInt8] {
    var head = [magic, version, 0, UInt64(words.count), UInt64(blocks.count)] + words
    for (size, sum) in blocks { head += [UInt64(size), sum] }
    head[2] = Checksum.of(head)
    return head.flatMap(bytes(of:))
  }

  /// Returns the pieces of a file.
  static func pieces(_ words: [UInt64], _ blocks: [CacheBlock]) -> [CachePiece] {
    var pieces = [CachePiece(head(words, blocks.map { ($0.size, $0.sum) }))]
    for block in blocks {
      pieces.append(block.piece)
      pieces.append(CachePiece([UInt8](repeating: 0, count: rounded(block.size) - block.size)))
    }
    return pieces
  }

  private static func bytes(of word: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
  }

  private static func rounded(_ size: Int) -> Int { (size + 7) & ~7 }
}

/// A block that is about to be written.
struct CacheBlock {
  let piece: CachePiece
  let size: Int
  let sum: UInt64

  init<Element>(_ block: Block<Element>) {
    piece = CachePiece(block)
    size = block.count * MemoryLayout<Element>.stride
    sum = unsafe block.withPointer { unsafe Checksum.of(UnsafeRawBufferPointer($0)) }
  }
}

extension CacheBlock {
  /// Takes a block of which each part has a checksum elsewhere.
  init<Element>(unproven block: Block<Element>) {
    piece = CachePiece(block)
    size = block.count * MemoryLayout<Element>.stride
    sum = 0
  }
}
