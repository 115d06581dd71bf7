public import JSONLines

/// Lines of new records, one behind the other, each right as it stands, if no row before its own is in its way.
public struct ForeseenLines: Sendable {
  /// The number of the first one in its file.
  public let number: Int
  let schema: Schema
  let bytes: Bytes
  /// Where each begins, and behind the last where it ends, line end and all.
  private(set) var starts: [Int]
  /// The hashes of their ids.
  private(set) var ids: [UInt32] = []
  /// The slots of each identity by which they may be the same as others; none where their ids were given.
  let identities: [[Int]]
  /// For each identity the hash of the values of each line, and ``told``.
  private(set) var keys: [[UInt64]]

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

  /// One of them where it stands in its file.
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
    let index = try index(lines.schema)
    // A name that a made line has an id for may also be that of a record that is yet to be written.
    if !lines.identities.isEmpty {
      for (_, kind) in index.references {
        guard let schema = snapshot.catalog[kind], schema !== lines.schema else { continue }
        guard try self.index(schema).hasNoPending else { return first }
      }
    }
    return index.put(lines, from: first)
  }
}
