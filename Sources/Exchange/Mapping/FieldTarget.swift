import Bilingual

/// A field that columns may fill, and the names by which a header may call it.
public struct FieldTarget: Hashable, Sendable {
  /// The field's own name.
  public let name: String
  /// The labels under which the field is shown, in each language.
  public let labels: [String]
  /// Other names by which foreign files call it.
  public let aliases: [String]

  /// Creates a target.
  ///
  /// - Parameters:
  ///   - name: The field's own name.
  ///   - labels: The labels under which the field is shown, in each language.
  ///   - aliases: Other names by which foreign files call it.
  public init(name: String, labels: [String] = [], aliases: [String] = []) {
    self.name = name
    self.labels = labels
    self.aliases = aliases
  }

  /// Every name of the field.
  var names: [String] { [name] + labels + aliases }
}

/// Names of fields or columns, found by how well they fit.
struct NameIndex {
  /// What was found, and whether only by folding.
  struct Hit {
    /// The places of what fits in the list that was indexed, ascending; more than one is ambiguous.
    let indexes: [Int]
    /// Whether the name fits as written.
    let isExact: Bool
  }

  private var exact: [[UInt8]: [Int]] = [:]
  private var folded: [FoldedName: [Int]] = [:]
  private var stems: [FoldedName: [Int]] = [:]

  /// Indexes a list of things by the names of each.
  init(_ names: [[String]]) {
    for (index, names) in names.enumerated() {
      for name in names {
        Self.insert(index, at: Array(name.trimmed.utf8), in: &exact)
        Self.insert(index, at: FoldedName(name), in: &folded)
        Self.insert(index, at: FoldedName(HeaderSuffix(of: name)?.stem ?? name), in: &stems)
      }
    }
  }

  /// Finds what a name fits exactly, else folded, else without the unit it ends with; `nil` where nothing fits.
  func find(_ name: String) -> Hit? {
    let folded = FoldedName(name)
    guard !folded.scalars.isEmpty else { return nil }
    if let indexes = exact[Array(name.trimmed.utf8)] { return Hit(indexes: indexes, isExact: true) }
    let stem = FoldedName(HeaderSuffix(of: name)?.stem ?? name)
    guard let indexes = self.folded[folded] ?? stems[stem] else { return nil }
    return Hit(indexes: indexes, isExact: false)
  }

  private static func insert<Key>(_ index: Int, at key: Key, in table: inout [Key: [Int]]) {
    if table[key]?.last != index { table[key, default: []].append(index) }
  }
}
