import Glibc
import Ledger
import Synchronization

/// Bytes of a file, known by a number: equal bytes of one pool are one object.
final class Blob: Sendable {
  let number: UInt32
  let bytes: [UInt8]
  /// The same bytes as a ledger reads them.
  let content: Bytes

  fileprivate init(_ number: UInt32, _ bytes: [UInt8]) {
    self.number = number
    self.bytes = bytes
    content = Bytes(bytes)
  }

  /// Whether other bytes stand at an offset.
  func holds(_ other: [UInt8], at offset: Int = 0) -> Bool {
    guard offset >= 0, bytes.count - offset >= other.count, !other.isEmpty else {
      return other.isEmpty
    }
    return areEqual(bytes, offset, other)
  }
}

/// Whether bytes stand at an offset of others, which have as many there.
private func areEqual(_ bytes: [UInt8], _ offset: Int, _ other: [UInt8]) -> Bool {
  // Both are lent to the call only, which reads as many bytes as both have.
  unsafe bytes.withUnsafeBytes { own in
    unsafe other.withUnsafeBytes { other in
      guard let start = own.baseAddress, let others = other.baseAddress else { return true }
      return unsafe memcmp(start + offset, others, other.count) == 0
    }
  }
}

/// The bytes and names that the disks of one scenario hold, each once: states are compared by numbers,
/// since a debug build compares bytes slowly.
final class Pool: Sendable {
  /// Bytes that are hashed and compared as a whole.
  private struct Key: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) {
      // The bytes are lent to the call only.
      unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }

    static func == (one: Key, other: Key) -> Bool {
      one.bytes.count == other.bytes.count && areEqual(one.bytes, 0, other.bytes)
    }
  }

  private struct State {
    var blobs: [Key: Blob] = [:]
    var names: [String: Name] = [:]
  }

  private let state = Mutex(State())

  /// The one object of bytes.
  func blob(_ bytes: [UInt8]) -> Blob {
    let key = Key(bytes: bytes)
    return state.withLock { state in
      if let blob = state.blobs[key] { return blob }
      let blob = Blob(UInt32(state.blobs.count), bytes)
      state.blobs[key] = blob
      return blob
    }
  }

  /// What is known of a file's name.
  struct Name: Sendable {
    let number: UInt64
    let folder: String
  }

  /// The number of a name, from 1, and its folder.
  func name(_ text: String) -> Name {
    state.withLock { state in
      if let name = state.names[text] { return name }
      let name = Name(number: UInt64(state.names.count) + 1, folder: Disk.folder(of: text))
      state.names[text] = name
      return name
    }
  }
}

/// Mixes numbers to one by which they are told apart.
func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
  // The finalizer of splitmix64.
  var mix = one &* 0x9E37_79B9_7F4A_7C15 ^ (other &+ 0x2545_F491_4F6C_DD1D)
  mix = (mix ^ mix &>> 30) &* 0xBF58_476D_1CE4_E5B9
  mix = (mix ^ mix &>> 27) &* 0x94D0_49BB_1331_11EB
  return mix ^ mix &>> 31
}
