import Glibc
import JSONLines
import TestSupport
import Testing

@testable import Ledger

/// Short texts as machine words say the same as their bytes do.
struct ShortTextTests {
  private static func words(_ bytes: some Collection<UInt8>) -> [UInt64] {
    var words: [UInt64] = [0, 0, 0]
    for (index, byte) in bytes.prefix(ShortText.maximumCount).enumerated() {
      words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
    }
    return words
  }

  @Test func `a text is copied whole, and no byte before or behind it is read`() {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let all = unsafe mmap(nil, 3 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory = unsafe all, unsafe memory != MAP_FAILED else {
      Issue.record("no memory")
      return
    }
    defer { unsafe munmap(memory, 3 * page) }
    // Whoever reads a byte of the pages around this one is ended.
    let middle = unsafe memory + page
    guard unsafe mprotect(middle, page, PROT_READ | PROT_WRITE) == 0 else {
      Issue.record("no page")
      return
    }
    var random = SeededRandom(7)
    for count in 0...40 {
      for start in [0, page - count] {
        let bytes = (0..<count).map { _ in UInt8(random.roll(256)) }
        let place = unsafe middle + start
        for (index, byte) in bytes.enumerated() {
          // Within the page.
          unsafe place.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
        }
        let text = unsafe ShortText(copying: place, count)
        #expect(text.list == Self.words(bytes), "\(count) bytes at \(start)")
      }
    }
  }

  @Test func `capitals become small letters, and of what is not visible ASCII nothing is said`() {
    var random = SeededRandom(11)
    for _ in 0..<20_000 {
      let count = random.roll(25)
      var bytes = (0..<count).map { _ in UInt8(0x21 + random.roll(0x80 - 0x21)) }
      let isOdd = count > 0 && random.roll(2) == 0
      if isOdd {
        bytes[random.roll(count)] = random.pick([0, 9, 0x20, 0x1F, 0x80, 0xC3, 0xE4, 0xFF])
      }
      let small = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      let expected = isOdd ? nil : Self.words(small)
      #expect(ShortText(bytes.span).lowered(count)?.list == expected, "\(bytes)")
    }
  }

  @Test func `the hash of a value is that of its folded text`() {
    var random = SeededRandom(13)
    let pieces = ["CN", "a1", "Z", "@[`{", " ", "示", "〇", "／", "é", "-", "9", "\u{7F}", "\t"]
    var folded = FoldedHash()
    for _ in 0..<20_000 {
      let text = (0..<random.roll(14)).map { _ in random.pick(pieces) }.joined()
      let bytes = Array("\"\(text)\"".utf8)
      let value = RawJSON(kind: .string, start: 0, end: bytes.count)
      let hash = unsafe bytes.withUnsafeBytes { unsafe folded.hash(value, $0) }
      #expect(hash == KeyHash.of(Folding.key(text)), "\(text)")
    }
  }

  @Test(arguments: 1...20)
  func `rows have the same number where their values are the same, in any order of rows`(seed: Int)
    throws
  {
    let bytes = ToolLines(UInt64(seed)).file
    let snapshot = Snapshot(Factory.catalog, commit: 1) { schema in
      schema === Tool.schema
        ? DataFile(schema, Bytes(bytes), size: bytes.count, largeSize: 0) : nil
    }
    let columns = try snapshot.columns(Tool.schema, [Tool.name.definition])
    var random = SeededRandom(seed)
    let rows = columns.rows.shuffled(using: &random)
    let numbers = columns.numbers(of: Tool.name.definition, in: rows)
    let values = numbers.values(as: String.self)
    let names = try columns.records(of: rows).map { $0[Tool.name] }
    #expect(numbers.numbers.map { values[$0] } == names)
    // Equal texts of other bytes are other values.
    #expect(Set(numbers.numbers).count == Set(names.map { $0.map { Array($0.utf8) } }).count)
  }

  @Test func `places that were touched hold what they held`() {
    var map = OrdinalMap()
    var random = SeededRandom(17)
    let hashes = (0..<5_000).map { _ in UInt32(truncatingIfNeeded: random.next()) }
    map.touch(hashes[...])
    for (index, hash) in hashes.enumerated() { map.insert(hash, index) }
    map.touch(hashes[...])
    #expect(hashes.enumerated().allSatisfy { map.ordinals($1).contains($0) })
  }
}
