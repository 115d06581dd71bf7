import Bilingual

extension Commit {
  /// The moment to write on the commit behind this one: no earlier than this, so that the log is in the order of time.
  ///
  /// - Parameter now: What the clock says.
  /// - Returns: The moment.
  func next(_ now: Timestamp) -> Timestamp { max(now, at) }

  /// Says that the clock is behind this commit; `nil` where it is not, or by less than the clocks of two machines differ.
  ///
  /// - Parameter now: What the clock says.
  /// - Returns: The warning.
  func clockBehind(_ now: Timestamp) -> Diagnostic? {
    guard at.seconds - now.seconds > Self.differenceOfClocks else { return nil }
    return Diagnostic(
      "clock-behind",
      Phrase(
        en:
          "the clock says \(now), but commit \(number) was made at \(at): the new one bears that moment too",
        zh: "时钟为 \(now)，而提交 \(number) 作于 \(at)：新提交沿用后者的时刻"
      ),
      help: Phrase(
        en: "set the clock of this machine, or SOURCE_DATE_EPOCH",
        zh: "请校准本机时钟，或更正 SOURCE_DATE_EPOCH"
      ),
      severity: .warning
    )
  }

  /// In seconds.
  private static let differenceOfClocks: Int64 = 60

  /// Says that a commit bears an earlier moment than the one before it.
  static func ranBack(_ commit: Commit, before last: Commit, at place: Place) -> Diagnostic {
    Diagnostic(
      "clock-ran-back",
      Phrase(
        en:
          "commit \(commit.number) bears \(commit.at), earlier than the one before it, \(last.at)",
        zh: "提交 \(commit.number) 的时刻 \(commit.at) 早于前一提交的 \(last.at)"
      ),
      help: Phrase(
        en: "a clock was wrong; to look back across it, name a commit: --as-of '#\(commit.number)'",
        zh: "当时时钟有误；查看其前后状态时请用提交号：--as-of '#\(commit.number)'"
      ),
      severity: .warning,
      at: place
    )
  }
}
