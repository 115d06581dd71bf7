public import Bilingual

/// What a typed word is read as: its placeholder in help, its reader, its choices, its completion.
public struct ValueKind<Value: Sendable>: Sendable {
  /// The placeholder that stands for the value in help, such as `YEAR`.
  public let name: Phrase
  /// What a shell offers where the value is typed.
  public let completion: Completion
  /// The closed set of values, in the order of help; empty where any readable text will do.
  public let choices: [Choice<Value>]
  /// Reads the typed text.
  public let read: @Sendable (String) throws(Mismatch) -> Value

  /// Creates a kind whose reader says itself what it expected.
  public init(
    _ name: Phrase,
    completion: Completion = .nothing,
    read: @escaping @Sendable (String) throws(Mismatch) -> Value
  ) {
    self.init(name, completion, [], read)
  }

  /// Creates a kind that expects one thing and reads `nil` from anything else.
  public init(
    _ name: Phrase,
    expected: Phrase,
    completion: Completion = .nothing,
    read: @escaping @Sendable (String) -> Value?
  ) {
    self.init(name, completion, []) { (text) throws(Mismatch) in
      guard let value = read(text) else { throw Mismatch(expected: expected) }
      return value
    }
  }

  /// Creates a kind that takes one of a closed set of values.
  ///
  /// - Parameters:
  ///   - name: The placeholder.
  ///   - choices: The values with the names that help and shells offer.
  ///   - other: Reads what else a value may be called.
  public init(
    _ name: Phrase,
    choices: [Choice<Value>],
    other: @escaping @Sendable (String) -> Value? = { _ in nil }
  ) {
    self.init(name, .nothing, choices) { (text) throws(Mismatch) in
      for index in choices.indices where choices[index].name == text { return choices[index].value }
      if let value = other(text) { return value }
      let names = choices.map(\.name)
      throw Mismatch(
        expected: Phrase(
          en: "one of \(names.joined(separator: ", "))",
          zh: "\(names.joined(separator: "、")) 之一"
        )
      )
    }
  }

  private init(
    _ name: Phrase,
    _ completion: Completion,
    _ choices: [Choice<Value>],
    _ read: @escaping @Sendable (String) throws(Mismatch) -> Value
  ) {
    self.name = name
    self.completion = completion
    self.choices = choices
    self.read = read
  }

  /// The same kind without its type, so that kinds of many types stand in one list.
  var erased: ValueKind<any Sendable> {
    ValueKind<any Sendable>(
      name,
      completion,
      choices.map { Choice($0.value, $0.name, $0.meaning) }
    ) { (text) throws(Mismatch) in try read(text) }
  }
}

/// One value of a closed set: what is typed, what it stands for, what it means.
public struct Choice<Value: Sendable>: Sendable {
  /// What it stands for.
  public let value: Value
  /// What is typed.
  public let name: String
  /// What it means, as help says it.
  public let meaning: Phrase

  /// Creates a choice.
  public init(_ value: Value, _ name: String, _ meaning: Phrase) {
    self.value = value
    self.name = name
    self.meaning = meaning
  }
}

/// What a shell offers where a value is typed.
public enum Completion: Sendable {
  /// Nothing beyond the choices.
  case nothing
  /// Names of files.
  case file
  /// Names of directories.
  case directory
}

/// Why a text could not be read: what would have been right.
public struct Mismatch: Error, Hashable, Sendable {
  /// What would have been right, as a noun: "a year of four digits".
  public let expected: Phrase

  /// Creates a mismatch.
  public init(expected: Phrase) {
    self.expected = expected
  }
}

extension ValueKind where Value == String {
  /// Returns the kind of any text.
  public static func text(_ name: Phrase) -> Self {
    Self(name) { $0 }
  }

  /// Returns the kind of a path to a file.
  public static func file(_ name: Phrase = Phrase(en: "FILE", zh: "文件")) -> Self {
    path(name, .file, expected: Phrase(en: "the path of a file", zh: "文件路径"))
  }

  /// Returns the kind of a path to a directory.
  public static func directory(_ name: Phrase = Phrase(en: "DIR", zh: "目录")) -> Self {
    path(name, .directory, expected: Phrase(en: "the path of a directory", zh: "目录路径"))
  }

  private static func path(_ name: Phrase, _ completion: Completion, expected: Phrase) -> Self {
    Self(name, expected: expected, completion: completion) { $0.isEmpty ? nil : $0 }
  }
}

extension ValueKind where Value == Int {
  /// Returns the kind of a whole number within bounds, both included.
  public static func integer(_ name: Phrase, in bounds: ClosedRange<Int>) -> Self {
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    return Self(
      name,
      expected: Phrase(en: "a whole number from \(low) to \(high)", zh: "从 \(low) 到 \(high) 的整数")
    ) { text in Int(text).flatMap { bounds.contains($0) ? $0 : nil } }
  }
}
