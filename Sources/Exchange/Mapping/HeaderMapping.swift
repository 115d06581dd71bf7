/// Which columns of a table fill which fields.
///
/// ```swift
/// var table = try TableReader(CSVReader(try SourceText(bytes, origin: "名单.csv")))
/// let rules = try MappingRules(options: ["enterprise=holder"], origin: "--map")
/// let mapping = try HeaderMapping(table.header, targets: targets, rules: rules)
/// while let row = try table.next() {
///   for value in mapping.values(of: row) { print(value.field, value.text, value.position) }
/// }
/// ```
///
/// Rules come first. A column about which they say nothing fills the field that its name fits: as written, else in
/// any case, width and punctuation, else without the unit in brackets that it ends with.
public struct HeaderMapping: Sendable {
  /// A column and the field that it fills.
  public struct Match: Hashable, Sendable {
    /// How a column came to its field.
    public enum Origin: Hashable, Sendable {
      /// A rule says so.
      case rule
      /// The names are the same.
      case exactName
      /// The names are the same but for case, width, punctuation or a unit.
      case foldedName
    }

    /// The column.
    public let column: Column
    /// The name of the field.
    public let field: String
    /// How the column came to the field.
    public let origin: Origin
  }

  /// The columns that fill a field as they stand, in the order of the columns.
  public let matches: [Match]
  /// The names of all fields that are filled, by a column or a template, in the order of the targets.
  public let fields: [String]
  /// The columns that are used nowhere, without those that a rule leaves out on purpose.
  public let ignored: [Column]

  private let recipes: [Recipe]
  private let translations: [Int: [[UInt8]: String]]
  private let columns: [Column]
  private let targets: [FieldTarget]

  /// Finds the field of each column.
  ///
  /// - Parameters:
  ///   - header: The columns.
  ///   - targets: The fields that they may fill.
  ///   - rules: What the user says about them.
  /// - Throws: Every name in the rules that fits no field or column, or several; every field that two columns would
  ///   fill; every text that two rules translate.
  public init(_ header: Header, targets: [FieldTarget], rules: MappingRules = MappingRules())
    throws(ExchangeErrors)
  {
    var matcher = HeaderMatcher(header, targets: targets)
    matcher.follow(rules)
    matcher.matchNames()
    guard matcher.errors.isEmpty else { throw ExchangeErrors(errors: matcher.errors) }
    matches = matcher.matches.sorted { $0.column.index < $1.column.index }
    recipes = matcher.recipes.sorted { $0.key < $1.key }.map(\.value)
    fields = recipes.map(\.field)
    ignored = header.columns.filter { !matcher.usedColumns.contains($0.index) }
    translations = matcher.translations
    columns = header.columns
    self.targets = targets
  }

  /// Finds the field that was probably meant by a column whose name fits none.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - without: The names of fields that are never guessed.
  /// - Returns: The field, and the name of it that is nearest; `nil` where none is near that no other column fills.
  public func nearestField(to column: Column, without: [String] = []) -> (
    field: String, name: String
  )? {
    let free = targets.filter { !fields.contains($0.name) && !without.contains($0.name) }
    guard let name = FoldedName.nearest(to: column.name, in: free.flatMap(\.names)),
      let target = free.first(where: { $0.names.contains(name) })
    else { return nil }
    return (target.name, name)
  }

  /// Reads the fields of a row.
  ///
  /// - Parameter row: A row of the table.
  /// - Returns: The fields that are not empty, in the order of the targets. Blanks alone count as empty.
  public func values(of row: Row) -> [FieldValue] {
    recipes.compactMap { value(by: $0, of: row) }
  }

  /// The column whose text each field takes as it stands; `nil` where a rule makes texts or leaves rows out.
  public var plainColumns: [(field: String, column: Int)]? {
    guard translations.isEmpty else { return nil }
    var plain: [(field: String, column: Int)] = []
    for recipe in recipes {
      guard recipe.parts.count == 1, case .cells(let columns, _) = recipe.parts[0],
        columns.count == 1
      else { return nil }
      plain.append((recipe.field, columns[0]))
    }
    return plain
  }

  /// The columns each of whose cells alone may fill a field.
  public var cellColumns: [(field: String, column: Column)] {
    recipes.flatMap { recipe -> [(field: String, column: Column)] in
      guard recipe.isCell, case .cells(let indexes, _) = recipe.parts[0] else { return [] }
      return indexes.map { (recipe.field, columns[$0]) }
    }
  }

  /// Says whether a rule leaves the row out on purpose, by a text of one of its cells.
  ///
  /// - Parameter row: A row of the table.
  /// - Returns: Whether one of its cells stands for `-`.
  public func leavesOut(_ row: Row) -> Bool {
    translations.contains { index, texts in
      index < row.cells.count && texts[Array(row.cells[index].text.trimmed.utf8)] == "-"
    }
  }

  private func value(by recipe: Recipe, of row: Row) -> FieldValue? {
    var text = ""
    var used: [Column] = []
    for part in recipe.parts {
      switch part {
      case .text(let constant):
        text += constant
      case .cells(let indexes, let mayBeEmpty):
        let found = indexes.lazy.compactMap { index in
          self.text(at: index, of: row).map { (index, $0) }
        }.first
        guard let (index, cell) = found else {
          if mayBeEmpty { continue }
          return nil
        }
        text += cell
        used.append(columns[index])
      }
    }
    guard !text.isBlank else { return nil }
    let position = used.first.map { row.cells[$0.index].position }
    return FieldValue(
      field: recipe.field,
      text: text,
      isCell: recipe.isCell,
      columns: used,
      position: position ?? Position(line: row.line, column: 1)
    )
  }

  /// The text that a cell stands for; `nil` for an empty or missing one.
  private func text(at index: Int, of row: Row) -> String? {
    guard index < row.cells.count else { return nil }
    let cell = row.cells[index].text
    let text = translations[index]?[Array(cell.trimmed.utf8)] ?? cell
    return text.isBlank ? nil : text
  }
}

/// The text of one field of one row, and where it was found.
public struct FieldValue: Hashable, Sendable {
  /// The name of the field.
  public let field: String
  /// The text: the cell's byte for byte, or what the rules make of it.
  public let text: String
  /// Whether it is one cell, to which the rules add nothing.
  public let isCell: Bool
  /// The columns whose cells it was made of; none for a text that is the same in every row.
  public let columns: [Column]
  /// Where the first of those cells stands; else where the row begins.
  public let position: Position
}

/// How the text of a field is made of the cells of a row.
struct Recipe: Sendable {
  /// A piece of the text.
  enum Part: Sendable {
    case text(String)
    /// The first of these columns whose cell is not empty.
    case cells([Int], mayBeEmpty: Bool)
  }

  /// The name of the field.
  let field: String
  let parts: [Part]

  /// Whether the text is that of one cell.
  var isCell: Bool {
    guard parts.count == 1, case .cells = parts[0] else { return false }
    return true
  }
}
