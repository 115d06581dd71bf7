import JSONLines

/// The rows that fulfil conditions, found on columns.
struct Selection {
  private let filters: [Filter]

  /// Reads conditions.
  ///
  /// - Throws: ``Diagnostics`` with the faults found before and every condition that is wrong.
  init(
    _ schema: Schema,
    where conditions: [String],
    _ snapshot: Snapshot,
    _ before: [Diagnostic] = []
  ) throws {
    var faults = before
    var filters: [Filter] = []
    for typed in conditions {
      do {
        filters.append(try Filter(typed, schema, snapshot))
      } catch let fault as Diagnostic {
        faults.append(fault)
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    self.filters = filters
  }

  init(_ filters: [Filter]) {
    self.filters = filters
  }

  /// The fields whose columns are needed.
  var fields: [FieldDefinition] { filters.map { $0.path.fields[0] } }

  /// Finds the rows; each condition is asked once for each distinct value.
  func rows(_ columns: Columns) -> LineSet {
    var chosen = columns.live
    for filter in filters {
      let slot = columns.schema.slot(of: filter.path.fields[0])
      for (index, segment) in columns.segments.enumerated() {
        let column = segment.column(slot)
        let isAccepted = (0..<column.values.count).map { code in
          filter.accepts(code == 0 ? nil : column.values.value(code, as: JSONValue.self))
        }
        guard isAccepted.contains(false) else { continue }
        let base = columns.bases[index]
        chosen.filter(in: base..<base + column.codes.count) { line in
          isAccepted[Int(column.codes[line - base])]
        }
      }
    }
    return chosen
  }
}
