/// A sum by which torn and altered bytes are noticed.
enum Checksum {
  static func of(_ words: [UInt64]) -> UInt64 {
    // The pointer is used within the closure only.
    unsafe words.withUnsafeBytes { unsafe of($0) }
  }

  /// Sums bytes.
  ///
  /// Each word is multiplied, its lower half by its upper one, after a key was mixed in that is another at
  /// every place: eight words at a time, as fast as memory.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sums = SIMD8<UInt64>(repeating: 0)
    var key = SIMD8<UInt64>(
      0xBE4B_A423_396C_FEB8,
      0x1CAD_21F7_2C81_017C,
      0xDB97_9083_E96D_D4DE,
      0x1F67_B3B7_A4A4_4072,
      0x78E5_C0CC_4EE6_79CB,
      0x2172_FFCC_7DD0_5A82,
      0x8E24_43F7_7446_08B8,
      0x4C26_3A81_E690_35E0
    )
    let step = SIMD8<UInt64>(repeating: 0x9E37_79B9_7F4A_7C15)
    let lower = SIMD8<UInt64>(repeating: 0xFFFF_FFFF)
    let half = SIMD8<UInt64>(repeating: 32)
    var offset = 0
    while offset + 64 <= bytes.count {
      // 64 bytes are there.
      let next = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
      let mixed = next ^ key
      sums &+= (mixed & lower) &* (mixed &>> half) &+ next
      key &+= step
      offset += 64
    }
    var sum = UInt64(bytes.count)
    for index in 0..<8 { sum = (sum ^ sums[index]) &* 0xD6E8_FEB8_6659_FD93 ^ sum >> 31 }
    while offset + 8 <= bytes.count {
      // 8 bytes are there.
      let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      sum = (sum ^ word) &* 0xD6E8_FEB8_6659_FD93
      sum ^= sum >> 29
      offset += 8
    }
    while offset < bytes.count {
      sum = (sum ^ UInt64(unsafe bytes[offset])) &* 0xD6E8_FEB8_6659_FD93
      sum ^= sum >> 29
      offset += 1
    }
    return sum
  }
}
