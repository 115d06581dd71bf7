public import JSONLines

/// Lines of new records, one behind the other, each right as it stands, if no row before its own is in its way.
public struct ForeseenLines: Sendable {
  /// The number of the first one in its file.
  public let number: Int
  let schema: Schema
  /// The file, or the lines written anew.
  public private(set) var bytes: Bytes
  /// Where each begins, and behind the last where it ends, line end and all.
  private(set) var starts: [Int]
  /// The hashes of their ids.
  private(set) var ids: [UInt32] = []
  /// The slots of each identity by which they may be the same as others; none where their ids were given.
  let identities: [[Int]]
  /// For each identity the hash of the values of each line, and ``told``.
  private(set) var keys: [[UInt64]]

  /// The records that lines call by what stood in their cells, in the order of the lines.
  private(set) var calls: [(line: Int, call: PendingRecords.Call)] = []

  /// Stands above the hash of values that tell what a record is.
  static let told: UInt64 = 1 << 32

  init(_ schema: Schema, _ bytes: Bytes, at start: Int, number: Int, identities: [[Int]]) {
    self.schema = schema
    self.bytes = bytes
    self.number = number
    self.identities = identities
    starts = [start]
    keys = identities.map { _ in [] }
  }

  /// How many there are.
  public var count: Int { ids.count }

  /// One of them where it stands in ``bytes``.
  ///
  /// - Parameter index: Which, from 0.
  /// - Returns: The line.
  public func line(_ index: Int) -> Line {
    Line(
      number: number + index,
      start: starts[index],
      end: starts[index + 1] - 1,
      isWhole: true
    )
  }

  /// Says that the last line calls a record.
  mutating func call(_ call: PendingRecords.Call) { calls.append((count - 1, call)) }

  /// Says where the lines stand, once all are written.
  mutating func stand(in bytes: Bytes) { self.bytes = bytes }

  /// Takes the next line, up to the first byte behind its line end.
  mutating func append(_ id: UInt32, _ keys: [UInt64], end: Int) {
    ids.append(id)
    for (index, key) in keys.enumerated() { self.keys[index].append(key) }
    starts.append(end)
  }
}

extension Editor {
  /// Adds lines that were foreseen, now that their turn has come.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - first: The first that is added.
  /// - Returns: The next one, which has to be looked at: a row before it may be in its way. Their number where there is none.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func add(_ lines: ForeseenLines, from first: Int) throws -> Int {
    begin()
    // What a made line has an id for may also be the name of a record that is yet to be written.
    let pending = try index(lines.schema).references.compactMap { slot, kind in
      try snapshot.catalog[kind].map { (slot, try index($0)) }
    }.filter { !$0.1.hasNoPending }
    let end = lines.calls.first { line, call in
      line >= first && pending.contains { $0 == call.slot && $1.mayHavePending(call) }
    }?.line
    return try index(lines.schema).put(lines, first..<(end ?? lines.count))
  }
}
