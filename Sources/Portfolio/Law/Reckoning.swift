public import Bilingual
package import Ledger

/// A date that was reckoned by law, with the steps that lead to it.
public struct Reckoning: Hashable, Sendable {
  /// One step: what was done, and the day at which one then stands.
  public struct Step: Hashable, Sendable {
    /// The day reached.
    public let day: Day
    // Of a million dates that are reckoned few are explained.
    private let told: @Sendable () -> Phrase
    /// What was done and why.
    public var reason: Phrase { told() }

    fileprivate init(_ day: Day, _ told: @escaping @Sendable () -> Phrase) {
      self.day = day
      self.told = told
    }

    /// Whether both say the same of the same day.
    public static func == (a: Step, b: Step) -> Bool { a.day == b.day && a.reason == b.reason }

    /// Feeds what it says to a hasher.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(day)
      hasher.combine(reason)
    }
  }

  /// The date.
  public let day: Day
  /// How it was reached, beginning with the day from which it is counted.
  public let steps: [Step]
  /// Whether it rests on days for which no notice of working days is out yet.
  public let isProvisional: Bool

  /// The date before it moved for a day off.
  public let nominal: Day

  /// Begins with a day that is given: by a record, by a decision, or as the start of a period.
  ///
  /// - Parameters:
  ///   - start: The day.
  ///   - reason: What it is.
  public init(from start: Day, _ reason: @autoclosure @escaping @Sendable () -> Phrase) {
    self.init(start, [Step(start, reason)], nominal: start, isProvisional: false)
  }

  private init(_ day: Day, _ steps: [Step], nominal: Day, isProvisional: Bool) {
    self.day = day
    self.steps = steps
    self.nominal = nominal
    self.isProvisional = isProvisional
  }

  /// What is to be said of a date for which no notice of working days is out; `nil` of any other.
  package var doubt: Diagnostic? {
    guard isProvisional else { return nil }
    return Diagnostic(
      "date-provisional",
      Phrase(
        en: "\(day) is provisional: no notice of days off covers all days until then",
        zh: "\(day) 为暂定日期：放假通知未覆盖其间全部日期"
      ),
      help: Phrase(
        en: "add the holiday record of the year once the notice is out",
        zh: "通知公布后请添加该年度工作日历"
      ),
      severity: .warning
    )
  }

  /// Returns the reckoning with one more step.
  func to(
    _ day: Day,
    _ reason: @autoclosure @escaping @Sendable () -> Phrase,
    nominal: Day? = nil,
    provisional: Bool = false
  ) -> Reckoning {
    Reckoning(
      day,
      steps + [Step(day, reason)],
      nominal: nominal ?? day,
      isProvisional: isProvisional || provisional
    )
  }

  /// Returns the reckoning of a second period, with the steps of this one before its own.
  ///
  /// - Parameter next: A reckoning that begins where this one ends.
  /// - Returns: Both in one.
  public func followed(by next: Reckoning) -> Reckoning {
    Reckoning(
      next.day,
      steps + next.steps,
      nominal: next.nominal,
      isProvisional: isProvisional || next.isProvisional
    )
  }
}
