public import JSONLines

/// The one form of what people write in several: ids are made of it, and by it two records are the same thing.
package final class Canonical: Sendable {
  /// Brings a text into the form.
  let form: @Sendable (String) -> String
  /// Whether the bytes of a text are in the form, as nearly all of a large table are; of any other nothing is said.
  let isPlain: @Sendable (Span<UInt8>) -> Bool

  /// Declares a form.
  ///
  /// - Parameters:
  ///   - form: Brings a text into the form.
  ///   - isPlain: Whether the bytes of a text are surely in the form already.
  package init(
    _ form: @escaping @Sendable (String) -> String,
    isPlain: @escaping @Sendable (Span<UInt8>) -> Bool
  ) {
    self.form = form
    self.isPlain = isPlain
  }
}

extension FieldDefinition {
  /// Folds a value so that the same thing typed in two ways is the same.
  ///
  /// - Parameter value: A stored value.
  /// - Returns: The key to compare; empty where there is no value.
  public func key(of value: JSONValue?) -> String {
    guard let value else { return "" }
    let text = value.string ?? value.text.span.text
    return Folding.key(type.canonical?.form(text) ?? text)
  }

  /// The text of a value as it stands in an id.
  func idPart(_ value: JSONValue) -> String {
    let text = value.string ?? value.text.span.text
    return type.canonical?.form(text) ?? text
  }
}
