import Awards
import Ledger
import Portfolio

/// One measured run in a process of its own, so that its memory is its own, too.
enum AwardTrial {
  /// The kinds that a round looks at.
  private static let kinds = [
    Policy.schema, Clause.schema, Scheme.schema, Enterprise.schema, Trademark.schema,
    Recognition.schema, Incident.schema, Award.schema,
  ]

  /// Reads a ledger, computes its round, prints the figures, and writes what became of every fact.
  ///
  /// - Parameters:
  ///   - traces: Whether the way of each claim is kept.
  ///   - ledger: The directory of the ledger.
  ///   - answers: The file for the answers.
  /// - Throws: ``Diagnostics`` for a ledger that cannot be read or computed, ``Failure`` for the file.
  static func run(_ traces: Round.Traces, ledger: String, answers: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let snapshot = try LedgerStore(Kinds.catalog, PosixStorage(ledger)).snapshot().snapshot
    for kind in kinds { _ = try snapshot.table(kind) }
    let read = clock.now
    let loaded = Usage.ownMemory
    let round = try Round(
      year: AwardPolicy.year,
      book: PolicyBook(snapshot),
      snapshot: snapshot,
      traces: traces
    )
    let end = clock.now
    print("processor \(Usage.processor)")
    print("read \((read - start).microseconds)")
    print("compute \((end - read).microseconds)")
    print("claims \(round.claims.count)")
    print("steps \(round.claims.reduce(0) { $0 + $1.trace.count })")
    print("loaded \(loaded)")
    print("computed \(Usage.ownMemory)")
    print("peak \(Usage.peakMemory)")
    print("total \(round.total.fen)")
    try AwardAnswers(round).write(to: answers)
  }

  /// Writes the ledger of a scene.
  static func generate(claims: Int, seed: Int, ledger: String) throws {
    var scene = AwardScene(claims: claims, seed: seed)
    _ = try LedgerStore(Kinds.catalog, PosixStorage(ledger)).create(
      by: "benchmarks",
      at: Timestamp(seconds: 1_767_225_600, offset: 480),
      command: "generate",
      scene.drafts().map { .put($0) }
    )
  }
}
