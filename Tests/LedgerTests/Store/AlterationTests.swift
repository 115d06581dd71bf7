import Ledger
import Testing

/// A ledger of which bytes were altered by somebody else: it never answers otherwise in silence.
struct AlterationTests {
  private enum Alteration: CaseIterable {
    case flip
    case remove
    case double
    case cut
    case nul
  }

  private func alter(_ bytes: [UInt8], at index: Int, _ alteration: Alteration) -> [UInt8] {
    var bytes = bytes
    switch alteration {
    case .flip: bytes[index] ^= 1
    case .remove: bytes.remove(at: index)
    case .double: bytes.insert(bytes[index], at: index)
    case .cut: bytes.removeSubrange(index...)
    case .nul: bytes[index] = 0
    }
    return bytes
  }

  private func lines(_ store: LedgerStore) throws -> [[UInt8]] {
    let snapshot = try store.snapshot().snapshot
    return try [Tool.schema, Workshop.schema].flatMap { schema in
      try snapshot.table(schema).records.map(\.line)
    }
  }

  @Test func `no byte of any file is altered without a finding where an answer would change`()
    throws
  {
    let storage = MemoryStorage()
    let expected = try lines(try LedgerStore.withHistory(storage))
    let files = storage.files
    var states = 0
    var silent: [String] = []
    // What tells git how to merge is no data.
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".jsonl") {
      // Each place is altered in one way, neighbours in different ones.
      for index in stride(from: 0, to: bytes.count, by: 3) {
        let alterations = Alteration.allCases
        let alteration = alterations[(index / 3) % alterations.count]
        var other = files
        other[name] = alter(bytes, at: index, alteration)
        guard other[name] != files[name] else { continue }
        states += 1
        let store = LedgerStore(Factory.catalog, MemoryStorage(other))
        guard let findings = try? store.verify(), findings.isEmpty else { continue }
        silent.append("\(name) \(index) \(alteration)")
        let answer = try? lines(store)
        #expect(answer == expected, "\(name) at \(index): \(alteration)")
      }
    }
    #expect(states > 400)
    #expect(silent.isEmpty, "\(silent.prefix(100))")
  }
}
