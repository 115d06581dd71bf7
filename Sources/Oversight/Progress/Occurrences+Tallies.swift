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

    fileprivate mutating func add(_ one: Occurrence, _ count: Int, isCertain: Bool) {
      if one.isElsewhere {
        elsewhere += count
      } else if isCertain {
        gross += count
        net += one.stands ? count : 0
      } else {
        uncertain += count
      }
    }

    mutating func add(_ other: Tally) {
      gross += other.gross
      net += other.net
      uncertain += other.uncertain
      elsewhere += other.elsewhere
    }
  }

  /// Counts by indicator, those of all schemes together among them.
  ///
  /// What may be of the owners that are asked for is uncertain.
  ///
  /// - Parameter selection: Of what is counted; of the whole city where nothing is named.
  /// - Returns: The counts.
  func tallies(
    _ selection: YearFigures.Selection = YearFigures.Selection()
  ) -> [Indicator: Tally] {
    var tallies: [Indicator: Tally] = [:]
    for (one, count) in list {
      let isWanted = selection.includes(one)
      guard isWanted != false else { continue }
      var indicators = [Indicator(one.measure)]
      if one.scheme != nil { indicators.append(Indicator(one.measure, scheme: one.scheme)) }
      for indicator in indicators {
        tallies[indicator, default: Tally()]
          .add(one, count, isCertain: one.isCertain && isWanted == true)
      }
    }
    return tallies
  }
}
