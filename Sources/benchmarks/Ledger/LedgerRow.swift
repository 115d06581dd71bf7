/// A row of the ledger benchmark: what we take beside what it is measured by.
struct LedgerRow {
  let name: String
  let against: String
  /// At most so many hundredths of the other's time; `nil` where nothing was asked for, or a difference.
  let target: Int?
  /// Our run; microseconds.
  let ours: () throws -> Int
  /// The other's run; `nil` where it is not there.
  var theirs: (() throws -> Int)?
  private(set) var ownTimes = Sample()
  private(set) var otherTimes = Sample()

  init(
    _ name: String,
    _ against: String,
    _ target: Int?,
    ours: @escaping () throws -> Int,
    theirs: (() throws -> Int)?
  ) {
    self.name = name
    self.against = against
    self.target = target
    self.ours = ours
    self.theirs = theirs
  }

  mutating func run() throws {
    ownTimes.add(try ours())
    if let theirs { otherTimes.add(try theirs()) }
  }

  /// The row as Markdown.
  var markdown: String {
    let (own, other) = (ownTimes.median, otherTimes.median)
    guard theirs != nil else {
      return "| \(name) | \(Figure.time(own)) | \(against) | – | – | – | |"
    }
    let isReached = target.map { own * 100 <= other * $0 }
    return "| \(name) | \(Figure.time(own)) | \(against) | \(Figure.time(other)) "
      + "| \(Figure.ratio(own, other)) | \(target.map { Figure.ratio($0, 100) } ?? "–") "
      + "| \(isReached.map { $0 ? "yes" : "no" } ?? "") |"
  }
}
