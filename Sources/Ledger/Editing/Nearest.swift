import Bilingual

extension Schema {
  /// Finds the field that is meant by a name: one that is called so, else the one with the nearest name.
  ///
  /// - Parameter name: A key of an object, or what a person typed.
  /// - Returns: The field; `nil` where none is near.
  public func field(meantBy name: String) -> FieldDefinition? {
    field(named: name)
      ?? Nearest.name(to: name, among: fields.flatMap(\.spellings)).flatMap(field(named:))
  }
}

/// The name that was probably meant.
public enum Nearest {
  /// Finds the one name that begins as what was typed does, else that with the fewest edits, if they are few for its length.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - names: The names that exist.
  /// - Returns: The nearest; the first of several as near; `nil` where none is near.
  /// - Complexity: O(*n* · *m*) in the lengths for each name.
  public static func name(to typed: String, among names: some Sequence<String>) -> String? {
    let wrong = Array(Folding.key(typed).unicodeScalars)
    let all = Array(names).lazy.map {
      RightName($0, letters: Array(Folding.key($0).unicodeScalars))
    }
    if wrong.count > 1 {
      let longer = all.filter { $0.letters.starts(with: wrong) }
      if let first = longer.first, longer.allSatisfy({ $0.letters == first.letters }) {
        return first.name
      }
    }
    return nearest(to: wrong, among: all)
  }
}
