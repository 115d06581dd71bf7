/// What follows from the value that rows have in a field, worked out once for each of its values.
public struct ValueAnswers<Value: FieldValue, Answer> {
  private let columns: Columns
  private let parts: [Coded]
  // By segment and code.
  private var answers: [[Answer?]]
  private let answer: (Value?) throws -> Answer

  fileprivate init(_ columns: Columns, _ slot: Int, _ answer: @escaping (Value?) throws -> Answer) {
    self.columns = columns
    parts = columns.segments.map { $0.column(slot) }
    answers = parts.map { Array(repeating: nil, count: $0.values.count) }
    self.answer = answer
  }

  /// Tells what follows from the value of a row.
  ///
  /// - Parameter row: A row of the columns.
  /// - Returns: The answer.
  /// - Throws: What finding it throws.
  public mutating func of(_ row: Int) throws -> Answer {
    let (segment, line) = columns.place(row)
    let code = Int(parts[segment].codes[line])
    if let known = answers[segment][code] { return known }
    let value = code == 0 ? nil : parts[segment].values.value(code, as: Value.self)
    let found = try answer(value)
    answers[segment][code] = found
    return found
  }
}

extension Columns {
  /// Prepares to tell what follows from the values of a field.
  ///
  /// - Parameters:
  ///   - field: A field that was asked for.
  ///   - answer: Finds it, for each distinct value and for none.
  /// - Returns: The answers.
  public func answers<Value, Answer>(
    to field: Field<Value>,
    _ answer: @escaping (Value?) throws -> Answer
  ) -> ValueAnswers<Value, Answer> {
    ValueAnswers(self, schema.slot(of: field.definition), answer)
  }
}
