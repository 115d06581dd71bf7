public import JSONLines
public import Portfolio

/// The yearly assessment: the scores of the city's targets by who answers for them, towns and departments ranked.
public struct Assessment: Sendable {
  /// The score of a town or a department.
  public struct Unit: Sendable {
    /// Its name; `nil` for the whole city.
    public let name: String?
    /// Whether it is a town; towns are ranked among themselves, and so are departments.
    public let isTown: Bool
    /// Its targets that bring points, in the order of the plan.
    public let rows: [ProgressRow]
    /// The points for reaching all of its targets.
    public let full: DecimalNumber
    /// What is taken off.
    public let deducted: DecimalNumber
    /// What is given on top.
    public let bonus: DecimalNumber
    /// The points of the targets of which is known what was reached.
    public let points: DecimalNumber
    /// Of how many targets that is not known; one that has any is not ranked.
    public let unknown: Int
    /// Its place among its like, by the share of its full points.
    public fileprivate(set) var rank: Int?
  }

  /// The units: towns, departments, and the city, each by their places.
  public let units: [Unit]

  /// Sums up the scores of a year.
  ///
  /// - Parameters:
  ///   - rows: The rows of the year.
  ///   - isTown: Whether a name is that of a town.
  init(_ rows: [ProgressRow], isTown: (String) -> Bool) {
    let scored = rows.filter { $0.score != nil }
    var names: [String?] = []
    for row in scored where !names.contains(row.score?.unit) { names.append(row.score?.unit) }
    let units = names.map { name in
      Unit(name, scored.filter { $0.score?.unit == name }, isTown: name.map(isTown) ?? false)
    }
    let towns = units.filter(\.isTown)
    let departments = units.filter { !$0.isTown && $0.name != nil }
    self.units =
      Self.ranked(towns) + Self.ranked(departments) + units.filter { $0.name == nil }
  }

  /// The units of one kind by their places, those without one last.
  private static func ranked(_ units: [Unit]) -> [Unit] {
    var ranked = units.filter { $0.unknown == 0 && $0.full.units > 0 }.enumerated()
      .sorted { a, b in
        a.element.isBefore(b.element) || !b.element.isBefore(a.element) && a.offset < b.offset
      }
      .map(\.element)
    for index in ranked.indices {
      let isTie = index > 0 && !ranked[index - 1].isBefore(ranked[index])
      ranked[index].rank = isTie ? ranked[index - 1].rank : index + 1
    }
    return ranked + units.filter { $0.unknown > 0 || $0.full.units <= 0 }
  }
}

extension Assessment.Unit {
  fileprivate init(_ name: String?, _ rows: [ProgressRow], isTown: Bool) {
    let scores = rows.compactMap(\.score)
    func sum(_ values: [DecimalNumber?]) -> DecimalNumber {
      values.compactMap(\.self).reduce(DecimalNumber(units: 0)) { $0.adding($1) ?? $0 }
    }
    self.init(
      name: name,
      isTown: isTown,
      rows: rows,
      full: sum(scores.map(\.full)),
      deducted: sum(scores.map(\.deducted)),
      bonus: sum(scores.map(\.bonus)),
      points: sum(scores.map(\.points)),
      unknown: scores.count { $0.points == nil },
      rank: nil
    )
  }

  /// Whether it has a greater share of its full points than another.
  fileprivate func isBefore(_ other: Self) -> Bool {
    guard let own = points.ratio(to: full), let others = other.points.ratio(to: other.full) else {
      return false
    }
    return own.numerator.multipliedFullWidth(by: others.denominator)
      > others.numerator.multipliedFullWidth(by: own.denominator)
  }

  /// The unit as the product's JSON has it.
  public var json: JSONValue {
    .object([
      JSONMember("unit", name.map(JSONValue.string) ?? .null),
      JSONMember("isTown", .boolean(isTown)),
      JSONMember("rank", rank.map { .integer(Int64($0)) } ?? .null),
      JSONMember("points", points.json),
      JSONMember("full", full.json),
      JSONMember("deducted", deducted.json),
      JSONMember("bonus", bonus.json),
      JSONMember("unknown", .integer(Int64(unknown))),
      JSONMember("targets", .array(rows.map(\.json))),
    ])
  }
}
