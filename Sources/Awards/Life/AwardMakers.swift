public import Ledger
import Portfolio

/// Who made awards: those who sealed them, and those who changed what they say.
public enum AwardMakers {
  /// Reads the makers from the ledger's history, which nobody can write otherwise.
  ///
  /// A version that differs in its state alone is a move of the award's life and makes nobody a maker.
  /// Of lines that a merge brought those are makers who wrote them on their branch, not who adopted them.
  ///
  /// - Parameter versions: The versions of each award, first to last.
  /// - Returns: The makers of each.
  public static func makers(_ versions: [RecordID: [Version]]) -> [RecordID: [String]] {
    versions.mapValues { versions in
      var makers: [String] = []
      var before: Record?
      for version in versions {
        let authors = version.authors.filter { !makers.contains($0) }
        switch version.entry {
        case .record(let record):
          let isMove = before.map { AwardBasis.content($0) == AwardBasis.content(record) } ?? false
          if !isMove { makers += authors }
          before = record
        case .removal:
          makers += authors
          before = nil
        }
      }
      return makers
    }
  }
}
