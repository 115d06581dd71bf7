import JSONLines

/// What stands in some lines of JSON, put together line by line.
struct SightList {
  private let schema: Schema
  private let bytes: Bytes
  private let identities: [[Int]]
  private var list: [Foresight.Sight] = []
  /// The lines of new records that came last.
  private var lines: ForeseenLines?
  /// Those lines where they are written anew.
  private var text: [UInt8] = []
  /// Whether they are: those behind them are copied then, so that they stay together.
  private(set) var isRewriting = false

  /// Starts with none.
  ///
  /// - Parameters:
  ///   - schema: The kind.
  ///   - bytes: The file.
  ///   - identities: The slots of each identity by which new records may be the same as others.
  init(_ schema: Schema, _ bytes: Bytes, identities: [[Int]]) {
    self.schema = schema
    self.bytes = bytes
    self.identities = identities
  }

  /// Adds the line of a new record as it stands in the file.
  mutating func append(_ line: Range<Int>, _ number: Int, _ id: UInt32, _ keys: [UInt64]) {
    if lines == nil {
      lines = ForeseenLines(
        schema,
        bytes,
        at: line.lowerBound,
        number: number,
        identities: identities
      )
    }
    lines?.append(id, keys, end: line.upperBound + 1)
  }

  /// Adds the line of a new record as it is written anew.
  mutating func rewrite(
    _ number: Int,
    _ id: UInt32,
    _ keys: [UInt64],
    _ write: (inout [UInt8]) -> Void
  ) {
    if !isRewriting {
      close()
      isRewriting = true
      lines = ForeseenLines(schema, Bytes([]), at: 0, number: number, identities: identities)
    }
    write(&text)
    lines?.append(id, keys, end: text.count)
  }

  /// Says that the line that was added last calls a record.
  mutating func call(_ call: PendingRecords.Call) { lines?.call(call) }

  /// Adds a line that has to be read.
  mutating func append(_ line: Line) {
    close()
    list.append(.line(line))
  }

  /// All that was added.
  consuming func finish() -> [Foresight.Sight] {
    close()
    return list
  }

  private mutating func close() {
    guard var last = lines else { return }
    if isRewriting { last.stand(in: Bytes(text)) }
    list.append(.lines(last))
    lines = nil
    text = []
    isRewriting = false
  }
}
