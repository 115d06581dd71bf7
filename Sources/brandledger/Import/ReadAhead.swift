import Ledger

/// The rows of a source in their order, read on another core while those before them are looked at.
struct ReadAhead {
  /// Some rows that stand one behind the other.
  private struct Batch: Sendable {
    var rows: [ImportRow] = []
    /// What comes behind them; `nil` where nothing does.
    var rest: (any ImportSource)?
    /// Why nothing more can be read.
    var fault: (any Error)?
  }

  private let source: any ImportSource
  // A small table needs few threads, a large one seldom a new one.
  private static let fewRows = 128
  private static let manyRows = 1_024

  /// Starts at the next row of a source.
  init(_ source: any ImportSource) {
    self.source = source
  }

  /// Hands out every row.
  ///
  /// - Parameter take: Looks at a row.
  /// - Throws: What makes the rest unreadable, behind the rows before it; or what looking at a row throws.
  func visit(_ take: (ImportRow) throws -> Void) throws {
    var count = Self.fewRows
    var batch = Self.read(count, source)
    while let rest = batch.rest {
      count = min(count * 2, Self.manyRows)
      let (next, taken) = Workers.beside(
        { [count] in Self.read(count, rest) },
        { Result { try batch.rows.forEach(take) } }
      )
      try taken.get()
      batch = next
    }
    try batch.rows.forEach(take)
    if let fault = batch.fault { throw fault }
  }

  private static func read(_ count: Int, _ source: any ImportSource) -> Batch {
    var source = source
    var batch = Batch()
    do {
      while let row = try source.next() {
        batch.rows.append(row)
        guard batch.rows.count < count else {
          batch.rest = source
          return batch
        }
      }
    } catch {
      batch.fault = error
    }
    return batch
  }
}
