import JSONLines

extension Columns {
  /// Reads the ids of rows.
  ///
  /// - Parameter rows: Rows of these columns.
  /// - Returns: Their ids, in the same order.
  public func ids(of rows: [Int]) -> [RecordID] {
    switch origin {
    case .memory(let records): return rows.map { records[$0].id }
    case .picked(_, _, let ids):
      return Self.onAllCores(rows) { row in
        let (segment, line) = place(row)
        return ids[segment].id(line + 1)
      }
    case .file(let lines):
      let places = lines.places
      return Self.onAllCores(rows) { RecordID(places.text($0)) }
    }
  }

  private static func onAllCores(
    _ rows: [Int],
    _ body: @escaping @Sendable (Int) -> RecordID
  ) -> [RecordID] {
    Workers.mapParts(of: rows, ifMoreThan: 10_000) { $0.map(body) }.flatMap(\.self)
  }
}

extension Values {
  /// The id that a code holds.
  fileprivate func id(_ code: Int) -> RecordID {
    withText(code) { text in
      guard text.isPlainString else { return Self.read(text, as: RecordID.self) ?? RecordID("") }
      return RecordID(text.extracting(1..<text.count - 1).text)
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
