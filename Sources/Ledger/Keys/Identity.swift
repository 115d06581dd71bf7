import JSONLines

/// What makes two records the same thing.
enum Identity {
  /// Folds a value so that the same thing typed in two ways is the same.
  static func key(_ value: JSONValue?) -> String {
    guard let value else { return "" }
    return Folding.key(value.string ?? value.text.span.text)
  }
}
