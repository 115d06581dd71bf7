public import Bilingual
public import Ledger

/// The records from which an award was sealed.
public struct SealedFrom {
  /// The records.
  public let snapshot: Snapshot
  /// The commit at which they stood, in words.
  public let name: Phrase

  /// What tells it from the commits of other branches that had the same number.
  let key: String

  /// Takes the records of a commit of this ledger.
  ///
  /// - Parameter snapshot: The records.
  public init(_ snapshot: Snapshot) {
    let commit = snapshot.commit
    self.init(snapshot, Phrase(en: "commit \(commit)", zh: "提交 \(commit) "))
  }

  private init(_ snapshot: Snapshot, _ name: Phrase, branch: String = "") {
    self.snapshot = snapshot
    self.name = name
    key = "\(name.en) \(branch)"
  }

  /// Opens the records of the commit that a receipt names, on the branch on which the award was sealed.
  ///
  /// Where git mixed the lines of that branch with others, those of the commit that joined it are taken.
  ///
  /// - Parameters:
  ///   - commit: The number of the commit.
  ///   - sealing: The line that sealed the award.
  ///   - store: The ledger.
  /// - Throws: ``Diagnostics`` where there is no such commit.
  public init(_ commit: Int, _ sealing: Version, in store: LedgerStore) throws {
    let joining = sealing.commit.number
    guard let snapshot = try store.snapshot(commit, onBranchOf: sealing) else {
      let name = Phrase(
        en: "commit \(joining), which joined its branch",
        zh: "并入其分支的提交 \(joining) "
      )
      self.init(try store.snapshot(.commit(joining)).snapshot, name)
      return
    }
    guard let joined = sealing.joined else {
      self.init(snapshot)
      return
    }
    let name = Phrase(
      en: "commit \(commit) on the branch of \(joined.by), joined by commit \(joining)",
      zh: "提交 \(joining) 所并入的 \(joined.by) 分支上的提交 \(commit) "
    )
    self.init(snapshot, name, branch: joined.hash)
  }
}
