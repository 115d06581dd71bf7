import Ledger

/// The facts of a round of one kind, with what clauses ask of them, read once for all clauses.
struct FactPool {
  /// The values of one attribute: what each fact has, by the place among the different ones.
  private struct Column {
    var places: [Int32] = []
    var values: [FactValues] = []

    init(_ attribute: FactAttribute, of facts: [Fact], _ evidence: Evidence) {
      var known: [FactValues: Int32] = [:]
      places.reserveCapacity(facts.count)
      for fact in facts {
        let value = attribute.read(fact, evidence).values
        if let place = known[value] {
          places.append(place)
        } else {
          known[value] = Int32(values.count)
          places.append(Int32(values.count))
          values.append(value)
        }
      }
    }
  }

  /// What a value means to a filter.
  private enum Fit {
    case fits, otherwise, not, missing
  }

  let facts: [Fact]
  private var columns: [String: Column] = [:]

  init(_ facts: [Fact]) {
    self.facts = facts
  }

  /// Leads every fact that a clause speaks about, or might, to the body, with what its filters say.
  mutating func matching(
    _ selection: Selection,
    _ evidence: Evidence,
    _ body: (Fact, Selection.Answer) -> Void
  ) {
    let tests = selection.filters.map { filter in
      let name = filter.attribute.name
      let column = columns[name] ?? Column(filter.attribute, of: facts, evidence)
      columns[name] = column
      return (places: column.places, fits: column.values.map { Self.fit($0, filter) })
    }
    for index in facts.indices {
      var fit = Fit.fits
      for test in tests {
        switch test.fits[Int(test.places[index])] {
        case .fits: continue
        case .not: fit = .not
        case let other: fit = fit == .not ? .not : other
        }
      }
      switch fit {
      case .not: continue
      case .fits: body(facts[index], .yes)
      case .otherwise, .missing:
        body(facts[index], selection.matches(facts[index], evidence))
      }
    }
  }

  private static func fit(_ values: FactValues, _ filter: Selection.Filter) -> Fit {
    if values.isEmpty { return .missing }
    if values.contains(anyOf: filter.codes) { return .fits }
    return filter.attribute.isCircumstance ? .otherwise : .not
  }
}
