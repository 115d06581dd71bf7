import Ledger

/// The facts of a round of one kind, with what clauses ask of them, read once for all clauses.
struct FactPool {
  /// The values of one attribute: what each fact has, by the place among the different ones.
  private struct Column {
    var places: [Int32] = []
    var values: [FactValues] = []

    init(_ attribute: FactAttribute, of rows: FactRows, _ evidence: Evidence) {
      if let column = attribute.column, let found = rows.values(of: column.definition) {
        places = found.places
        values = column.values(found, evidence)
        return
      }
      var known: [FactValues: Int32] = [:]
      places.reserveCapacity(rows.count)
      for fact in rows.facts {
        let value = attribute.read(fact, evidence)
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

  let rows: FactRows
  private var columns: [String: Column] = [:]

  init(_ rows: FactRows) {
    self.rows = rows
  }

  /// Leads every fact that a clause speaks about, or might, to the body, with what its filters say.
  mutating func matching(
    _ selection: Selection,
    _ evidence: Evidence,
    _ body: (Fact, Selection.Answer) -> Void
  ) {
    let tests = selection.filters.filter { $0.attribute.rivals == nil }.map { filter in
      let name = filter.attribute.name
      let column = columns[name] ?? Column(filter.attribute, of: rows, evidence)
      columns[name] = column
      return (places: column.places, fits: column.values.map { Self.fit($0, filter) })
    }
    let asksForFirst = selection.asksForFirst
    for index in 0..<rows.count {
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
      case .fits where !asksForFirst: body(Fact(rows, index), .yes)
      case .fits, .otherwise, .missing:
        let fact = Fact(rows, index)
        let answer = selection.matches(fact, evidence)
        if case .no = answer { continue }
        body(fact, answer)
      }
    }
  }

  private static func fit(_ values: FactValues, _ filter: Selection.Filter) -> Fit {
    if values.isEmpty { return .missing }
    if values.contains(anyOf: filter.codes) { return .fits }
    return filter.attribute.isCircumstance ? .otherwise : .not
  }
}
