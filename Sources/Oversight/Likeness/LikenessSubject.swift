import Ledger

/// What of a record is compared with others of its kind.
protocol LikenessSubject: Sendable {
  /// The record; `nil` for a name that is not in the ledger.
  var record: Record? { get }
  /// The number of what is written; `nil` where many may be written the same.
  var text: LikenessKey? { get }

  /// The numbers of which two subjects share one if they may be so much alike.
  func keys(atLeast least: Int) -> LikenessKeys

  /// Compares with another subject; `nil` where nothing is alike.
  func resemblance(to other: Self) -> Resemblance?
}
