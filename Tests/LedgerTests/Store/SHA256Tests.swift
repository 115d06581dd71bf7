import Testing

@testable import Ledger

struct SHA256Tests {
  // The examples of FIPS 180-4 and of the tests that NIST published with it.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
        + "lmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `the published examples have their hashes`(text: String, hash: String) {
    #expect(SHA256.hash(Array(text.utf8)) == hash)
  }

  @Test func `a million times the letter a has its hash`() {
    let million = [UInt8](repeating: 0x61, count: 1_000_000)
    #expect(
      SHA256.hash(million) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    )
  }

  @Test func `every length gives the same hash whole and in pieces`() {
    let bytes = (0...130).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
    for count in 0...130 {
      let message = Array(bytes[..<count])
      let whole = SHA256.hash(message)
      #expect(whole.utf8.count == 64)
      for piece in [1, 3, 55, 56, 63, 64, 65] {
        var hash = SHA256()
        var start = 0
        while start < count {
          let end = min(start + piece, count)
          hash.update(Array(message[start..<end]).span)
          start = end
        }
        #expect(hash.finish() == whole)
      }
    }
  }

  @Test(.enabled(if: SHA256.hasInstructions))
  func `the processor's instructions and words alone take every block alike`() {
    for count in [1, 2, 3, 17, 500] {
      let bytes = (0..<count * 64).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 37 &+ $0 &>> 5) }
      let start = (1...8).map { UInt32(truncatingIfNeeded: $0 &* 0x9E37_79B9 &+ count) }
      var (fast, plain) = (start, start)
      SHA256.compress(bytes.span, &fast)
      SHA256.compress(bytes.span, &plain, byInstructions: false)
      #expect(fast == plain)
      #expect(plain != start)
    }
  }

  @Test func `every length and every changed bit gives another hash`() {
    var seen: Set<String> = []
    for count in 0...130 { seen.insert(SHA256.hash([UInt8](repeating: 0, count: count))) }
    for bit in 0..<1_024 {
      var message = [UInt8](repeating: 0, count: 128)
      message[bit / 8] = 1 << UInt8(bit % 8)
      seen.insert(SHA256.hash(message))
    }
    #expect(seen.count == 131 + 1_024)
  }
}
