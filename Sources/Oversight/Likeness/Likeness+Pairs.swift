public import Ledger
import Portfolio

extension Likeness {
  /// Two records that are like each other, in the order of the file.
  public struct Pair: Sendable {
    /// The one that stands first.
    public let first: Record
    /// The other one.
    public let second: Record
    /// How much, and why.
    public let resemblance: Resemblance
  }

  /// The records of a kind that are like each other.
  public struct Pairs: Sendable {
    /// Two at a time, the most alike first.
    public fileprivate(set) var list: [Pair] = []
    /// Those that are written the same so often that they are counted and not compared with each other.
    public fileprivate(set) var crowds: [[Record]] = []
    /// How many pairs were compared.
    package fileprivate(set) var comparisons = 0
  }

  /// Finds the records of a kind that are like each other; of one owner's marks only those that are one right entered twice.
  ///
  /// - Parameters:
  ///   - schema: One of the ``kinds``.
  ///   - snapshot: The ledger.
  ///   - least: The least score.
  /// - Returns: The pairs.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  /// - Complexity: Linear, but for sorting: of those that share a part of their names a bounded number is compared.
  public static func pairs(_ schema: Schema, in snapshot: Snapshot, atLeast least: Int) throws
    -> Pairs
  {
    if schema === Enterprise.schema {
      return pairs(among: try enterprises(snapshot, Places(snapshot)), atLeast: least)
    }
    let all = try marks(schema, snapshot)
    guard schema === Trademark.schema else { return pairs(among: all, atLeast: least) }
    // An owner's own marks are meant to be alike; only one right entered twice is odd.
    var found = ofOtherOwners(all, atLeast: least)
    let own = sameRights(all, atLeast: least)
    found.list = sorted(found.list + own.list)
    found.comparisons += own.comparisons
    return found
  }

  /// Finds marks of one owner that are one right, entered twice.
  static func sameRights(_ marks: [LikeMark], atLeast least: Int) -> Pairs {
    pairs(among: marks.map { LikeRight($0) }, atLeast: least)
  }

  /// Finds marks of different owners that are like each other.
  static func ofOtherOwners(_ marks: [LikeMark], atLeast least: Int) -> Pairs {
    // Very many pairs are asked about: numbers are faster than ids and sets.
    var numbers: [RecordID?: Int] = [:]
    var owners: [Int] = []
    for mark in marks {
      let number = numbers[mark.owner] ?? numbers.count
      numbers[mark.owner] = number
      owners.append(number)
    }
    let classes = marks.map(\.classBits)
    var found = pairs(among: marks, atLeast: least) { a, b in
      owners[a] != owners[b] && LikeMark.mayReach(least, classes[a], classes[b])
    }
    found.crowds = found.crowds.filter { crowd in
      crowd.contains { $0[Trademark.owner] != crowd[0][Trademark.owner] }
    }
    return found
  }

  private static func pairs<Subject: LikenessSubject>(
    among subjects: [Subject],
    atLeast least: Int,
    where isWanted: (Int, Int) -> Bool = { _, _ in true }
  ) -> Pairs {
    let index = LikenessIndex(subjects, atLeast: least)
    var found = Pairs()
    found.crowds = index.crowds.map { crowd in crowd.compactMap { subjects[$0].record } }
    for (first, second) in index.candidates(where: isWanted) {
      found.comparisons += 1
      guard let resemblance = subjects[first].resemblance(to: subjects[second]),
        resemblance.score >= least, let a = subjects[first].record,
        let b = subjects[second].record
      else { continue }
      found.list.append(Pair(first: a, second: b, resemblance: resemblance))
    }
    found.list = sorted(found.list)
    return found
  }

  private static func sorted(_ pairs: [Pair]) -> [Pair] {
    pairs.sorted {
      ($1.resemblance.score, $0.first.id.text, $0.second.id.text)
        < ($0.resemblance.score, $1.first.id.text, $1.second.id.text)
    }
  }
}
