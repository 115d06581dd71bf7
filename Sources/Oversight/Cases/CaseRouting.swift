public import Ledger
import Portfolio

extension CaseDesk {
  /// Finds the authorities to which a case can be brought: by its right, its way and its place.
  ///
  /// A case that has a town happened in the city; one that names a place without a town happened
  /// elsewhere, and goes to the authority there, mostly by way of the office of that city.
  ///
  /// - Parameter record: The case.
  /// - Returns: The authorities, those of its own way first.
  public func authorities(for record: Record) -> [Record] {
    let isElsewhere = record[Case.town] == nil && record[Case.place] != nil
    let fitting = authorities.records.filter { authority in
      let rights = authority[Authority.rights] ?? []
      guard rights.isEmpty || record[Case.right].map({ rights.contains($0) }) ?? true else {
        return false
      }
      switch authority[Authority.scope] {
      case .local: return !isElsewhere
      case .elsewhere: return isElsewhere
      case .anywhere, nil: return true
      }
    }
    let channel = record[Case.channel]
    return fitting.filter { $0[Authority.channel] == channel }
      + fitting.filter { $0[Authority.channel] != channel }
  }
}
