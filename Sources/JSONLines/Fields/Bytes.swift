/// One byte sixteen times; comparing a vector with a single byte is thirty times as slow.
enum Bytes {
  @inline(__always) static var quote: SIMD16<UInt8> { SIMD16(repeating: UInt8(ascii: "\"")) }
  @inline(__always) static var backslash: SIMD16<UInt8> { SIMD16(repeating: UInt8(ascii: "\\")) }
  @inline(__always) static var lineEnd: SIMD16<UInt8> { SIMD16<UInt8>(repeating: 0x0A) }
  @inline(__always) static var blank: SIMD16<UInt8> { SIMD16<UInt8>(repeating: 0x20) }
}
