public import JSONLines
import Ledger
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
    /// Of how many targets that is not known, or their sum too large; one that has any is not ranked.
    public let unknown: Int
    /// Whether is known of any of its targets what was reached.
    public var isKnown: Bool { unknown < rows.count }
    /// The share of its full points, by which it is ranked; `nil` where it has none, or not all points are known.
    public var share: Fraction? { unknown == 0 ? points.ratio(to: full) : nil }
    /// Its place among its like, by the share of its full points.
    public fileprivate(set) var rank: Int?
    /// Whether its points may be told; `false` where they give away a count that may not.
    public fileprivate(set) var isTold = true
  }

  /// The units: towns, departments, and the city, each by their places.
  public private(set) var units: [Unit]

  /// Sums up the scores of a year.
  ///
  /// - Parameters:
  ///   - rows: The rows of the year.
  ///   - isTown: Whether a name is that of a town.
  init(_ rows: [ProgressRow], isTown: (String) -> Bool) {
    let scored = rows.filter { $0.score != nil }
    var places: [String?: Int] = [:]
    var groups: [[ProgressRow]] = []
    for row in scored {
      let key = row.score?.unit.map(Folding.key)
      if let place = places[key] {
        groups[place].append(row)
      } else {
        places[key] = groups.count
        groups.append([row])
      }
    }
    let units = groups.map { rows in
      let name = rows[0].score?.unit
      return Unit(name, rows, isTown: name.map(isTown) ?? false)
    }
    let towns = units.filter(\.isTown)
    let departments = units.filter { !$0.isTown && $0.name != nil }
    self.units =
      Self.ranked(towns) + Self.ranked(departments) + units.filter { $0.name == nil }
  }

  /// The assessment as the public may read it: without the points that would give away a row that is hidden.
  func hiding(_ isHidden: (ProgressRow) -> Bool) -> Assessment {
    var told = self
    for index in told.units.indices {
      told.units[index].isTold = !told.units[index].rows.contains(where: isHidden)
    }
    return told
  }

  /// The units of one kind by their places, those without one last.
  private static func ranked(_ units: [Unit]) -> [Unit] {
    var ranked = units.filter { $0.unknown == 0 && $0.full.units > 0 }
      .sorted { $0.isBefore($1) }
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
    func sum(_ values: [DecimalNumber?]) -> DecimalNumber? {
      values.compactMap(\.self).reduce(DecimalNumber(units: 0)) { sum, value in
        sum.flatMap { DecimalNumber.sum($0, value) }
      }
    }
    let sums = [
      scores.map(\.full), scores.map(\.deducted), scores.map(\.bonus), scores.map(\.points),
    ]
    .map(sum)
    let none = DecimalNumber(units: 0)
    self.init(
      name: name,
      isTown: isTown,
      rows: rows,
      full: sums[0] ?? none,
      deducted: sums[1] ?? none,
      bonus: sums[2] ?? none,
      points: sums[3] ?? none,
      unknown: sums.contains(nil) ? scores.count : scores.count { $0.points == nil },
      rank: nil
    )
  }

  /// Whether it has a greater share of its full points than another.
  fileprivate func isBefore(_ other: Self) -> Bool {
    guard let own = share, let others = other.share else { return false }
    return own.numerator.multipliedFullWidth(by: others.denominator)
      > others.numerator.multipliedFullWidth(by: own.denominator)
  }

  /// The unit as the product's JSON has it.
  public var json: JSONValue {
    .object([
      JSONMember("unit", name.map(JSONValue.string) ?? .null),
      JSONMember("isTown", .boolean(isTown)),
      JSONMember("rank", rank.map { .integer(Int64($0)) } ?? .null),
      JSONMember("points", isKnown ? points.json : .null),
      JSONMember("full", full.json),
      JSONMember("share", share?.json ?? .null),
      JSONMember("deducted", deducted.json),
      JSONMember("bonus", bonus.json),
      JSONMember("unknown", .integer(Int64(unknown))),
      JSONMember("targets", .array(rows.map(\.json))),
    ])
  }
}
