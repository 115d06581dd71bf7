import Bilingual
public import Ledger
import Portfolio

/// What people call an indicator, as `progress` shows it, and the name under which it is kept.
public enum IndicatorNames {
  /// Puts the name that is kept in the place of what was typed for a target or an observation.
  ///
  /// - Parameters:
  ///   - draft: The record; of another kind it stays as it is.
  ///   - snapshot: The records that stand.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func complete(_ draft: inout Draft, _ snapshot: Snapshot) throws {
    guard let field = field(of: draft.schema), let typed = draft[field],
      let name = try name(meantBy: typed, snapshot)
    else { return }
    draft[field] = name
  }

  /// The field of a kind that names an indicator; `nil` where it has none.
  ///
  /// - Parameter schema: The kind.
  /// - Returns: The field.
  public static func field(of schema: Schema) -> Field<String>? {
    if schema === Target.schema { return Target.indicator }
    return schema === Observation.schema ? Observation.indicator : nil
  }

  /// The name under which an indicator is kept; `nil` where what was typed is one, or means none.
  static func name(meantBy typed: String, _ snapshot: Snapshot) throws -> String? {
    let schemes = try snapshot.table(Scheme.self)
    if let known = Indicator(typed), known.scheme.map({ schemes[$0] != nil }) ?? true { return nil }
    let targets = try snapshot.table(Target.self).records
    let key = Folding.key(typed)
    let shown = targets.filter { target in
      target[Target.indicator] != typed
        && [target[Target.label], target[Target.labelEn]].contains { $0.map(Folding.key) == key }
    }
    if let target = shown.first(where: { $0[Target.scope] == nil }) ?? shown.first {
      return target[Target.indicator]
    }
    guard !targets.contains(where: { $0[Target.indicator] == typed }) else { return nil }
    let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
    guard let first = parts.first,
      let measure = Measure.allCases.first(where: { measure in
        [measure.rawValue, measure.label.en, measure.label.zh].contains { Folding.key($0) == first }
      })
    else { return nil }
    guard parts.count == 2 else { return measure.rawValue }
    guard measure.isByScheme, let titles = titles(parts[1], schemes) else { return nil }
    return "\(measure.rawValue):\(titles)"
  }

  /// The scheme, or the level and the family, that a text names.
  private static func titles(_ text: String, _ schemes: Table) -> String? {
    if let scheme = schemes.records.first(where: { scheme in
      [scheme.id.text, scheme[Scheme.name]].contains { $0.map(Folding.key) == text }
    }) {
      return scheme.id.text
    }
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    func code(_ choices: [Choice], _ part: String) -> String? {
      choices.first { choice in
        ([choice.code, choice.label.en, choice.label.zh] + choice.also)
          .contains { Folding.key($0) == part }
      }?.code
    }
    guard let first = parts.first, let level = code(BrandLevel.allCases.map(\.choice), first) else {
      return nil
    }
    guard parts.count == 2 else { return level }
    return code(SchemeFamily.allCases.map(\.choice), parts[1]).map { "\(level)/\($0)" }
  }
}
