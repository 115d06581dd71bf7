import JSONLines
import Ledger
import Portfolio

extension Snapshot {
  /// Returns the snapshot with other records of some kinds, to be computed and never written.
  func assuming(_ changes: [String: @Sendable ([Record]) -> [Record]]) -> Snapshot {
    Snapshot(catalog, commit: commit) { schema in
      let table = try self.table(schema)
      guard let change = changes[schema.kind] else { return table }
      return Table(schema, change(table.records))
    }
  }

  /// Returns the snapshot with policies put in the place of those with the same id.
  func assuming(_ source: PolicySource) -> Snapshot {
    let (policies, clauses) = (source.policies, source.clauses)
    let ids = Set(policies.map(\.id))
    return assuming([
      Policy.schema.kind: { $0.filter { !ids.contains($0.id) } + policies },
      Clause.schema.kind: { records in
        records.filter { $0[Clause.policy].map { !ids.contains($0) } ?? true } + clauses
      },
    ])
  }

  /// Returns the snapshot with records put in the place of those with the same id.
  func assuming(records: [Record]) -> Snapshot {
    let byKind = Dictionary(grouping: records, by: \.schema.kind)
    return assuming(
      byKind.mapValues { new in
        let ids = Set(new.map(\.id))
        return { $0.filter { !ids.contains($0.id) } + new }
      }
    )
  }

  /// Returns the snapshot without the awards that were sealed for a year or a later one.
  func assumingNoAwards(since year: Int) -> Snapshot {
    assuming([Award.schema.kind: { $0.filter { ($0[Award.year] ?? .min) < year } }])
  }
}
