import Glibc
import JSONLines

/// Collects the distinct values of a column while its lines are read.
///
/// A value of up to 24 bytes stands in the table itself, so that finding it touches one place of memory.
@safe struct ValueCollector: ~Copyable {
  struct Slot {
    // Of a longer value its hash and the first bytes.
    var text: ShortText
    var count: UInt32
    /// 0 where the slot is free.
    var code: UInt32
  }

  private var ends = Growing<UInt32>()
  private var text = Growing<UInt8>(capacity: 1024)
  private var codes: Growing<UInt32>
  private var slots = Zeroed<Slot>(256)
  // Those of the lines of a batch.
  private let hashes = Zeroed<UInt32>(FieldScanner.batchSize)
  private var far = FarPlaces(FieldScanner.batchSize)
  private var previous: (text: ShortText, code: UInt32) = (.empty, 0)
  /// The values that have codes already; codes of ours come behind theirs.
  private let seed: Seed?
  private let firstCode: UInt32

  init(capacity: Int, seed: Seed? = nil) {
    self.seed = seed
    firstCode = seed.map { UInt32($0.values.count - 1) } ?? 0
    codes = Growing(capacity: capacity)
    ends.append(0)
  }

  /// Takes the values of some lines.
  ///
  /// - Parameters:
  ///   - buffer: The bytes.
  ///   - starts: Where the lines begin.
  ///   - places: Where the values stand, all of them within the bytes.
  ///   - count: How many lines.
  mutating func take(
    _ buffer: UnsafeRawBufferPointer,
    _ starts: UnsafePointer<Int>,
    _ places: UnsafePointer<FieldPlace>,
    _ count: Int
  ) {
    guard let base = buffer.baseAddress else { return }
    precondition(count <= FieldScanner.batchSize)
    if let seed {
      unsafe take(seed, buffer, base, starts, places, count)
      return
    }
    // From behind here 24 bytes cannot be read at once.
    let limit = buffer.count - ShortText.maximumCount
    let isFar = slots.count >= Self.farSize
    if isFar { unsafe touch(base, limit, starts, places, count) }
    for line in 0..<count {
      let place = unsafe places[line]
      guard place.isValue else {
        codes.append(0)
        continue
      }
      let offset = unsafe starts[line] &+ place.offset
      guard place.isShort, offset <= limit else {
        unsafe take(base + offset, place.count)
        continue
      }
      let text = unsafe ShortText(loading: base + offset, place.count)
      if text == previous.text {
        codes.append(previous.code)
        continue
      }
      let hash = isFar ? unsafe hashes.start[line] : ByteHash.hash(text, place.count)
      previous = (text, unsafe code(text, hash, base + offset, place.count))
      codes.append(previous.code)
    }
  }

  /// From this size on the table is too far away to be asked for one value after the other.
  private static var farSize: Int { 32768 }

  /// Touches the slots of some lines and asks nothing of them, so that many wait for memory at once.
  private mutating func touch(
    _ base: UnsafeRawPointer,
    _ limit: Int,
    _ starts: UnsafePointer<Int>,
    _ places: UnsafePointer<FieldPlace>,
    _ count: Int
  ) {
    let mask = slots.count - 1
    for line in 0..<count {
      let place = unsafe places[line]
      let offset = unsafe starts[line] &+ place.offset
      guard place.isShort, offset <= limit else {
        far.clear(line)
        continue
      }
      let hash = ByteHash.hash(unsafe ShortText(loading: base + offset, place.count), place.count)
      // There is a hash for each line of a batch, and the index is below the number of slots.
      unsafe hashes.start[line] = hash
      unsafe far.set(line, UnsafeRawPointer(slots.start + (Int(hash) & mask)))
    }
    far.touch(count)
  }

  /// Takes the values of some lines most of which are ids that have codes.
  private mutating func take(
    _ seed: Seed,
    _ buffer: UnsafeRawBufferPointer,
    _ base: UnsafeRawPointer,
    _ starts: UnsafePointer<Int>,
    _ places: UnsafePointer<FieldPlace>,
    _ count: Int
  ) {
    let limit = buffer.count - ShortText.maximumCount
    for line in 0..<count {
      let place = unsafe places[line]
      // The id stands within its quotes.
      let offset = unsafe starts[line] &+ place.offset &+ 1
      guard place.isShortID, offset <= limit else {
        far.clear(line)
        continue
      }
      let size = place.count - 2
      let hash = ByteHash.hash(unsafe ShortText(loading: base + offset, size), size)
      // There is a hash for each line of a batch.
      unsafe hashes.start[line] = hash
      unsafe far.set(line, seed.table.place(hash))
    }
    far.touch(count)
    for line in 0..<count {
      let place = unsafe places[line]
      guard place.isValue else {
        codes.append(0)
        continue
      }
      let offset = unsafe starts[line] &+ place.offset &+ 1
      if place.isShortID, offset <= limit {
        let size = place.count - 2
        let id = unsafe ShortText(loading: base + offset, size)
        let named = seed.table.find(unsafe hashes.start[line], id, size) {
          seed.places.hasID($0, id, size)
        }
        if let named {
          codes.append(UInt32(truncatingIfNeeded: named + 1))
          continue
        }
      }
      unsafe take(base + offset - 1, place.count)
    }
  }

  /// Takes the value of a line.
  ///
  /// - Parameters:
  ///   - start: The first byte of its JSON text.
  ///   - count: The number of bytes, all of them readable.
  mutating func take(_ start: UnsafeRawPointer, _ count: Int) {
    guard count > ShortText.maximumCount else {
      let text = unsafe ShortText(copying: start, count)
      codes.append(firstCode + (unsafe code(text, ByteHash.hash(text, count), start, count)))
      return
    }
    codes.append(firstCode + (unsafe longCode(start, count)))
  }

  /// The code of a text, a new one where it has none yet.
  mutating func code(of text: Span<UInt8>) -> UInt32 {
    // The pointer is used within the closure only.
    unsafe text.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      guard buffer.count <= ShortText.maximumCount else {
        return unsafe longCode(start, buffer.count)
      }
      let short = unsafe ShortText(copying: start, buffer.count)
      return unsafe code(short, ByteHash.hash(short, buffer.count), start, buffer.count)
    }
  }

  /// Takes a line without a value.
  mutating func takeNothing() {
    codes.append(0)
  }

  /// The code of a text of up to 24 bytes.
  @inline(__always)
  private mutating func code(
    _ short: ShortText,
    _ hash: UInt32,
    _ start: UnsafeRawPointer,
    _ count: Int
  ) -> UInt32 {
    let mask = slots.count - 1
    var index = Int(hash) & mask
    // The index is always below the number of slots, of which some are free.
    while true {
      let slot = unsafe slots.start + index
      let code = unsafe slot.pointee.code
      if code == 0 { return unsafe add(index, short, start, count) }
      if unsafe slot.pointee.text == short, unsafe slot.pointee.count == UInt32(count) {
        return code
      }
      index = (index + 1) & mask
    }
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

  consuming func finish() -> Coded {
    let values = Values(ends: ends.finish(), text: text.finish())
    return Coded(codes: Codes(.four(codes.finish())), values: seed?.values(and: values) ?? values)
  }
}

extension FieldPlace {
  /// Whether it is a string without escapes that holds 1 to 24 bytes.
  @inline(__always)
  var isShortID: Bool { isPlainString && count > 2 && count <= ShortText.maximumCount + 2 }

  /// Whether there is a value of up to 24 bytes.
  @inline(__always)
  var isShort: Bool { isValue && count <= ShortText.maximumCount }
}
