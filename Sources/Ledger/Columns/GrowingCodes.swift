import JSONLines

/// The codes of lines that are read, in as few bytes as the largest so far needs.
@safe struct GrowingCodes: ~Copyable {
  private var one: Growing<UInt8>
  private var two = Growing<UInt16>()
  private var four = Growing<UInt32>()
  private var width = 1
  private let capacity: Int
  // The codes of a batch of lines.
  private let batch: Zeroed<UInt32>

  /// Creates codes of about as many lines, of which at most a batch are taken at once.
  init(capacity: Int, batch: Int) {
    self.capacity = capacity
    self.batch = Zeroed(batch)
    one = Growing(capacity: capacity)
  }

  /// Where the codes of the next lines are written, at most a batch of them, before they are taken.
  @inline(__always)
  var next: UnsafeMutablePointer<UInt32> { unsafe batch.start }

  /// Takes the codes that were written.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - values: A number that is greater than each of them.
  mutating func take(_ count: Int, below values: Int) {
    precondition(count <= batch.count)
    if width < 4, values > 1 << (8 * width) { widen(values) }
    // There is room for as many as are taken, and a batch holds as many.
    switch width {
    case 1:
      let target = unsafe one.room(count)
      for index in 0..<count {
        unsafe target[index] = UInt8(truncatingIfNeeded: batch.start[index])
      }
      one.took(count)
    case 2:
      let target = unsafe two.room(count)
      for index in 0..<count {
        unsafe target[index] = UInt16(truncatingIfNeeded: batch.start[index])
      }
      two.took(count)
    default:
      let target = unsafe four.room(count)
      for index in 0..<count { unsafe target[index] = batch.start[index] }
      four.took(count)
    }
  }

  private mutating func widen(_ values: Int) {
    let old = width
    width = values > 1 << 16 ? 4 : 2
    let count = old == 1 ? one.count : two.count
    if width == 2 {
      two = Growing(capacity: max(capacity, count))
      for index in 0..<count { two.append(UInt16(one[index])) }
    } else {
      four = Growing(capacity: max(capacity, count))
      for index in 0..<count { four.append(old == 1 ? UInt32(one[index]) : UInt32(two[index])) }
      two = Growing()
    }
    one = Growing()
  }

  consuming func finish() -> Codes {
    switch width {
    case 1: Codes(.one(one.finish()))
    case 2: Codes(.two(two.finish()))
    default: Codes(.four(four.finish()))
    }
  }
}
