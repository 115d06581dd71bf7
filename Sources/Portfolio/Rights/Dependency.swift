public import Ledger

/// How an international registration hangs on the mark on which it rests.
///
/// Within five years of the registration it falls with its basic mark (Madrid Protocol, Article 6; the
/// ledger's term is `madrid-dependency`). After that it stands by itself.
public struct Dependency: Sendable {
  /// The basic mark.
  public let basis: Record
  /// The last day on which it depends, with the steps.
  public let ends: Reckoning
  /// The day on which the basic mark ended, where it ended while the registration depended on it.
  public let fellOn: PartialDate?
}

extension RightBook {
  /// Tells how an international registration hangs on its basic mark.
  ///
  /// - Parameters:
  ///   - mark: The international registration.
  ///   - day: The day on which it is looked at.
  /// - Returns: The dependency; `nil` where the record names no basic mark, the day of registration is
  ///   not known, or the ledger has no such term.
  public func dependency(of mark: Record, on day: Day) -> Dependency? {
    guard mark[Trademark.route] == .madrid, let basis = trademarks[mark[Trademark.basicMark]],
      let start = mark[Trademark.registeredOn]?.day,
      let term = try? terms.term("madrid-dependency", on: start),
      let ends = term.end(from: start, in: calendar)
    else { return nil }
    let ended = standing(of: basis, on: day).endedOn
    let fell = ended.map { $0.first <= ends.day && $0.last >= start } ?? false
    return Dependency(basis: basis, ends: ends, fellOn: fell ? ended : nil)
  }
}
