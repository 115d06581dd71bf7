import Ledger
import Portfolio

extension Occurrences {
  /// For whom something counts.
  struct Party {
    let id: RecordID?
    /// Whether it is known that this is in the city, or that it is not.
    let isCertain: Bool
    /// Who else in the city it may be.
    let others: [RecordID]

    init(_ id: RecordID?, isCertain: Bool = true, others: [RecordID] = []) {
      self.id = id
      self.isCertain = isCertain
      self.others = others
    }
  }

  /// Returns who owned a right when it was filed, granted, registered or extended; of several the first in the city.
  ///
  /// Of a day that is not known any may have been it: where one of those who owned the right then is in the
  /// city and another is not, it may count; where both are, it counts for the city, and may for the town of each.
  func owner(of right: Record, at date: StatedDate, _ book: RightBook) -> Party {
    let events = book.events(of: right)
    if events.isEmpty, right.schema === Trademark.schema { return Party(right[Trademark.owner]) }
    let last = date.known.map { min($0.last, year.closing) } ?? year.closing
    let owner = places.counted(book.life(of: right, on: last).owners)
    let sales = events.compactMap {
      $0[RightEvent.action] == .transferred ? $0[RightEvent.date] : nil
    }
    .filter { sale in
      sale.first <= last && date.known.map { sale.last > $0.first } != false
    }
    guard !sales.isEmpty else { return Party(owner) }
    let all = sales.flatMap { [$0.first + -1, $0.first] }
      .map { places.counted(book.life(of: right, on: $0).owners) }
    let inCity = all.compactMap(\.self).filter { !places[$0].isElsewhere }
    guard places[owner].isElsewhere else {
      let isCertain = all.allSatisfy { !places[$0].isElsewhere }
      return Party(owner, isCertain: isCertain, others: inCity)
    }
    return inCity.first.map { Party($0, isCertain: false, others: inCity) } ?? Party(owner)
  }
}
