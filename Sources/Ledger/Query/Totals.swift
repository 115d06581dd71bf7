public import Bilingual
public import JSONLines

/// How many records of a kind have which values, counted on columns.
public struct Totals: Sendable {
  /// What is counted by: a field, or the year or month of a date.
  public struct Key: Sendable {
    /// The fields from the record to the value.
    public let fields: [FieldDefinition]
    /// Which part of a date is meant; the whole value where there is none.
    public let part: DatePart?

    /// The field at the end.
    public var field: FieldDefinition { fields[fields.count - 1] }

    /// Whether a record may have several values.
    public var isManifold: Bool { listIndex != nil }
  }

  /// A part of a date.
  public enum DatePart: String, CaseIterable, Sendable {
    /// The year.
    case year
    /// The year and the month.
    case month

    /// The name shown to people, also understood when typed.
    public var label: Phrase {
      switch self {
      case .year: Phrase(en: "year", zh: "年")
      case .month: Phrase(en: "month", zh: "月")
      }
    }

    /// How many characters of a written date it is.
    var length: Int { self == .year ? 4 : 7 }
  }

  /// The values that some records have in common, and how many have them.
  public struct Row: Hashable, Sendable {
    /// One value for each key; `nil` for records that have none.
    public let values: [JSONValue?]
    /// How many records.
    public let count: Int

    /// Creates a row.
    public init(values: [JSONValue?], count: Int) {
      self.values = values
      self.count = count
    }
  }

  /// What was counted by.
  public let keys: [Key]
  /// The counts, in the order of their values.
  public let rows: [Row]
  /// How many records were counted.
  public let total: Int

  /// Counts the records of a kind.
  ///
  /// A path through references that ends nowhere counts as no value. With a list on the path a record counts once for each
  /// of its values, so that the rows may add up to more than the total.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - typed: What to count by, such as `owner.town`, `registeredOn.year`.
  ///   - conditions: Conditions that all must hold, see ``Filter``.
  ///   - rows: The rows of ``Columns`` among which is counted; all where none are given.
  ///   - snapshot: The records.
  /// - Throws: ``Diagnostics`` with every key and condition that is wrong, or with lines that cannot be read.
  public init(
    _ schema: Schema,
    by typed: [String],
    where conditions: [String] = [],
    among rows: [Int]? = nil,
    _ snapshot: Snapshot
  ) throws {
    var faults: [Diagnostic] = []
    var keys: [Key] = []
    for text in typed {
      do throws(Diagnostic) {
        keys.append(try Key(text, schema, snapshot.catalog))
      } catch {
        faults.append(error)
      }
    }
    var selection = try Selection(schema, where: conditions, snapshot, faults)
    try selection.prepare(schema, snapshot)
    let typedKeys = keys
    keys = keys.map(\.upToList)
    let known = try keys.map { try snapshot.remembered($0, schema) }
    let isKnown = known.map { $0?.groups != nil }
    let unknown = zip(keys, isKnown).filter { !$1 }.map(\.0)
    for path in unknown.map(\.fields) + selection.paths { try snapshot.prepare(path) }
    let columns = try snapshot.columns(
      schema,
      unknown.map { $0.fields[0] } + selection.fields,
      behind: zip(keys, isKnown).filter(\.1).map { $0.0.fields[0] },
      segments: known.compactMap { $0?.groups?.codes.count }.min() ?? 0
    )
    var chosen = try selection.rows(columns, snapshot)
    if let rows {
      var some = LineSet(none: chosen.total)
      for row in rows where chosen.contains(row) { some.insert(row) }
      chosen = some
    }
    let groupings = try zip(keys, known).map { key, known in
      try Grouping(key, schema, columns, snapshot, known)
    }
    self.keys = typedKeys
    self.rows = try Self.spread(Tally(columns, chosen, groupings).rows, typedKeys, snapshot)
    total = chosen.count
  }
}

extension Totals.Key {
  /// Reads a key such as `owner.town` or `awarded.year`.
  init(_ typed: String, _ schema: Schema, _ catalog: Catalog) throws(Diagnostic) {
    (fields, part) = try Totals.DatePart.split(typed, schema, catalog)
  }
}

extension Totals.DatePart {
  /// Reads a path that may end with a part of a date, such as `owner.town` or `awarded.year`.
  static func split(_ typed: String, _ schema: Schema, _ catalog: Catalog) throws(Diagnostic)
    -> (fields: [FieldDefinition], part: Totals.DatePart?)
  {
    if let point = typed.lastIndex(of: ".") {
      let last = Folding.key(String(typed[typed.index(after: point)...]))
      let part = allCases.first { [$0.rawValue, $0.label.zh].contains(last) }
      // A kind may have a field of that name.
      if let part, let fields = try? FieldPath.fields(String(typed[..<point]), schema, catalog),
        case .date? = fields.last?.type.form
      {
        return (fields, part)
      }
    }
    return (try FieldPath.fields(typed, schema, catalog), nil)
  }

  /// Reads what a condition compares the part of a date with.
  func parse(_ text: String, _ type: FieldType) -> Result<JSONValue, FieldProblem> {
    let result = type.parse(text)
    if case .success(.string(let date)) = result, date.utf8.count <= length { return result }
    let expectation =
      self == .year
      ? Phrase(en: "a year such as 2025", zh: "年份，例如 2025")
      : Phrase(en: "a month such as 2025-03", zh: "月份，例如 2025-03")
    return .failure(.shape(expectation, .string(text)))
  }
}
