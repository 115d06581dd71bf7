import Glibc
import JSONLines

/// The distinct values of a column as JSON text, each known by a code; code 0 is no value.
struct Values: Sendable {
  /// The offset behind each value's text, that of code 0 first.
  let ends: Block<UInt32>
  let text: Block<UInt8>

  /// How many codes there are, code 0 among them.
  var count: Int { ends.count }

  /// Lends the text of a code.
  func withText<Result>(_ code: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = code > 0 ? Int(ends[code - 1]) : 0
    let end = Int(ends[code])
    precondition(start <= end && end <= text.count)
    return unsafe text.withPointer { buffer in
      // The range lies within the text, as was just checked.
      unsafe body(Span(_unsafeElements: UnsafeBufferPointer(rebasing: buffer[start..<end])))
    }
  }

  /// Reads the value of a code.
  func value<Value: FieldValue>(_ code: Int, as type: Value.Type) -> Value? {
    withText(code) { span in
      var scanner = JSONScanner(0..<span.count)
      guard let raw = try? scanner.document(span), raw.kind != .null else { return nil }
      return Value.read(raw, in: span)
    }
  }

  /// Reads the value of every code.
  func all<Value: FieldValue>(as type: Value.Type) -> [Value?] {
    [nil] + (1..<max(count, 1)).map { value($0, as: type) }
  }
}

/// Collects the distinct values of a column while its lines are read.
struct ValueCollector: ~Copyable {
  private var ends = Growing<UInt32>()
  private var text = Growing<UInt8>(capacity: 1024)
  private var hashes = Growing<UInt32>()
  private var codes = Growing<UInt32>(capacity: 1024)
  private var slots: [UInt32] = Array(repeating: 0, count: 256)
  private var previous: UInt32 = 0

  init(capacity: Int) {
    codes = Growing(capacity: capacity)
    ends.append(0)
    hashes.append(0)
  }

  /// Takes a line without a value.
  mutating func takeNothing() {
    codes.append(0)
  }

  /// Takes the value of a line.
  ///
  /// - Parameters:
  ///   - start: The first byte of its JSON text.
  ///   - count: The number of bytes, all of them readable.
  @inline(__always)
  mutating func take(_ start: UnsafeRawPointer, _ count: Int) {
    if previous != 0, unsafe isText(Int(previous), start, count) {
      codes.append(previous)
      return
    }
    previous = unsafe code(start, count)
    codes.append(previous)
  }

  @inline(__always)
  private func isText(_ code: Int, _ start: UnsafeRawPointer, _ count: Int) -> Bool {
    let first = Int(ends[code - 1])
    guard Int(ends[code]) - first == count else { return false }
    // Both hold `count` bytes.
    return unsafe memcmp(text.pointer(at: first), start, count) == 0
  }

  private mutating func code(_ start: UnsafeRawPointer, _ count: Int) -> UInt32 {
    let hash = unsafe ByteHash.hash(start, count)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let code = Int(slots[slot])
      if hashes[code] == hash, unsafe isText(code, start, count) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let code = UInt32(ends.count)
    slots[slot] = code
    unsafe text.append(start, count: count)
    precondition(text.count <= UInt32.max)
    ends.append(UInt32(text.count))
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() }
    return code
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for code in 1..<ends.count {
      var slot = Int(hashes[code]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(code)
    }
  }

  consuming func finish() -> Coded {
    let values = Values(ends: ends.finish(), text: text.finish())
    return Coded(codes: codes.finish(), values: values)
  }
}

/// A column: the code of each line, and what the codes stand for.
struct Coded: Sendable {
  let codes: Block<UInt32>
  let values: Values
}
