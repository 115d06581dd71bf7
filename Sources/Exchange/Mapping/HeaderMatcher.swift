import Bilingual

/// The matching of a header with fields while it is going on.
struct HeaderMatcher {
  private(set) var errors: [ExchangeError] = []
  private(set) var matches: [HeaderMapping.Match] = []
  /// The recipe of each field, by the field's place among the targets.
  private(set) var recipes: [Int: Recipe] = [:]
  /// The columns that a rule or a field uses, or that a rule leaves out.
  private(set) var usedColumns: Set<Int> = []
  /// What the texts in a column stand for.
  private(set) var translations: [Int: [[UInt8]: String]] = [:]

  private let header: Header
  private let targets: [FieldTarget]
  private let fieldIndex: NameIndex
  private let columnIndex: NameIndex
  /// What fills each field, in words.
  private var sources: [Int: String] = [:]
  /// The fields that a rule fills.
  private var ruledFields: Set<Int> = []
  /// The columns whose use a rule settles, each with whether it is left out.
  private var ruledColumns: [Int: Bool] = [:]

  init(_ header: Header, targets: [FieldTarget]) {
    self.header = header
    self.targets = targets
    fieldIndex = NameIndex(targets.map(\.names))
    columnIndex = NameIndex(header.columns.map { [$0.name] })
  }

  // MARK: - Rules

  /// Does what the rules say.
  mutating func follow(_ rules: MappingRules) {
    for rule in rules.columns { follow(rule) }
    for rule in rules.fills { follow(rule) }
    for rule in rules.translations { follow(rule) }
    ruledFields = Set(recipes.keys)
  }

  private mutating func follow(_ rule: ColumnRule) {
    let column = findColumn(rule.column)
    let target = rule.field.flatMap { findField($0) }
    guard let column else { return }
    usedColumns.insert(column)
    let isLeftOut = rule.field == nil
    if let before = ruledColumns[column], before || isLeftOut {
      errors.append(.repeatedColumn(header.columns[column].name, at: rule.column.place))
    }
    ruledColumns[column] = isLeftOut
    guard let target, let place = rule.field?.place else { return }
    let field = targets[target].name
    matches.append(.init(column: header.columns[column], field: field, origin: .rule))
    fill(target, with: [.cells([column], mayBeEmpty: false)], source(column), at: place)
  }

  private mutating func follow(_ rule: FillRule) {
    let target = findField(rule.field)
    var parts: [Recipe.Part] = []
    for part in rule.parts {
      switch part {
      case .text(let text): parts.append(.text(text))
      case .cells(let names, let mayBeEmpty):
        var columns: [Int] = []
        for name in names {
          guard let column = findColumn(name) else { continue }
          columns.append(column)
        }
        usedColumns.formUnion(columns)
        parts.append(.cells(columns, mayBeEmpty: mayBeEmpty))
      }
    }
    guard let target else { return }
    fill(target, with: parts, "`:=`", at: rule.field.place)
  }

  private mutating func follow(_ rule: TranslationRule) {
    guard let column = findColumn(rule.column) else { return }
    let key = Array(rule.text.text.trimmed.utf8)
    if translations[column]?[key] != nil {
      errors.append(.repeatedText(rule.text.text, at: rule.text.place))
    }
    translations[column, default: [:]][key] = rule.replacement
  }

  private mutating func fill(
    _ target: Int,
    with parts: [Recipe.Part],
    _ source: String,
    at place: Place
  ) {
    if let before = sources[target] {
      let field = targets[target].name
      errors.append(.matchedTwice(field: field, by: before, and: source, at: place))
      return
    }
    sources[target] = source
    recipes[target] = Recipe(field: targets[target].name, parts: parts)
  }

  private func source(_ column: Int) -> String { "`\(header.columns[column].name)`" }

  // MARK: - Names

  /// Gives each column that no rule settles to the field that its name fits.
  mutating func matchNames() {
    for column in header.columns where ruledColumns[column.index] == nil {
      guard let hit = fieldIndex.find(column.name) else { continue }
      let free = hit.indexes.filter { !ruledFields.contains($0) }
      guard let target = free.first else { continue }
      usedColumns.insert(column.index)
      let place = Place(origin: header.origin, position: column.position)
      guard free.count == 1 else {
        errors.append(.ambiguousField(column.name, candidates: names(of: free), at: place))
        continue
      }
      let field = targets[target].name
      matches.append(
        .init(column: column, field: field, origin: hit.isExact ? .exactName : .foldedName)
      )
      let part = Recipe.Part.cells([column.index], mayBeEmpty: false)
      fill(target, with: [part], source(column.index), at: place)
    }
  }

  /// Finds the field that a rule names; what is wrong with the name is noted.
  private mutating func findField(_ name: RuleName) -> Int? {
    guard let hit = fieldIndex.find(name.text) else {
      errors.append(.unknownField(name, known: targets))
      return nil
    }
    guard hit.indexes.count == 1 else {
      errors.append(
        .ambiguousField(name.text, candidates: names(of: hit.indexes), at: name.place)
      )
      return nil
    }
    return hit.indexes.first
  }

  /// Finds the column that a rule names; what is wrong with the name is noted.
  private mutating func findColumn(_ name: RuleName) -> Int? {
    guard let hit = columnIndex.find(name.text) else {
      if let place = Self.place(named: name.text), header.columns.indices.contains(place) {
        return place
      }
      errors.append(.unknownColumn(name, known: header.columns.map(\.name)))
      return nil
    }
    guard hit.indexes.count == 1 else {
      let numbers = hit.indexes.map { String($0 + 1) }
      errors.append(.ambiguousColumn(name, numbers: numbers))
      return nil
    }
    return hit.indexes.first
  }

  /// The place of a column that a rule names by its number, as `column 3` or 第3列; names may be missing, or the same.
  private static func place(named text: String) -> Int? {
    var number = String(String.UnicodeScalarView(FoldedName(text).scalars))[...]
    if number.hasPrefix("column") {
      number = number.dropFirst("column".count)
    } else if number.hasPrefix("第"), number.hasSuffix("列") {
      number = number.dropFirst().dropLast()
    } else {
      return nil
    }
    return Int(number).map { $0 - 1 }
  }

  private func names(of targets: [Int]) -> [String] { targets.map { self.targets[$0].name } }
}
