import Bilingual
public import Ledger
public import Portfolio

/// An indicator that is computed: a measure, of some titles only where it is counted by scheme.
public struct Indicator: Hashable, Sendable {
  /// The titles that an indicator counts.
  public enum Titles: Hashable, Sendable {
    /// Those of one scheme.
    case scheme(RecordID)
    /// Those of all schemes of a level, and of a family where one is named.
    case level(BrandLevel, SchemeFamily?)
  }

  /// What is counted.
  public let measure: Measure
  /// The titles of which it is counted; all of them where nothing stands here.
  public let titles: Titles?

  init(_ measure: Measure, scheme: RecordID? = nil) {
    self.measure = measure
    titles = scheme.map { .scheme($0) }
  }

  /// Reads a name such as `patents-granted`, `holdings:well-known-trademark` or `holdings:national/product`.
  ///
  /// - Parameter name: The name as targets write it; `nil` for indicators that are not computed.
  public init?(_ name: String) {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let measure = Measure(rawValue: String(parts[0])) else { return nil }
    guard parts.count == 1 || measure.isByScheme else { return nil }
    self.measure = measure
    titles = parts.count == 2 ? Self.titles(String(parts[1])) : nil
  }

  private static func titles(_ name: String) -> Titles {
    let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    if let level = BrandLevel(rawValue: String(parts[0])) {
      if parts.count == 1 { return .level(level, nil) }
      if let family = SchemeFamily(rawValue: String(parts[1])) { return .level(level, family) }
    }
    return .scheme(RecordID(name))
  }

  /// The one scheme of which it is counted.
  public var scheme: RecordID? {
    if case .scheme(let id) = titles { id } else { nil }
  }

  /// The name as targets write it.
  public var name: String {
    switch titles {
    case nil: measure.rawValue
    case .scheme(let id): "\(measure.rawValue):\(id)"
    case .level(let level, let family):
      "\(measure.rawValue):\(level.rawValue)" + (family.map { "/\($0.rawValue)" } ?? "")
    }
  }

  /// Returns the name shown to people.
  func label(_ schemes: Table) -> Phrase {
    let of: Phrase
    switch titles {
    case nil: return measure.label
    case .scheme(let id):
      let name = schemes[id]?[Scheme.name] ?? id.text
      of = Phrase(en: name, zh: name)
    case .level(let level, let family):
      let (level, family) = (level.choice.label, family?.choice.label)
      of = Phrase(
        en: level.en + (family.map { " \($0.en)" } ?? ""),
        zh: level.zh + (family?.zh ?? "")
      )
    }
    return Phrase(en: "\(measure.label.en): \(of.en)", zh: "\(measure.label.zh)：\(of.zh)")
  }
}

extension Table {
  /// The schemes whose titles an indicator counts; `nil` where it counts all.
  func schemes(of indicator: Indicator) -> [RecordID]? {
    switch indicator.titles {
    case nil: nil
    case .scheme(let id): [id]
    case .level(let level, let family):
      records.filter {
        $0[Scheme.level] == level && (family == nil || $0[Scheme.family] == family)
      }
      .map(\.id)
    }
  }
}
