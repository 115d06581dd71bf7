/// Bytes that only grow, in blocks, so that growing copies nothing.
package struct PackedBytes: Sendable {
  // What begins within a block's length stands in that block, whole.
  private static let length = 1 << 20

  private var full: [[UInt8]] = []
  private var last: [UInt8] = []

  package init() {}

  /// Starts something that is read from here on.
  package mutating func begin() -> Int {
    if last.count > Self.length - 1024 {
      full.append(last)
      last = []
      // Small rounds are many; only large ones have a second block.
      last.reserveCapacity(Self.length)
    }
    return full.count * Self.length + last.count
  }

  package mutating func append(_ byte: UInt8) {
    last.append(byte)
  }

  /// Appends a number that is not negative, seven bits a byte.
  package mutating func append(number: Int) {
    append(bits: UInt64(number))
  }

  /// Appends a number, small where it is near zero.
  package mutating func append(signed number: Int64) {
    append(bits: UInt64(bitPattern: number << 1 ^ number >> 63))
  }

  private mutating func append(bits: UInt64) {
    var rest = bits
    while rest > 0x7F {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  fileprivate func block(at place: Int) -> (bytes: [UInt8], index: Int) {
    let block = place / Self.length
    return (block < full.count ? full[block] : last, place % Self.length)
  }
}

/// Reads what ``PackedBytes`` holds.
package struct PackedReader {
  private let bytes: [UInt8]
  private var index: Int

  package init(_ packed: PackedBytes, at place: Int) {
    (bytes, index) = packed.block(at: place)
  }

  package mutating func byte() -> UInt8 {
    index += 1
    return bytes[index - 1]
  }

  package mutating func number() -> Int {
    Int(bits())
  }

  package mutating func signed() -> Int64 {
    let bits = bits()
    return Int64(bitPattern: bits >> 1) ^ -Int64(bits & 1)
  }

  private mutating func bits() -> UInt64 {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = byte()
      result |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return result }
      shift += 7
    }
  }
}
