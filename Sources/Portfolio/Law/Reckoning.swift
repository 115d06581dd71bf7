public import Bilingual

/// A date that was reckoned by law, with the steps that lead to it.
public struct Reckoning: Hashable, Sendable {
  /// One step: what was done, and the day at which one then stands.
  public struct Step: Hashable, Sendable {
    /// The day reached.
    public let day: Day
    /// What was done and why.
    public let reason: Phrase
  }

  /// The date.
  public let day: Day
  /// How it was reached, beginning with the day from which it is counted.
  public let steps: [Step]
  /// Whether it rests on days for which no notice of working days is out yet.
  public let isProvisional: Bool

  init(from start: Day, _ reason: Phrase) {
    day = start
    steps = [Step(day: start, reason: reason)]
    isProvisional = false
  }

  private init(_ day: Day, _ steps: [Step], isProvisional: Bool) {
    self.day = day
    self.steps = steps
    self.isProvisional = isProvisional
  }

  /// Returns the reckoning with one more step.
  func to(_ day: Day, _ reason: Phrase, provisional: Bool = false) -> Reckoning {
    Reckoning(
      day,
      steps + [Step(day: day, reason: reason)],
      isProvisional: isProvisional || provisional
    )
  }
}
