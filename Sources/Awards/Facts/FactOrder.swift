import Ledger
import Portfolio

/// Puts rows into the order of facts: by their days, then by id.
struct FactOrder {
  private let columns: Columns
  private let kind: FactKind
  private var rows: [Int] = []
  private var ids: [RecordID] = []

  /// Sorts all rows of some columns; those without a date stay where the record tells that it has happened.
  init(_ columns: Columns, of kind: FactKind) throws {
    self.columns = columns
    self.kind = kind
    let rows = columns.rows
    let found = columns.values(of: kind.date.definition, in: rows)
    let dates = found.all(as: PartialDate.self)
    let spans = dates.map(Fact.Span.init)
    let ranks = Self.ranks(spans)
    // Days are few, so each has its own part of the result.
    var groups = [[Int32]](repeating: [], count: (ranks.max() ?? -1) + 1)
    var kept: [Int] = []
    kept.reserveCapacity(rows.count)
    let happened = kind.happening.column.map { column in
      let values = columns.values(of: column.definition, in: rows)
      return (places: values.places, isTrue: column.isTrue(values))
    }
    for (index, place) in found.places.enumerated() {
      if dates[Int(place)] == nil || !kind.isDayEnough {
        let isTrue =
          if let happened { happened.isTrue[Int(happened.places[index])] } else {
            try kind.happening.isTrue(columns.record(rows[index]))
          }
        guard isTrue else { continue }
      }
      groups[ranks[Int(place)]].append(Int32(kept.count))
      kept.append(rows[index])
    }
    let known = columns.ids(of: kept)
    let heads = known.map(\.head)
    self.rows.reserveCapacity(kept.count)
    ids.reserveCapacity(kept.count)
    for group in groups {
      for index in Self.sorted(group, known, heads) {
        self.rows.append(kept[Int(index)])
        ids.append(known[Int(index)])
      }
    }
  }

  /// The place of each span in their order; equal ones share it.
  private static func ranks(_ spans: [Fact.Span]) -> [Int] {
    var ranks = [Int](repeating: 0, count: spans.count)
    var rank = -1
    var last: Fact.Span?
    for index in spans.indices.sorted(by: { spans[$0] < spans[$1] }) {
      if spans[index] != last { rank += 1 }
      last = spans[index]
      ranks[index] = rank
    }
    return ranks
  }

  private static func sorted(_ group: [Int32], _ ids: [RecordID], _ heads: [UInt128]) -> [Int32] {
    func precedes(_ a: Int32, _ b: Int32) -> Bool {
      let (a, b) = (Int(a), Int(b))
      return heads[a] == heads[b] ? ids[a] < ids[b] : heads[a] < heads[b]
    }
    // Files are mostly in the order of their ids.
    let isSorted = zip(group, group.dropFirst()).allSatisfy(precedes)
    return isSorted ? group : group.sorted(by: precedes)
  }

  func facts(_ evidence: Evidence) -> FactRows {
    FactRows(columns, rows, ids, of: kind, evidence)
  }
}
