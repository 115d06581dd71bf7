import JSONLines

extension Columns {
  /// Reads the ids of rows.
  ///
  /// - Parameter rows: Rows of these columns.
  /// - Returns: Their ids, in the same order.
  public func ids(of rows: [Int]) -> [RecordID] {
    switch origin {
    case .memory(let records): return rows.map { records[$0].id }
    case .picked(_, _, let ids): return rows.map { ids[$0] }
    case .file(let lines):
      let places = lines.places
      return Workers.mapParts(of: rows, ifMoreThan: 10_000) { part in
        part.map { RecordID(places.text($0)) }
      }
      .flatMap(\.self)
    }
  }
}

extension Places {
  /// The id of a line as text, escapes resolved.
  fileprivate func text(_ line: Int) -> String {
    let range = range(line)
    let plain = source.bytes.withSpan { span in
      plainID(range, span).map { span.extracting($0).text }
    }
    return plain ?? String(decoding: id(line), as: UTF8.self)
  }
}
