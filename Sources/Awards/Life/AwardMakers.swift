public import Ledger
import Portfolio

/// Who made awards: those who sealed them, and those who changed what they say.
public enum AwardMakers {
  /// Reads the makers from the ledger's history, which nobody can write otherwise.
  ///
  /// A version that differs in its state alone is a move of the award's life and makes nobody a maker.
  ///
  /// - Parameter versions: The versions of each award, first to last.
  /// - Returns: The makers of each.
  public static func makers(_ versions: [RecordID: [Version]]) -> [RecordID: [String]] {
    versions.mapValues { versions in
      var makers: [String] = []
      var before: Record?
      for version in versions {
        let author = version.commit.by
        switch version.entry {
        case .record(let record):
          let isMove = before.map { AwardBasis.content($0) == AwardBasis.content(record) } ?? false
          if !isMove, !makers.contains(author) { makers.append(author) }
          before = record
        case .removal:
          if !makers.contains(author) { makers.append(author) }
          before = nil
        }
      }
      return makers
    }
  }
}
