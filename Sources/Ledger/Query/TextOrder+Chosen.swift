import JSONLines

extension TextOrder {
  /// A text in the order that is wanted.
  private struct Key: Comparable, Sendable {
    let bytes: [UInt8]
    let isDescending: Bool

    /// How a text stands to this one: negative where it comes before.
    func order(of text: Span<UInt8>) -> Int {
      var index = 0
      let common = min(text.count, bytes.count)
      while index < common, text[index] == bytes[index] { index += 1 }
      let order =
        index < common ? Int(text[index]) - Int(bytes[index]) : text.count - bytes.count
      return isDescending ? -order : order
    }

    static func < (a: Key, b: Key) -> Bool { b.order(of: a.bytes.span) < 0 }
  }

  /// What was chosen of some lines.
  private struct Part: Sendable {
    var foremost: Foremost<Key>
    /// Those without a text, which come last.
    var last: [Int32] = []
    var isText = true
  }

  /// Finds the lines that come first, without putting them into order.
  ///
  /// - Parameters:
  ///   - count: How many are wanted, at least one.
  ///   - rows: The lines.
  /// - Returns: Places among the lines, see ``Foremost``; `nil` where one of them has something else than a text there.
  /// - Throws: ``Diagnostics`` with the lines that cannot be read.
  func chosen(_ count: Int, of rows: RowList) throws -> (first: [Int32], tied: [Int32])? {
    let parts = Workers.mapRanges(of: rows.count, ifMoreThan: 1024) { places in
      Result { try part(count, of: rows, places) }
    }
    var whole = Part(foremost: Foremost(count))
    for part in parts {
      let part = try part.get()
      guard part.isText else { return nil }
      whole.foremost.add(part.foremost)
      whole.last += part.last
    }
    let (first, tied) = whole.foremost.finish()
    return first.count < count && tied.isEmpty ? (first, whole.last) : (first, tied)
  }

  private func part(_ count: Int, of rows: RowList, _ places: Range<Int>) throws -> Part {
    var part = Part(foremost: Foremost(count))
    for start in stride(from: places.lowerBound, to: places.upperBound, by: Self.few) {
      let some = (start..<min(start + Self.few, places.upperBound)).map { rows[$0] }
      try fields.visit(some[...]) { place, bytes, value in
        guard let raw = value(0) else { return part.last.append(Int32(start + place)) }
        guard raw.kind == .string else {
          part.isText = false
          return
        }
        guard !raw.isEscaped else {
          let key = Key(
            bytes: Array((raw.string(in: bytes) ?? "").utf8),
            isDescending: isDescending
          )
          return part.foremost.add(start + place, key)
        }
        let text = bytes.extracting(raw.start + 1..<raw.end - 1)
        part.foremost.add(start + place, { $0.order(of: text) }) {
          Key(bytes: text.copied, isDescending: isDescending)
        }
      }
      guard part.isText else { break }
    }
    return part
  }

  private static var few: Int { 1 << 14 }
}
