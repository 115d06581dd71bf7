import JSONLines

/// Which lines of a segment may have the id of an earlier line; of all others it is sure that they do not.
///
/// Ids that ascend are new: whoever is greater than all before it has not been there.
struct IDOrder: Sendable {
  /// The lines whose id is not greater than those of all lines before, in order.
  let suspects: Block<UInt32>
  /// The greatest id of the others.
  let maximum: ShortText
  /// Whether an id is longer than 24 bytes or written with escapes: it may be greater than the greatest.
  let hasOthers: Bool
  /// The ids of all lines, where they were asked for.
  let names: Block<LineName>?

  static let empty = IDOrder(suspects: Block([]), maximum: .empty, hasOthers: false, names: nil)
}

/// The id of a line where it is a text of up to 24 bytes without escapes; else it has no bytes.
struct LineName: Sendable {
  let text: ShortText
  let count: UInt32

  static let none = LineName(nil)

  init(_ id: (text: ShortText, count: Int)?) {
    text = id?.text ?? .empty
    count = UInt32(truncatingIfNeeded: id?.count ?? 0)
  }
}

/// Collects the hashes of the ids of lines while they are read.
@safe struct IDCollector: ~Copyable {
  private var hashes: Growing<UInt32>
  private var names: Growing<LineName>
  private let keepsNames: Bool
  private var suspects = Growing<UInt32>()
  private var maximum = ShortText.empty
  private var hasOthers = false

  /// Creates a collector.
  ///
  /// - Parameters:
  ///   - capacity: About how many lines there are.
  ///   - keepsNames: Whether the ids themselves are kept, for somebody who looks for them soon.
  init(capacity: Int, keepsNames: Bool) {
    hashes = Growing(capacity: capacity)
    names = Growing(capacity: keepsNames ? capacity : 0)
    self.keepsNames = keepsNames
  }

  /// Takes the ids of some lines.
  ///
  /// - Parameters:
  ///   - buffer: The bytes.
  ///   - starts: Where the lines begin.
  ///   - places: Where the ids stand, all of them within the bytes.
  ///   - count: How many lines.
  ///   - fails: Takes a line that has no id.
  mutating func take(
    _ buffer: UnsafeRawBufferPointer,
    _ starts: UnsafePointer<Int>,
    _ places: UnsafePointer<FieldPlace>,
    _ count: Int,
    _ fails: (Int) -> Void
  ) {
    guard let base = buffer.baseAddress else { return }
    // From behind here 24 bytes cannot be read at once.
    let limit = buffer.count - ShortText.maximumCount
    // There is room for the hash of each line.
    let target = unsafe hashes.room(count)
    let first = UInt32(truncatingIfNeeded: hashes.count)
    for line in 0..<count {
      let place = unsafe places[line]
      // The text stands within its quotes.
      let offset = unsafe starts[line] &+ place.offset &+ 1
      let size = place.count &- 2
      if place.isPlainString, size > 0, size <= ShortText.maximumCount, offset <= limit {
        let id = unsafe ShortText(loading: base + offset, size)
        if maximum < id {
          maximum = id
        } else {
          suspects.append(first &+ UInt32(truncatingIfNeeded: line))
        }
        unsafe target[line] = ByteHash.hash(id, size)
        if keepsNames { names.append(LineName((id, size))) }
        continue
      }
      hasOthers = true
      if keepsNames { names.append(.none) }
      suspects.append(first &+ UInt32(truncatingIfNeeded: line))
      if place.isString, size > 0 {
        let raw = unsafe place.raw(inLineAt: starts[line])
        let text = raw?.string(in: unsafe Span(_unsafeBytes: buffer)) ?? ""
        unsafe target[line] = ByteHash.hash(Array(text.utf8))
      } else {
        unsafe target[line] = 0
        fails(line)
      }
    }
    hashes.took(count)
  }

  consuming func finish() -> (hashes: Block<UInt32>, order: IDOrder) {
    let names = keepsNames ? names.finish() : nil
    return (
      hashes.finish(),
      IDOrder(
        suspects: suspects.finish(),
        maximum: maximum,
        hasOthers: hasOthers,
        names: names
      )
    )
  }
}
