import JSONLines

extension JSONValue {
  /// Whether both say the same: numbers are compared by value, everything else by its bytes.
  func isSame(as other: JSONValue) -> Bool {
    switch (self, other) {
    case (.number, .integer), (.integer, .number), (.number, .number):
      Ordering.compare(self, other) == 0
    case (.array(let a), .array(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    default: self == other
    }
  }
}

extension Draft {
  /// Takes the values of another draft that say something else than those which stand.
  ///
  /// - Parameters:
  ///   - given: The other draft.
  ///   - isTyped: Whether its texts were read without the blanks around them.
  mutating func take(_ given: Draft, isTyped: Bool) {
    for field in schema.fields {
      guard let value = given[field] else { continue }
      if let old = self[field] {
        guard !old.isSame(as: value) else { continue }
        // A number in another form says the same.
        guard field.type.canonical == nil || field.key(of: old) != field.key(of: value) else {
          continue
        }
        guard !isTyped || old.string.map({ JSONValue.string(Folding.trim($0)) }) != value else {
          continue
        }
      }
      self[field] = value
    }
  }

  /// Gives back their bytes to values that say the same as those of another version.
  mutating func keepSame(of old: Draft) {
    for field in schema.fields {
      guard let before = old[field], let now = self[field], before != now, before.isSame(as: now)
      else { continue }
      self[field] = before
    }
  }
}
