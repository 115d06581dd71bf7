/// The hash SHA-256 (FIPS 180-4), fed piece by piece.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A,
    0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  private var block: [UInt8] = []
  private var length: UInt64 = 0
  private var schedule = [UInt32](repeating: 0, count: 64)

  /// Starts a hash of nothing.
  public init() {
    block.reserveCapacity(64)
  }

  /// Hashes bytes at once.
  ///
  /// - Parameter bytes: The bytes.
  /// - Returns: The hash in lower-case hexadecimal digits.
  public static func hash(_ bytes: [UInt8]) -> String {
    hash(bytes.span)
  }

  /// Hashes bytes at once.
  ///
  /// - Parameter bytes: The bytes.
  /// - Returns: The hash in lower-case hexadecimal digits.
  public static func hash(_ bytes: Span<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// Adds bytes.
  ///
  /// - Parameter bytes: The bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    length &+= UInt64(bytes.count)
    var index = 0
    while index < bytes.count {
      if block.isEmpty, bytes.count - index >= 64 {
        compress(bytes, at: index)
        index += 64
        continue
      }
      block.append(bytes[index])
      index += 1
      if block.count == 64 { flush() }
    }
  }

  /// Ends the hash.
  ///
  /// - Returns: The hash in lower-case hexadecimal digits.
  public consuming func finish() -> String {
    let bits = length &* 8
    block.append(0x80)
    if block.count == 64 { flush() }
    while block.count != 56 {
      block.append(0)
      if block.count == 64 { flush() }
    }
    for place in 0..<8 { block.append(UInt8(truncatingIfNeeded: bits &>> UInt64(56 - place * 8))) }
    flush()
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for word in state {
      for place in 0..<8 { digits.append(Self.digits[Int(word &>> UInt32(28 - place * 4) & 0xF)]) }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private mutating func flush() {
    let full = block
    block.removeAll(keepingCapacity: true)
    compress(full.span, at: 0)
  }

  private mutating func compress(_ bytes: Span<UInt8>, at start: Int) {
    // Each buffer is used within its closure only, below its count: 64 bytes, 64 words, 8 words.
    unsafe bytes.extracting(start..<(start + 64)).withUnsafeBufferPointer { block in
      unsafe schedule.withUnsafeMutableBufferPointer { schedule in
        unsafe Self.constants.withUnsafeBufferPointer { constants in
          unsafe state.withUnsafeMutableBufferPointer { state in
            guard let block = block.baseAddress,
              let schedule = schedule.baseAddress,
              let constants = constants.baseAddress, let state = state.baseAddress
            else { return }
            unsafe Self.compress(block, schedule, constants, state)
          }
        }
      }
    }
  }

  // Plain loops over pointers, and shifts that ask nothing: fast in debug builds too.
  private static func compress(
    _ block: UnsafePointer<UInt8>,
    _ schedule: UnsafeMutablePointer<UInt32>,
    _ constants: UnsafePointer<UInt32>,
    _ state: UnsafeMutablePointer<UInt32>
  ) {
    var word = 0
    while word < 16 {
      let offset = word &* 4
      let high =
        unsafe UInt32(truncatingIfNeeded: block[offset]) &<< 24
        | UInt32(truncatingIfNeeded: block[offset &+ 1]) &<< 16
      let low =
        unsafe UInt32(truncatingIfNeeded: block[offset &+ 2]) &<< 8
        | UInt32(truncatingIfNeeded: block[offset &+ 3])
      unsafe schedule[word] = high | low
      word &+= 1
    }
    while word < 64 {
      let a = unsafe schedule[word &- 15]
      let b = unsafe schedule[word &- 2]
      let small = (a &>> 7 | a &<< 25) ^ (a &>> 18 | a &<< 14) ^ (a &>> 3)
      let large = (b &>> 17 | b &<< 15) ^ (b &>> 19 | b &<< 13) ^ (b &>> 10)
      unsafe schedule[word] = schedule[word &- 16] &+ small &+ schedule[word &- 7] &+ large
      word &+= 1
    }
    var (a, b, c, d) = unsafe (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = unsafe (state[4], state[5], state[6], state[7])
    var round = 0
    while round < 64 {
      let choice = (e & f) ^ (~e & g)
      let large = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
      let first = unsafe h &+ large &+ choice &+ constants[round] &+ schedule[round]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let small = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
      h = g
      g = f
      f = e
      e = d &+ first
      d = c
      c = b
      b = a
      a = first &+ small &+ majority
      round &+= 1
    }
    unsafe state[0] &+= a
    unsafe state[1] &+= b
    unsafe state[2] &+= c
    unsafe state[3] &+= d
    unsafe state[4] &+= e
    unsafe state[5] &+= f
    unsafe state[6] &+= g
    unsafe state[7] &+= h
  }

  private static let digits = Array("0123456789abcdef".utf8)
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
