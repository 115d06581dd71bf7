import JSONLines

/// A folded text that is looked for in many others.
struct FoldedNeedle: Sendable {
  private let key: String
  private let bytes: [UInt8]
  private let isPlain: Bool

  /// Takes a folded text, not empty.
  init(_ key: String) {
    self.key = key
    bytes = Array(key.utf8)
    isPlain = ByteFolding.isPlain(key)
  }

  /// Whether a text holds it, compared folded.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - scratch: Memory for folding.
  /// - Returns: Whether it does.
  func stands(in text: String, _ scratch: inout [UInt8]) -> Bool {
    guard isPlain, isFolded(text, &scratch) else { return Folding.key(text).contains(key) }
    // The text is lent within the closure only.
    return unsafe scratch.withUnsafeBytes { folded in
      unsafe ByteSearch.first(bytes, folded, 0..<folded.count) != nil
    }
  }

  private func isFolded(_ text: String, _ scratch: inout [UInt8]) -> Bool {
    var text = text
    // The bytes are lent within the closure only.
    return text.withUTF8 { utf8 in
      unsafe ByteFolding.fold(0..<utf8.count, UnsafeRawBufferPointer(utf8), into: &scratch)
    }
  }
}
