import JSONLines

/// Finds where a member of a line's object stands, once something is wrong with it.
struct MemberLocator {
  private let bytes: [UInt8]
  private let line: Line

  init(_ bytes: [UInt8], _ line: Line) {
    self.bytes = bytes
    self.line = line
  }

  /// Returns the offset of the key or the value at the end of a path, or of its last step that exists.
  func offset(of path: [PathStep], isKey: Bool) -> Int {
    var offset = firstCharacter
    var range = line.range
    for (depth, step) in path.enumerated() {
      guard let found = find(step, in: range) else { return offset }
      let isLast = depth == path.count - 1
      offset = isLast && isKey ? found.key : found.value.start
      range = found.value.start..<found.value.end
    }
    return offset
  }

  private var firstCharacter: Int {
    line.range.first { ![0x20, 0x09, 0x0D].contains(bytes[$0]) } ?? line.start
  }

  private func find(_ step: PathStep, in range: Range<Int>) -> (key: Int, value: RawJSON)? {
    let span = bytes.span
    var scanner = JSONScanner(range)
    var found: (key: Int, value: RawJSON)?
    switch step {
    case .key(let name):
      try? scanner.object(span) { (key, value) throws(JSONError) in
        if found == nil, key.string(in: span)?.utf8.elementsEqual(name.utf8) == true {
          found = (key.start, value)
        }
      }
    case .index(let index):
      var count = 0
      // Only arrays have elements; the scan of anything else would step beyond its first byte.
      guard range.lowerBound < range.upperBound, bytes[range.lowerBound] == UInt8(ascii: "[") else {
        return nil
      }
      try? scanner.array(span) { (value) throws(JSONError) in
        if count == index { found = (value.start, value) }
        count += 1
      }
    }
    return found
  }
}
