/// A value that somebody gave for a field, as it was typed, and where.
public struct Assignment: Sendable {
  /// The field as it was named; `holder.name` is a field of the record that `holder` refers to.
  public let field: String
  /// The value as it was typed; an empty one takes the value away.
  public let text: String
  /// Where it was given.
  public let place: Place?

  /// Creates an assignment.
  public init(_ field: String, _ text: String, at place: Place? = nil) {
    self.field = field
    self.text = text
    self.place = place
  }

  /// Reads `field=value`; `nil` where there is no equals sign or nothing before it.
  public init?(typed: String) {
    // A combining mark behind the sign would make one character with it.
    let scalars = typed.unicodeScalars
    guard let sign = scalars.firstIndex(where: { $0 == "=" || $0 == "\u{FF1D}" }),
      sign > scalars.startIndex
    else { return nil }
    self.init(
      Folding.trim(String(scalars[..<sign])),
      Folding.trim(String(scalars[scalars.index(after: sign)...]))
    )
  }
}
