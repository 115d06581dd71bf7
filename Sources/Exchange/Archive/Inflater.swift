/// Unpacks a raw DEFLATE stream (RFC 1951) into as many bytes as were announced, and not one more.
///
/// Written here and not taken from zlib: what is unpacked comes from strangers, Swift checks every index, and the
/// program needs no library beside it.
struct Inflater {
  /// Why a stream cannot be unpacked.
  enum Fault: Error, Hashable {
    /// It ends too early.
    case truncated
    /// It breaks the rules of the format.
    case malformed
    /// It gives more bytes than were announced.
    case tooLong
    /// It gives fewer bytes than were announced.
    case tooShort
  }

  private let bytes: ArraySlice<UInt8>
  private let size: Int
  private var output: [UInt8] = []
  /// The next byte to take into the bits.
  private var index: Int
  /// Bits that were taken and not used yet, the next one lowest.
  private var bits: UInt64 = 0
  private var bitCount = 0

  private init(_ bytes: ArraySlice<UInt8>, size: Int) {
    self.bytes = bytes
    self.size = size
    index = bytes.startIndex
    // What is announced is not believed before it is there.
    output.reserveCapacity(min(size, bytes.count * 8))
  }

  /// Unpacks a stream.
  ///
  /// - Parameters:
  ///   - bytes: The stream, and nothing behind it.
  ///   - size: How many bytes it gives.
  /// - Returns: Those bytes.
  /// - Throws: The first fault.
  static func unpack(_ bytes: ArraySlice<UInt8>, size: Int) throws(Fault) -> [UInt8] {
    var inflater = Inflater(bytes, size: size)
    while try !inflater.block() {}
    guard inflater.index == bytes.endIndex, inflater.bitCount < 8 else { throw .malformed }
    guard inflater.output.count == size else { throw .tooShort }
    return inflater.output
  }

  /// Reads a block; the result is whether it was the last one.
  private mutating func block() throws(Fault) -> Bool {
    let isLast = try take(1) == 1
    switch try take(2) {
    case 0: try stored()
    case 1: try compressed(Self.fixedLiterals, Self.fixedDistances)
    case 2:
      let (literals, distances) = try dynamicTables()
      try compressed(literals, distances)
    default: throw .malformed
    }
    return isLast
  }

  private mutating func stored() throws(Fault) {
    _ = try take(bitCount % 8)
    let length = try take(16)
    guard try take(16) == length ^ 0xFFFF else { throw .malformed }
    for _ in 0..<length { try append(UInt8(try take(8))) }
  }

  private mutating func compressed(_ literals: HuffmanTable, _ distances: HuffmanTable)
    throws(Fault)
  {
    while true {
      let symbol = try decode(literals)
      if symbol < 256 {
        try append(UInt8(symbol))
        continue
      }
      guard symbol > 256 else { return }
      guard symbol < 286 else { throw .malformed }
      let length = Self.lengths[symbol - 257]
      var count = length.base + (try take(length.extra))
      let code = try decode(distances)
      guard code < 30 else { throw .malformed }
      let distance = Self.distances[code].base + (try take(Self.distances[code].extra))
      guard distance <= output.count else { throw .malformed }
      guard output.count + count <= size else { throw .tooLong }
      var source = output.count - distance
      while count > 0 {
        output.append(output[source])
        source += 1
        count -= 1
      }
    }
  }

  private mutating func dynamicTables() throws(Fault) -> (HuffmanTable, HuffmanTable) {
    let literals = try take(5) + 257
    let distances = try take(5) + 1
    let codes = try take(4) + 4
    guard literals <= 286, distances <= 30 else { throw .malformed }
    var lengths = [UInt8](repeating: 0, count: 19)
    for place in Self.lengthOrder[..<codes] { lengths[place] = UInt8(try take(3)) }
    let table = try HuffmanTable(lengths[...])
    lengths = []
    while lengths.count < literals + distances {
      let symbol = try decode(table)
      switch symbol {
      case 0..<16: lengths.append(UInt8(symbol))
      case 16:
        guard let last = lengths.last else { throw .malformed }
        lengths += Array(repeating: last, count: try take(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try take(3) + 3)
      default: lengths += Array(repeating: 0, count: try take(7) + 11)
      }
    }
    guard lengths.count == literals + distances, lengths[256] > 0 else { throw .malformed }
    return (try HuffmanTable(lengths[..<literals]), try HuffmanTable(lengths[literals...]))
  }

  private mutating func decode(_ table: HuffmanTable) throws(Fault) -> Int {
    refill()
    let entry = table.entries[Int(truncatingIfNeeded: bits) & (table.entries.count - 1)]
    let length = Int(entry & 15)
    guard length > 0 else { throw bitCount < 15 ? .truncated : .malformed }
    guard length <= bitCount else { throw .truncated }
    bits >>= UInt64(length)
    bitCount -= length
    return Int(entry >> 4)
  }

  private mutating func take(_ count: Int) throws(Fault) -> Int {
    guard count > 0 else { return 0 }
    refill()
    guard count <= bitCount else { throw .truncated }
    let value = Int(truncatingIfNeeded: bits) & ((1 << count) - 1)
    bits >>= UInt64(count)
    bitCount -= count
    return value
  }

  private mutating func refill() {
    while bitCount <= 48, index < bytes.endIndex {
      bits |= UInt64(bytes[index]) << UInt64(bitCount)
      index += 1
      bitCount += 8
    }
  }

  private mutating func append(_ byte: UInt8) throws(Fault) {
    guard output.count < size else { throw .tooLong }
    output.append(byte)
  }
}

extension Inflater {
  private typealias Step = (base: Int, extra: Int)

  /// The lengths that the symbols 257 to 285 stand for, RFC 1951, 3.2.5.
  private static let lengths: [Step] =
    steps(
      from: 3,
      extras: Array(repeating: 0, count: 8) + (1...5).flatMap { Array(repeating: $0, count: 4) }
    ) + [(258, 0)]

  /// The distances that the symbols 0 to 29 stand for.
  private static let distances = steps(
    from: 1,
    extras: [0, 0, 0, 0] + (1...13).flatMap { [$0, $0] }
  )

  private static func steps(from start: Int, extras: [Int]) -> [Step] {
    var base = start
    return extras.map { extra in
      defer { base += 1 << extra }
      return (base, extra)
    }
  }

  private static let lengthOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  private static let fixedLiterals = HuffmanTable(
    fixed: Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
      + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8)
  )
  private static let fixedDistances = HuffmanTable(fixed: Array(repeating: 5, count: 32))
}

/// Codes of a prefix code, looked up by as many bits as the longest has.
struct HuffmanTable {
  /// By the next bits: the symbol, and in the lowest four bits how many bits its code has; 0 for no code.
  let entries: [UInt16]

  /// Builds the canonical code of some lengths; unlike zlib no code may be left unused but a single one of one bit.
  init(_ lengths: ArraySlice<UInt8>) throws(Inflater.Fault) {
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths where length > 0 { counts[Int(length)] += 1 }
    var left = 1
    for count in counts[1...] {
      left = left * 2 - count
      guard left >= 0 else { throw .malformed }
    }
    let used = counts.reduce(0, +)
    guard left == 0 || used == 0 || (used == 1 && counts[1] == 1) else { throw .malformed }
    entries = Self.entries(lengths, counts)
  }

  /// Builds a code that is known to be right.
  init(fixed lengths: [UInt8]) {
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths { counts[Int(length)] += 1 }
    entries = Self.entries(lengths[...], counts)
  }

  private static func entries(_ lengths: ArraySlice<UInt8>, _ counts: [Int]) -> [UInt16] {
    let width = counts.lastIndex { $0 > 0 } ?? 0
    var next = [Int](repeating: 0, count: 17)
    for length in 1...15 { next[length + 1] = (next[length] + counts[length]) << 1 }
    var entries = [UInt16](repeating: 0, count: 1 << width)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let bits = Int(length)
      // Codes are sent from their highest bit.
      var code = 0
      for bit in 0..<bits where next[bits] >> bit & 1 == 1 { code |= 1 << (bits - 1 - bit) }
      next[bits] += 1
      for index in stride(from: code, to: entries.count, by: 1 << bits) {
        entries[index] = UInt16(symbol << 4 | bits)
      }
    }
    return entries
  }
}
