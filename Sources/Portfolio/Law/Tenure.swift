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

  /// What a scheme says of the days of its titles, read once for all of them.
  public struct Terms: Sendable {
    fileprivate let wonFrom: PartialDate?
    fileprivate let wonUntil: PartialDate?
    fileprivate let validity: SchemeValidity?

    /// Reads the terms of a scheme.
    public init(_ scheme: Record) {
      wonFrom = scheme[Scheme.wonFrom]
      wonUntil = scheme[Scheme.wonUntil]
      validity = try? SchemeValidity(scheme[Scheme.validity])
    }
  }

  /// Reads the tenure of a recognition.
  ///
  /// - Parameters:
  ///   - recognition: The recognition.
  ///   - scheme: Its scheme; without one its end is unknown.
  public init(_ recognition: Record, scheme: Record?) {
    self.init(
      awarded: recognition[Recognition.awarded],
      validUntil: recognition[Recognition.validUntil],
      revokedOn: recognition[Recognition.revokedOn],
      scheme.map { Terms($0) }
    )
  }

  /// Works out a tenure from its dates.
  ///
  /// Its end is the date that the recognition's own document names, else that of its cohort in the scheme;
  /// a revocation ends it the day before.
  ///
  /// - Parameters:
  ///   - awarded: When it was won.
  ///   - validUntil: The last day that its document names.
  ///   - revokedOn: When it was revoked.
  ///   - terms: What its scheme says; without one its end is unknown.
  public init(
    awarded: PartialDate?,
    validUntil: PartialDate?,
    revokedOn: PartialDate?,
    _ terms: Terms?
  ) {
    let from = (awarded ?? terms?.wonFrom)?.first.ordinal ?? Int.min
    let until = (awarded ?? terms?.wonUntil)?.last.ordinal ?? Int.max
    start = from...max(from, until)

    var finish = Ordinals.allTime
    if let date = validUntil {
      finish = date.first.ordinal...date.last.ordinal
    } else if let validity = terms?.validity {
      finish = validity.lastDay(wonWithin: start)
    }
    if let revoked = revokedOn {
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

  /// The days on which it may end; `nil` where it holds without end, or its end may be any day.
  public var ends: ClosedRange<Day>? {
    guard Ordinals.calendar.contains(finish.lowerBound),
      Ordinals.calendar.contains(finish.upperBound)
    else { return nil }
    return Day(ordinal: finish.lowerBound)...Day(ordinal: finish.upperBound)
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
