#if arch(x86_64)
private import _Builtin_intrinsics.intel
private import _Builtin_intrinsics.intel.cpuid

/// SHA-256 by the processor's own instructions, which take four rounds of a vector of four words.
extension SHA256 {
  /// Whether this processor has the instructions.
  static let hasInstructions: Bool = {
    var (a, b, c, d): (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    // It writes these four words only; bit 29 of the second one of leaf 7 tells.
    return unsafe __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && b & 1 << 29 != 0
  }()

  /// Takes whole blocks into a state, on a processor that has the instructions.
  static func compressByInstructions(
    _ bytes: UnsafeRawBufferPointer,
    _ constants: UnsafePointer<UInt32>,
    _ state: inout [UInt32]
  ) {
    guard var block = bytes.baseAddress else { return }
    // Each block has 16 words; there are 64 constants.
    let constants = unsafe UnsafeRawPointer(constants)
    // The state stays in registers from block to block.
    var halves = Halves(state)
    for _ in 0..<bytes.count / 64 {
      let before = halves
      var (w0, w1) = unsafe (words(block, 0), words(block, 16))
      var (w2, w3) = unsafe (words(block, 32), words(block, 48))
      unsafe halves.take(w0 &+ load(constants, 0))
      unsafe halves.take(w1 &+ load(constants, 16))
      unsafe halves.take(w2 &+ load(constants, 32))
      unsafe halves.take(w3 &+ load(constants, 48))
      var step = 64
      while step < 256 {
        extend(&w0, w1, w2, w3)
        unsafe halves.take(w0 &+ load(constants, step))
        extend(&w1, w2, w3, w0)
        unsafe halves.take(w1 &+ load(constants, step &+ 16))
        extend(&w2, w3, w0, w1)
        unsafe halves.take(w2 &+ load(constants, step &+ 32))
        extend(&w3, w0, w1, w2)
        unsafe halves.take(w3 &+ load(constants, step &+ 48))
        step &+= 64
      }
      halves.add(before)
      unsafe block += 64
    }
    halves.write(to: &state)
  }

  /// The eight words of a state as the instructions want them.
  private struct Halves {
    /// The words f, e, b, a.
    private var inner: SIMD4<UInt32>
    /// The words h, g, d, c.
    private var outer: SIMD4<UInt32>

    @inline(__always)
    init(_ state: [UInt32]) {
      inner = SIMD4(state[5], state[4], state[1], state[0])
      outer = SIMD4(state[7], state[6], state[3], state[2])
    }

    /// Four rounds, of four words with their constants added.
    @inline(__always)
    mutating func take(_ words: SIMD4<UInt32>) {
      let late = SIMD4(words[2], words[3], 0, 0)
      outer = vector(_mm_sha256rnds2_epu32(bits(outer), bits(inner), bits(words)))
      inner = vector(_mm_sha256rnds2_epu32(bits(inner), bits(outer), bits(late)))
    }

    @inline(__always)
    mutating func add(_ other: Halves) {
      inner &+= other.inner
      outer &+= other.outer
    }

    @inline(__always)
    func write(to state: inout [UInt32]) {
      (state[0], state[1], state[2], state[3]) = (inner[3], inner[2], outer[3], outer[2])
      (state[4], state[5], state[6], state[7]) = (inner[1], inner[0], outer[1], outer[0])
    }
  }

  /// The four words of the schedule sixteen rounds later, of those up to twelve rounds later than them.
  @inline(__always)
  private static func extend(
    _ words: inout SIMD4<UInt32>,
    _ next: SIMD4<UInt32>,
    _ third: SIMD4<UInt32>,
    _ fourth: SIMD4<UInt32>
  ) {
    let small = vector(_mm_sha256msg1_epu32(bits(words), bits(next)))
    let ninth = SIMD4(third[1], third[2], third[3], fourth[0])
    words = vector(_mm_sha256msg2_epu32(bits(small &+ ninth), bits(fourth)))
  }

  /// Four big-endian words.
  @inline(__always)
  private static func words(_ bytes: UnsafeRawPointer, _ offset: Int) -> SIMD4<UInt32> {
    let words = unsafe load(bytes, offset)
    let low = SIMD4<UInt32>(repeating: 0x00FF_00FF)
    let swapped = (words &>> 8) & low | (words & low) &<< 8
    return swapped &>> 16 | swapped &<< 16
  }

  @inline(__always)
  private static func load(_ bytes: UnsafeRawPointer, _ offset: Int) -> SIMD4<UInt32> {
    unsafe bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt32>.self)
  }
}

// Both types are sixteen bytes without any that could be invalid.

@inline(__always)
private func bits(_ words: SIMD4<UInt32>) -> __m128i {
  unsafe unsafeBitCast(words, to: __m128i.self)
}

@inline(__always)
private func vector(_ bits: __m128i) -> SIMD4<UInt32> {
  unsafe unsafeBitCast(bits, to: SIMD4<UInt32>.self)
}
#else
extension SHA256 {
  /// Whether this processor has the instructions: none that this code knows.
  static let hasInstructions = false

  static func compressByInstructions(
    _ bytes: UnsafeRawBufferPointer,
    _ constants: UnsafePointer<UInt32>,
    _ state: inout [UInt32]
  ) {
    preconditionFailure("No instructions are known.")
  }
}
#endif
