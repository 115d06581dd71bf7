public import JSONLines
public import Ledger

/// A closed set of codes that a field may hold.
public protocol Vocabulary: RawRepresentable<String>, CaseIterable, FieldValue {
  /// The code with its names.
  var choice: Choice { get }
}

extension Vocabulary {
  /// Reads a code; `nil` for one that is not in the set.
  public static func read(_ raw: RawJSON, in bytes: Span<UInt8>) -> Self? {
    raw.string(in: bytes).flatMap(Self.init(rawValue:))
  }

  /// The value as it is stored.
  public var json: JSONValue { .string(rawValue) }
}

extension FieldType {
  /// One code of a closed set.
  ///
  /// - Parameter vocabulary: The set.
  /// - Returns: The type.
  public static func choice<V: Vocabulary>(_ vocabulary: V.Type) -> FieldType {
    choice(V.allCases.map(\.choice))
  }
}
