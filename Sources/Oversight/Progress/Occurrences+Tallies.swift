import Ledger

extension Occurrences {
  /// The counts of one indicator.
  struct Tally {
    var gross = 0
    var net = 0
    var uncertain = 0
    /// How many would be among these, were their owners or holders in the city.
    var elsewhere = 0

    /// Whether there is nothing to tell.
    var isEmpty: Bool { gross + uncertain + elsewhere == 0 }

    fileprivate mutating func add(_ one: Occurrence, _ count: Int) {
      if one.isElsewhere {
        elsewhere += count
      } else if one.isCertain {
        gross += count
        net += one.stands ? count : 0
      } else {
        uncertain += count
      }
    }
  }

  /// Counts by indicator, those of all schemes together among them.
  ///
  /// - Parameter town: The one town of which is counted; the whole city where there is none.
  /// - Returns: The counts.
  func tallies(town: RecordID? = nil) -> [Indicator: Tally] {
    var tallies: [Indicator: Tally] = [:]
    for (one, count) in list where town == nil || one.town == town {
      var indicators = [Indicator(one.measure)]
      if one.scheme != nil { indicators.append(Indicator(one.measure, scheme: one.scheme)) }
      for indicator in indicators { tallies[indicator, default: Tally()].add(one, count) }
    }
    return tallies
  }
}
