import Glibc

/// The distinct texts of a column, each with a code from 1 on in the order in which they came.
///
/// A text of up to 24 bytes stands in the table itself, so that finding it touches one place of memory.
@safe struct ValueTable: ~Copyable {
  struct Slot {
    // Of a longer text the first bytes.
    var text: ShortText
    var count: UInt32
    /// 0 where the slot is free.
    var code: UInt32
  }

  private var ends = Growing<UInt32>()
  private var text = Growing<UInt8>(capacity: 1024)
  private var slots: Zeroed<Slot>

  /// Starts with no texts.
  ///
  /// - Parameter expected: About how many come, so that the table need not grow.
  init(expecting expected: Int = 0) {
    var count = 16
    while (expected + 1) * 3 > count * 2 { count *= 2 }
    slots = Zeroed(count)
    ends.append(0)
  }

  /// How many codes there are, code 0 among them.
  var count: Int { ends.count }

  /// From this size on the table is too far away to be asked for one text after the other.
  private static var farSize: Int { 32768 }

  /// Whether places should be touched before they are asked for.
  var isFar: Bool { slots.count >= Self.farSize }

  /// Where a text with a hash stands at first.
  @inline(__always)
  func place(_ hash: UInt32) -> UnsafeRawPointer {
    // The index is below the number of slots, which is a power of two.
    unsafe UnsafeRawPointer(slots.start + (Int(hash) & (slots.count &- 1)))
  }

  /// The code of a text, a new one where it has none yet.
  mutating func code(of text: Span<UInt8>) -> UInt32 {
    // The pointer is used within the closure only.
    unsafe text.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe code(start, buffer.count)
    }
  }

  /// The code of a text given by its first byte and the number of its bytes, all of them readable.
  mutating func code(_ start: UnsafeRawPointer, _ count: Int) -> UInt32 {
    guard count <= ShortText.maximumCount else { return unsafe longCode(start, count) }
    let short = unsafe ShortText(copying: start, count)
    return unsafe code(short, ByteHash.hash(short, count), start, count)
  }

  /// The code of a text of up to 24 bytes, which stands at a place as well.
  @inline(__always)
  mutating func code(
    _ short: ShortText,
    _ hash: UInt32,
    _ start: UnsafeRawPointer,
    _ count: Int
  ) -> UInt32 {
    let mask = slots.count &- 1
    var index = Int(hash) & mask
    // The index is always below the number of slots, of which some are free.
    while true {
      let slot = unsafe slots.start + index
      let code = unsafe slot.pointee.code
      if code == 0 { return unsafe add(index, short, start, count) }
      if unsafe slot.pointee.text == short,
        unsafe slot.pointee.count == UInt32(truncatingIfNeeded: count)
      {
        return code
      }
      index = (index &+ 1) & mask
    }
  }

  /// Lends the text of a code.
  func withText<Result>(_ code: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = Int(ends[code - 1])
    // The text holds what stands before the end of each of them.
    let buffer = unsafe UnsafeBufferPointer(
      start: text.pointer(at: start),
      count: Int(ends[code]) - start
    )
    return unsafe body(Span(_unsafeElements: buffer))
  }

  private mutating func longCode(_ start: UnsafeRawPointer, _ count: Int) -> UInt32 {
    let short = unsafe ShortText(loading: start, ShortText.maximumCount)
    let mask = slots.count - 1
    var index = Int(unsafe ByteHash.hash(start, count)) & mask
    while true {
      let slot = unsafe slots.start[index]
      if slot.code == 0 { return unsafe add(index, short, start, count) }
      if slot.count == UInt32(count), slot.text == short {
        // Both hold `count` bytes.
        let known = unsafe text.pointer(at: Int(ends[Int(slot.code) - 1]))
        if unsafe memcmp(known, start, count) == 0 { return slot.code }
      }
      index = (index + 1) & mask
    }
  }

  @inline(never)
  private mutating func add(
    _ index: Int,
    _ short: ShortText,
    _ start: UnsafeRawPointer,
    _ count: Int
  ) -> UInt32 {
    let code = UInt32(ends.count)
    // The slot is one of ours, and free.
    unsafe slots.start[index] = Slot(text: short, count: UInt32(count), code: code)
    unsafe text.append(start, count: count)
    precondition(text.count <= UInt32.max)
    ends.append(UInt32(text.count))
    if ends.count * 3 > slots.count * 2 { grow() }
    return code
  }

  private mutating func grow() {
    let larger = Zeroed<Slot>(slots.count * 2)
    let mask = larger.count - 1
    for index in 0..<slots.count {
      // The indices are below the number of slots of each table.
      let slot = unsafe slots.start[index]
      guard slot.code != 0 else { continue }
      let count = Int(slot.count)
      let hash =
        count <= ShortText.maximumCount
        ? ByteHash.hash(slot.text, count)
        : unsafe ByteHash.hash(text.pointer(at: Int(ends[Int(slot.code) - 1])), count)
      var place = Int(hash) & mask
      while unsafe larger.start[place].code != 0 { place = (place + 1) & mask }
      unsafe larger.start[place] = slot
    }
    slots = larger
  }

  consuming func finish() -> Values {
    Values(ends: ends.finish(), text: text.finish())
  }
}
