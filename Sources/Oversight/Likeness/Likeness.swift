import Bilingual
import JSONLines
public import Ledger
import Portfolio

/// Records that may stand for one thing, and marks that may be taken for each other: suggestions with reasons.
public enum Likeness {
  /// A record that is like another one or like a name.
  public struct Match: Sendable {
    /// The record.
    public let record: Record
    /// How much, and why.
    public let resemblance: Resemblance
  }

  /// The kinds whose names are compared.
  public static let kinds = [Enterprise.schema, Trademark.schema, Brand.schema]

  /// Finds the records like one.
  ///
  /// - Parameters:
  ///   - record: A record of one of the ``kinds``.
  ///   - snapshot: The ledger.
  ///   - least: The least score.
  /// - Returns: The others, the most alike first.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func matches(of record: Record, in snapshot: Snapshot, atLeast least: Int) throws
    -> [Match]
  {
    if record.schema === Enterprise.schema {
      let places = try Places(snapshot)
      let all = try enterprises(snapshot, places)
      return matches(of: LikeEnterprise(record, places), among: all, atLeast: least)
    }
    let all = try marks(record.schema, snapshot)
    return matches(of: LikeMark(record), among: all, atLeast: least)
  }

  /// Finds the records like a name.
  ///
  /// - Parameters:
  ///   - name: The name of an enterprise, or the words of a mark.
  ///   - schema: One of the ``kinds``.
  ///   - classes: The Nice classes for which a mark is meant; empty where they do not matter.
  ///   - snapshot: The ledger.
  ///   - least: The least score.
  /// - Returns: The records, the most alike first.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func matches(
    named name: String,
    _ schema: Schema,
    classes: Set<Int> = [],
    in snapshot: Snapshot,
    atLeast least: Int
  ) throws -> [Match] {
    if schema === Enterprise.schema {
      let places = try Places(snapshot)
      let all = try enterprises(snapshot, places)
      return matches(of: LikeEnterprise(named: name, places), among: all, atLeast: least)
    }
    let all = try marks(schema, snapshot)
    return matches(of: LikeMark(named: name, classes: classes), among: all, atLeast: least)
  }

  /// Finds the records like one that the variants of its name lead to, without a look at all of them.
  ///
  /// - Parameters:
  ///   - record: A record of one of the ``kinds``.
  ///   - snapshot: The ledger.
  ///   - least: The least score.
  /// - Returns: The others, the most alike first.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  static func near(_ record: Record, in snapshot: Snapshot, atLeast least: Int) throws -> [Match] {
    let schema = record.schema
    guard let name = schema.names.first.flatMap({ record[$0]?.string }) else { return [] }
    var seen: Set<RecordID> = [record.id]
    var others: [Record] = []
    for variant in try snapshot.possibleNames(NameVariants.of(name), schema) {
      // A figure has the same words a thousand times; a few of them are warning enough.
      let found = try snapshot.records(named: variant, schema, limit: 100)
      others += found.filter { seen.insert($0.id).inserted }
    }
    guard !others.isEmpty else { return [] }
    guard schema === Enterprise.schema else {
      return matches(of: LikeMark(record), among: others.map { LikeMark($0) }, atLeast: least)
    }
    let places = Places(
      learningFrom: [name] + others.compactMap { $0[Enterprise.name] },
      towns: try snapshot.table(Town.self).records.compactMap { $0[Town.name] }
    )
    return matches(
      of: LikeEnterprise(record, places),
      among: others.map { LikeEnterprise($0, places) },
      atLeast: least
    )
  }

  static func enterprises(_ snapshot: Snapshot, _ places: Places) throws
    -> [LikeEnterprise]
  {
    try snapshot.table(Enterprise.self).records.map { LikeEnterprise($0, places) }
  }

  static func marks(_ schema: Schema, _ snapshot: Snapshot) throws -> [LikeMark] {
    try snapshot.table(schema).records.map { LikeMark($0) }
  }

  private static func matches<Subject: LikenessSubject>(
    of subject: Subject,
    among all: [Subject],
    atLeast least: Int
  ) -> [Match] {
    let found = all.compactMap { other -> Match? in
      guard let record = other.record, record.id != subject.record?.id,
        let resemblance = subject.resemblance(to: other), resemblance.score >= least
      else { return nil }
      return Match(record: record, resemblance: resemblance)
    }
    return found.sorted {
      ($1.resemblance.score, $0.record.id.text) < ($0.resemblance.score, $1.record.id.text)
    }
  }
}
