import JSONLines

/// A value that somebody gave for a field, as it was typed, and where.
public struct Assignment: Sendable {
  /// The field as it was named; `holder.name` is a field of the record that `holder` refers to.
  public let field: String
  /// The value as it was typed; an empty one takes the value away.
  public let text: String
  /// Where it was given.
  public let place: Place?
  /// What the text says, where it was read before.
  private(set) var reading: Reading?

  /// Whether a person typed it, the name of the field with it.
  private(set) var isTyped = false

  /// What a text says in a field.
  struct Reading: Sendable {
    let field: FieldDefinition
    /// The value; `nil` where it is taken away.
    let value: Result<JSONValue?, FieldProblem>

    init(_ text: String, in field: FieldDefinition) {
      self.field = field
      let text = Folding.trim(text)
      if case .text = field.type.form, LostDigits.isTold(by: text) {
        value = .failure(LostDigits.problem(text))
      } else {
        value = text.isEmpty ? .success(nil) : field.type.parse(text).map { $0 }
      }
    }
  }

  /// Whether it is a number of which nobody knows whether it is in fen, as the field is called, or in yuan.
  func isInFenOrYuan(_ field: FieldDefinition) -> Bool {
    guard isTyped, case .money = field.type.form, field.name.hasSuffix("Fen") else { return false }
    return Folding.key(self.field) == Folding.key(field.name) && Folding.isBareNumber(text)
  }

  /// Creates an assignment.
  public init(_ field: String, _ text: String, at place: Place? = nil) {
    self.field = field
    self.text = text
    self.place = place
  }

  /// The same with its text read already.
  func read(_ reading: Reading) -> Assignment {
    var copy = self
    copy.reading = reading
    return copy
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
    isTyped = true
  }
}
