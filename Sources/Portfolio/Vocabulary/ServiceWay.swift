import Bilingual
public import Ledger

/// By which way a paper reaches a party, where nothing proves the day on which it did.
public enum ServiceWay: String, Vocabulary {
  /// By post.
  case post
  /// By electronic means.
  case electronic
  /// By publication.
  case publication

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .post: Choice(rawValue, en: "by post", zh: "邮寄")
    case .electronic: Choice(rawValue, en: "by electronic means", zh: "电子送达", also: ["电子"])
    case .publication: Choice(rawValue, en: "by publication", zh: "公告送达", also: ["公告"])
    }
  }
}

extension LegalTerms {
  /// Returns the day on which a paper counts as received; it differs by right.
  ///
  /// - Parameters:
  ///   - right: The right, ``RightType/trademark`` or ``RightType/patent``.
  ///   - way: How it was sent.
  ///   - sent: The day on which it was sent, published, or reached the party's system.
  ///   - calendar: The days on which offices work.
  /// - Returns: The day with its steps, and the rule.
  /// - Throws: A ``Diagnostic`` where the ledger has no such rule.
  public func receipt(
    _ right: RightType,
    _ way: ServiceWay,
    sent: Day,
    in calendar: WorkCalendar
  ) throws(Diagnostic) -> (day: Reckoning, term: LegalTerm) {
    let rule = try term("\(right.rawValue)-service-\(way.rawValue)", on: sent)
    let label = way.choice.label
    let start = Reckoning(
      from: sent,
      Phrase(en: "sent \(label.en); the day is not counted", zh: "\(label.zh)发出之日，当日不计入")
    )
    let end = rule.length.acting(from: sent, in: calendar, rolls: rule.rolls)
    return (
      start.to(
        end.day,
        Phrase(
          en: "counts as received \(rule.length.phrase.en) later, unless another day is proven",
          zh: "满\(rule.length.phrase.zh)视为收到，有证据证明实际收到日的除外"
        )
      ), rule
    )
  }
}
