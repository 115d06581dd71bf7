extension SHA256 {
  /// Takes whole blocks of 64 bytes into a state, by the processor's instructions where it has them.
  static func compress(
    _ bytes: Span<UInt8>,
    _ state: inout [UInt32],
    byInstructions: Bool = hasInstructions
  ) {
    precondition(bytes.count % 64 == 0)
    // Both buffers are used within the closures only, below their counts: whole blocks, 64 constants.
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe constants.withUnsafeBufferPointer { constants in
        guard let first = bytes.baseAddress, let constants = constants.baseAddress else { return }
        guard !byInstructions else {
          return unsafe compressByInstructions(bytes, constants, &state)
        }
        for start in stride(from: 0, to: bytes.count, by: 64) {
          unsafe compressByWords(first + start, constants, &state)
        }
      }
    }
  }

  /// Takes one block into a state.
  ///
  /// The words of the schedule and of the state stay in registers, and change their parts instead of their places: a third
  /// faster than loops over arrays, in debug builds too.
  private static func compressByWords(
    _ block: UnsafeRawPointer,
    _ constants: UnsafePointer<UInt32>,
    _ state: inout [UInt32]
  ) {
    // The block has 16 words; there are 64 constants.
    var (w0, w1, w2, w3) = unsafe (word(block, 0), word(block, 1), word(block, 2), word(block, 3))
    var (w4, w5, w6, w7) = unsafe (word(block, 4), word(block, 5), word(block, 6), word(block, 7))
    var (w8, w9, w10, w11) = unsafe (
      word(block, 8), word(block, 9), word(block, 10), word(block, 11)
    )
    var (w12, w13, w14, w15) = unsafe (
      word(block, 12), word(block, 13), word(block, 14), word(block, 15)
    )
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    unsafe round(a, b, c, &d, e, f, g, &h, constants[0] &+ w0)
    unsafe round(h, a, b, &c, d, e, f, &g, constants[1] &+ w1)
    unsafe round(g, h, a, &b, c, d, e, &f, constants[2] &+ w2)
    unsafe round(f, g, h, &a, b, c, d, &e, constants[3] &+ w3)
    unsafe round(e, f, g, &h, a, b, c, &d, constants[4] &+ w4)
    unsafe round(d, e, f, &g, h, a, b, &c, constants[5] &+ w5)
    unsafe round(c, d, e, &f, g, h, a, &b, constants[6] &+ w6)
    unsafe round(b, c, d, &e, f, g, h, &a, constants[7] &+ w7)
    unsafe round(a, b, c, &d, e, f, g, &h, constants[8] &+ w8)
    unsafe round(h, a, b, &c, d, e, f, &g, constants[9] &+ w9)
    unsafe round(g, h, a, &b, c, d, e, &f, constants[10] &+ w10)
    unsafe round(f, g, h, &a, b, c, d, &e, constants[11] &+ w11)
    unsafe round(e, f, g, &h, a, b, c, &d, constants[12] &+ w12)
    unsafe round(d, e, f, &g, h, a, b, &c, constants[13] &+ w13)
    unsafe round(c, d, e, &f, g, h, a, &b, constants[14] &+ w14)
    unsafe round(b, c, d, &e, f, g, h, &a, constants[15] &+ w15)
    var step = 16
    while step < 64 {
      extend(&w0, w1, w9, w14)
      unsafe round(a, b, c, &d, e, f, g, &h, constants[step &+ 0] &+ w0)
      extend(&w1, w2, w10, w15)
      unsafe round(h, a, b, &c, d, e, f, &g, constants[step &+ 1] &+ w1)
      extend(&w2, w3, w11, w0)
      unsafe round(g, h, a, &b, c, d, e, &f, constants[step &+ 2] &+ w2)
      extend(&w3, w4, w12, w1)
      unsafe round(f, g, h, &a, b, c, d, &e, constants[step &+ 3] &+ w3)
      extend(&w4, w5, w13, w2)
      unsafe round(e, f, g, &h, a, b, c, &d, constants[step &+ 4] &+ w4)
      extend(&w5, w6, w14, w3)
      unsafe round(d, e, f, &g, h, a, b, &c, constants[step &+ 5] &+ w5)
      extend(&w6, w7, w15, w4)
      unsafe round(c, d, e, &f, g, h, a, &b, constants[step &+ 6] &+ w6)
      extend(&w7, w8, w0, w5)
      unsafe round(b, c, d, &e, f, g, h, &a, constants[step &+ 7] &+ w7)
      extend(&w8, w9, w1, w6)
      unsafe round(a, b, c, &d, e, f, g, &h, constants[step &+ 8] &+ w8)
      extend(&w9, w10, w2, w7)
      unsafe round(h, a, b, &c, d, e, f, &g, constants[step &+ 9] &+ w9)
      extend(&w10, w11, w3, w8)
      unsafe round(g, h, a, &b, c, d, e, &f, constants[step &+ 10] &+ w10)
      extend(&w11, w12, w4, w9)
      unsafe round(f, g, h, &a, b, c, d, &e, constants[step &+ 11] &+ w11)
      extend(&w12, w13, w5, w10)
      unsafe round(e, f, g, &h, a, b, c, &d, constants[step &+ 12] &+ w12)
      extend(&w13, w14, w6, w11)
      unsafe round(d, e, f, &g, h, a, b, &c, constants[step &+ 13] &+ w13)
      extend(&w14, w15, w7, w12)
      unsafe round(c, d, e, &f, g, h, a, &b, constants[step &+ 14] &+ w14)
      extend(&w15, w0, w8, w13)
      unsafe round(b, c, d, &e, f, g, h, &a, constants[step &+ 15] &+ w15)
      step &+= 16
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func word(_ block: UnsafeRawPointer, _ index: Int) -> UInt32 {
    unsafe UInt32(bigEndian: block.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
  }

  /// One round: the other six words keep their values.
  @inline(__always)
  private static func round(
    _ a: UInt32,
    _ b: UInt32,
    _ c: UInt32,
    _ d: inout UInt32,
    _ e: UInt32,
    _ f: UInt32,
    _ g: UInt32,
    _ h: inout UInt32,
    _ word: UInt32
  ) {
    let large = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
    let choice = g ^ (e & (f ^ g))
    let first = h &+ large &+ choice &+ word
    let small = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
    let majority = (a & b) | (c & (a | b))
    d &+= first
    h = first &+ small &+ majority
  }

  /// The word of the schedule sixteen rounds later, of those one, nine and fourteen rounds later than it.
  @inline(__always)
  private static func extend(_ word: inout UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32) {
    let small = (a &>> 7 | a &<< 25) ^ (a &>> 18 | a &<< 14) ^ (a &>> 3)
    let large = (c &>> 17 | c &<< 15) ^ (c &>> 19 | c &<< 13) ^ (c &>> 10)
    word = word &+ small &+ b &+ large
  }

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
