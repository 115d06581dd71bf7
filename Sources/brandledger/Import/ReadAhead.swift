import Ledger
import Synchronization

/// The rows of a source in their order, read on all cores while those before them are added.
struct ReadAhead {
  /// Some rows that stand one behind the other.
  private struct Batch: Sendable {
    var rows: [ImportRow] = []
    /// Why nothing more can be read.
    var fault: (any Error)?
  }

  /// What each core that reads has looked at lately.
  private final class Sights: Sendable {
    private let first: Foresight
    private let others = Mutex<[Foresight]>([])

    init(_ first: Foresight) {
      self.first = first
    }

    func read(_ part: any ImportPart) -> Batch {
      var sight = others.withLock { $0.popLast() } ?? first
      var batch = Batch()
      do {
        try part.read(&sight) { batch.rows.append($0) }
      } catch {
        batch.fault = error
      }
      others.withLock { $0.append(sight) }
      return batch
    }
  }

  private let source: any ImportSource
  private let sights: Sights
  // So many parts wait at a time: all cores are busy with them until the rows before them are added.
  private static let parts = 8

  /// Starts at the next row of a source.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - foresight: Looks at rows before their turn.
  init(_ source: any ImportSource, _ foresight: Foresight) {
    self.source = source
    sights = Sights(foresight)
  }

  /// Hands out every row.
  ///
  /// - Parameter take: Takes a row, in the order of the source.
  /// - Throws: What makes the rest unreadable, behind the rows before it; or what taking a row throws.
  func visit(_ take: (ImportRow) throws -> Void) throws {
    var source = source
    var waiting: [Batch] = []
    while true {
      let (parts, fault) = Self.parts(of: &source)
      let sights = sights
      let (read, taken) = Workers.map(
        parts.count,
        { sights.read(parts[$0]) },
        after: { Result { try Self.hand(waiting, to: take) } }
      )
      try taken.get()
      waiting = read
      if let fault { waiting.append(Batch(fault: fault)) }
      guard parts.count == Self.parts else { return try Self.hand(waiting, to: take) }
    }
  }

  private static func parts(of source: inout any ImportSource) -> ([any ImportPart], (any Error)?) {
    var parts: [any ImportPart] = []
    do {
      while parts.count < Self.parts, let part = try source.part() { parts.append(part) }
    } catch {
      return (parts, error)
    }
    return (parts, nil)
  }

  private static func hand(_ batches: [Batch], to take: (ImportRow) throws -> Void) throws {
    for batch in batches {
      for row in batch.rows { try take(row) }
      if let fault = batch.fault { throw fault }
    }
  }
}
