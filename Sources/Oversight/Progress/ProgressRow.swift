public import Bilingual
public import JSONLines
public import Portfolio

/// One indicator of a year beside what the plan wants of it.
public struct ProgressRow: Sendable {
  /// The year.
  public let year: Int
  /// The indicator's name.
  public let indicator: String
  /// Its name shown to people.
  public let label: Phrase
  /// The clause of the plan; `nil` where the plan has no target for it.
  public let clause: String?
  /// The town or department; `nil` for the whole city.
  public let scope: String?
  /// What is counted.
  public let unit: String?
  /// How the actual value compares to the target.
  public let comparison: TargetOperator?
  /// The target, or the lower end of its range.
  public let target: DecimalNumber?
  /// The upper end of a range.
  public let upper: DecimalNumber?
  /// What was reached up to the closing day; `nil` where nobody knows.
  public let actual: DecimalNumber?
  /// Of that, what still stands on the closing day.
  public let net: DecimalNumber?
  /// The first year of the average that must reach the target; `nil` where each year stands for itself.
  public let averageFrom: Int?
  /// The average of the years from then on, up to this one, each by what was reached in it.
  public let average: Fraction?
  /// The legal forms of owners that alone count; empty for all.
  public let ownerTypes: [EnterpriseType]
  /// The sectors that alone count; empty for all.
  public let sectors: [String]
  /// How many more there may be, of which dates are missing or partial, or places or owners not clear.
  public let uncertain: Int
  /// How many were left out, of owners or holders on record elsewhere than in the city.
  public let elsewhere: Int
  /// While the year runs, the reached share of the target over the elapsed share of the year; 1 is on schedule.
  ///
  /// A ceiling, a share and a stock have none: to reach more of them earlier says nothing good.
  public let pace: Fraction?
  /// What the year's last day will show, by the rules of ``Forecast``.
  public let forecast: DecimalNumber?
  /// Whether the target is met on the closing day; `nil` where that is unknown or there is no target.
  public let met: Bool?
  /// What it brings in the yearly assessment; `nil` where the target has no points.
  public let score: TargetScore?
  /// Whether more of what is new was reached than the range asks, which meets it too.
  public let isAboveRange: Bool

  /// The row as the product's JSON has it.
  public var json: JSONValue {
    .object([
      JSONMember("indicator", .string(indicator)),
      JSONMember("clause", clause.map(JSONValue.string) ?? .null),
      JSONMember("scope", scope.map(JSONValue.string) ?? .null),
      JSONMember("target", target?.json ?? .null),
      JSONMember("actual", actual?.json ?? .null),
      JSONMember("net", net?.json ?? .null),
      JSONMember("forecast", forecast?.json ?? .null),
      JSONMember("met", met.map(JSONValue.boolean) ?? .null),
      JSONMember("year", .integer(Int64(year))),
      JSONMember("unit", unit.map(JSONValue.string) ?? .null),
      JSONMember("operator", comparison.map { .string($0.rawValue) } ?? .null),
      JSONMember("upper", upper?.json ?? .null),
      JSONMember("uncertain", .integer(Int64(uncertain))),
      JSONMember("elsewhere", .integer(Int64(elsewhere))),
      JSONMember("pace", pace?.json ?? .null),
      JSONMember("averageFrom", averageFrom.map { .integer(Int64($0)) } ?? .null),
      JSONMember("average", average?.json ?? .null),
      JSONMember("ownerTypes", .array(ownerTypes.map { .string($0.rawValue) })),
      JSONMember("sectors", .array(sectors.map(JSONValue.string))),
      JSONMember("responsible", score?.unit.map(JSONValue.string) ?? .null),
      JSONMember("weight", score?.full.json ?? .null),
      JSONMember("deducted", score?.deducted?.json ?? .null),
      JSONMember("bonus", score?.bonus?.json ?? .null),
      JSONMember("points", score?.points?.json ?? .null),
    ])
  }
}

extension TargetOperator {
  /// Says whether a value meets a target; a range of what is new is met from its lower end on.
  func isMet(
    by value: DecimalNumber,
    _ target: DecimalNumber,
    upper: DecimalNumber?,
    isNew: Bool
  ) -> Bool {
    switch self {
    case .atLeast: value >= target
    case .above: value > target
    case .atMost: value <= target
    case .within: value >= target && (isNew || upper.map { value <= $0 } != false)
    }
  }
}
