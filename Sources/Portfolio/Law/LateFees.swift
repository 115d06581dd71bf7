public import JSONLines
public import Ledger

/// What acting after the end of a term costs besides, by how late it is.
///
/// Each step reaches from the end of the term over its months; the first that covers a day counts. Steps
/// are counted from the end as the calendar has it, so that a day off before it never makes a step
/// cheaper than it is.
public struct LateFees: Hashable, Sendable {
  /// What is paid on top while a step lasts.
  public struct Step: Hashable, Sendable {
    /// How long after the end it lasts.
    public let within: Period
    /// What is added, in hundredths of the full fee.
    public let percent: Int
  }

  /// The steps, each longer than the one before.
  public let steps: [Step]

  /// Reads `[{"within":"1m","percent":0},…]`.
  ///
  /// - Parameter value: The value of ``Term/lateFees``.
  /// - Throws: A ``FieldProblem`` that says which step cannot be used.
  public init(_ value: JSONValue) throws(FieldProblem) {
    guard let list = value.array, !list.isEmpty else { throw .shape(Term.lateFeeShape, value) }
    var steps: [Step] = []
    for item in list {
      guard let period = item["within"]?.string.flatMap(Period.init(_:)),
        let months = period.months,
        let percent = item["percent"]?.integer, (0...1000).contains(percent),
        months > (steps.last?.within.months ?? 0)
      else { throw .shape(Term.lateFeeShape, item) }
      steps.append(Step(within: period, percent: Int(percent)))
    }
    self.steps = steps
  }

  /// Returns what is added on a day, in hundredths of the full fee.
  ///
  /// - Parameters:
  ///   - day: The day on which one acts.
  ///   - end: The end of the term as the calendar has it, before it moves for a day off.
  /// - Returns: Nothing within the term, after all steps that of the last one.
  public func percent(on day: Day, after end: Day) -> Int {
    guard day > end else { return 0 }
    let step = steps.first { day <= end.adding(months: $0.within.months ?? 0).day }
    return step?.percent ?? steps.last?.percent ?? 0
  }
}
