import Glibc

/// The identifier of a record, equal only to the same bytes.
///
/// `String` compares by canonical equivalence; two ids that look alike but differ in bytes are two ids.
public struct RecordID: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The identifier as it is written.
  public let text: String

  /// Creates an identifier.
  public init(_ text: String) {
    self.text = text
  }

  /// Creates an identifier from a literal.
  public init(stringLiteral value: StaticString) {
    text = value.description
  }

  /// The identifier as it is written.
  public var description: String { text }

  /// Compares bytes.
  public static func == (a: RecordID, b: RecordID) -> Bool {
    let result: Bool?? = unsafe a.text.utf8.withContiguousStorageIfAvailable { left in
      // Both pointers are used within the closures only.
      unsafe b.text.utf8.withContiguousStorageIfAvailable { right in
        guard left.count == right.count else { return false }
        guard let x = left.baseAddress, let y = right.baseAddress else { return true }
        return unsafe memcmp(x, y, left.count) == 0
      }
    }
    return (result ?? nil) ?? a.text.utf8.elementsEqual(b.text.utf8)
  }

  /// Hashes bytes.
  public func hash(into hasher: inout Hasher) {
    var text = text
    // The pointer is used within the closure only.
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension RecordID {
  /// The first sixteen bytes as a number: of two ids with different numbers that with the lower one comes first.
  ///
  /// Many ids are put into order sooner by these than by their bytes.
  public var head: UInt128 {
    var head: UInt128 = 0
    for byte in text.utf8.prefix(16) { head = head << 8 | UInt128(byte) }
    return head << UInt128(8 * (16 - min(16, text.utf8.count)))
  }
}

extension RecordID: Comparable {
  /// Orders by bytes.
  public static func < (a: RecordID, b: RecordID) -> Bool {
    let result: Bool?? = unsafe a.text.utf8.withContiguousStorageIfAvailable { left in
      // Both pointers are used within the closures only.
      unsafe b.text.utf8.withContiguousStorageIfAvailable { right in
        guard let x = left.baseAddress, let y = right.baseAddress else {
          return left.count < right.count
        }
        let order = unsafe memcmp(x, y, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
    }
    return (result ?? nil) ?? a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}
