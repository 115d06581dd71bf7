public import Ledger

/// The days of which a stretch of time is made, as ordinals.
enum Ordinals {
  /// An end that never comes.
  static let never = Int.max
  /// Nothing is known.
  static let allTime = Int.min...Int.max
  /// The years 1 to 9999, in which days have dates.
  static let calendar = Day(unchecked: 1, 1, 1).ordinal...Day(unchecked: 9999, 12, 31).ordinal
}

/// The days on which a recognition holds, as far as they are known.
public struct Tenure: Hashable, Sendable {
  /// The last day on which it holds.
  public enum End: Hashable, Sendable {
    /// There is none: it holds without end.
    case open
    /// The day is known.
    case on(Day)
    /// Dates are missing, or known by month or year only.
    case unknown
  }

  // The first and the last day lie within these ordinals.
  private let start: ClosedRange<Int>
  private let finish: ClosedRange<Int>

  /// Reads the tenure of a recognition.
  ///
  /// Its end is the date that its own document names, else that of its cohort in the scheme; a
  /// revocation ends it the day before.
  ///
  /// - Parameters:
  ///   - recognition: The recognition.
  ///   - scheme: Its scheme; without one its end is unknown.
  public init(_ recognition: Record, scheme: Record?) {
    let awarded = recognition[Recognition.awarded]
    let from = (awarded ?? scheme?[Scheme.wonFrom])?.first.ordinal ?? Int.min
    let until = (awarded ?? scheme?[Scheme.wonUntil])?.last.ordinal ?? Int.max
    start = from...max(from, until)

    var finish = Ordinals.allTime
    if let date = recognition[Recognition.validUntil] {
      finish = date.first.ordinal...date.last.ordinal
    } else if let scheme, let validity = try? SchemeValidity(scheme[Scheme.validity]) {
      finish = validity.lastDay(wonWithin: start)
    }
    if let revoked = recognition[Recognition.revokedOn] {
      finish =
        min(
          finish.lowerBound,
          revoked.first.ordinal - 1
        )...min(
          finish.upperBound,
          revoked.last.ordinal - 1
        )
    }
    self.finish = finish
  }

  /// The last day on which it holds.
  public var end: End {
    guard finish.lowerBound == finish.upperBound else { return .unknown }
    return finish.lowerBound == Ordinals.never ? .open : .on(Day(ordinal: finish.lowerBound))
  }

  /// Says whether the recognition holds on a day: `nil` where too little is known.
  ///
  /// - Parameter day: The day.
  /// - Returns: Whether it does.
  public func holds(on day: Day) -> Bool? {
    if day.ordinal < start.lowerBound || day.ordinal > finish.upperBound { return false }
    if day.ordinal >= start.upperBound, day.ordinal <= finish.lowerBound { return true }
    return nil
  }
}
