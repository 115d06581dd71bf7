public import Bilingual
public import Ledger

/// Whether a trademark or a patent is in force on a day: by what happened to it, and by the end of its term.
///
/// A mark whose term has ended can be renewed in the months of grace, and the new term then begins on the
/// day after the old one: until the grace is over, it is not known whether the mark is in force. It is
/// struck off where no renewal came (Trademark Law 2019, article 40).
public struct RightStanding: Sendable {
  /// Its life up to the day.
  public let life: RightLife
  /// Whether it is in force; `nil` where a date is missing, and in the grace.
  public let isInForce: Bool?
  /// The last day of its term while it stands, the latest that it may be; `nil` where it is not known.
  public let termEnd: Day?
  /// The last day of the grace, where the day lies in it.
  public let renewableUntil: Day?
  private let isMark: Bool

  /// Tells how a right stands on a day.
  init(of right: Record, _ life: RightLife, in book: RightBook, on day: Day) {
    self.life = life
    isMark = right.schema === Trademark.schema
    guard life.stands, let ends = book.termEnds(of: right, life) else {
      let granted = isMark ? right[Trademark.registeredOn] : right[Patent.grantedOn]
      let isToCome = granted.map { $0.first > day } ?? false
      isInForce = life.state.map { $0 == .standing } ?? (isToCome ? false : nil)
      (termEnd, renewableUntil) = (nil, nil)
      return
    }
    let end = ends.upperBound
    termEnd = end
    let isOver = end < day
    let window = isOver ? book.renewalWindow(of: right, before: end) : nil
    renewableUntil = window.flatMap { day <= $0.upperBound ? $0.upperBound : nil }
    isInForce = day <= ends.lowerBound ? true : isOver && renewableUntil == nil ? false : nil
  }

  /// The day from which it no longer counts, by an event or by the end of its term; `nil` while it does.
  public var endedOn: PartialDate? {
    if let ended = life.endedOn { return ended }
    guard life.stands, isInForce == false else { return nil }
    return termEnd.map { PartialDate($0 + 1) }
  }

  /// Whether nothing is left of it, by an event or by the end of its term.
  var hasEnded: Bool { life.state?.isEnded == true || endedOn != nil }

  /// How it stands, in one phrase.
  public var label: Phrase {
    let state = life.state?.choice.label ?? Phrase(en: "unknown", zh: "不明")
    let since = life.since.map { Phrase(en: " since \($0)", zh: "（\($0) 起）") }
    let told = Phrase(en: state.en + (since?.en ?? ""), zh: state.zh + (since?.zh ?? ""))
    guard let end = termEnd else { return told }
    let term = isMark ? "专用期" : "保护期"
    if let until = renewableUntil {
      return Phrase(
        en: "its term ended on \(end); renewed by \(until) it goes on without a gap",
        zh: "\(term)已于 \(end) 届满，宽展期至 \(until)，其间续展的连续有效"
      )
    }
    return switch isInForce {
    case true?: Phrase(en: "\(told.en), term until \(end)", zh: "\(told.zh)，\(term)至 \(end)")
    case false?:
      Phrase(en: "no longer in force: its term ended on \(end)", zh: "已失效：\(term)已于 \(end) 届满")
    case nil:
      Phrase(en: "\(told.en), its term ends by \(end)", zh: "\(told.zh)，\(term)最迟至 \(end)")
    }
  }
}

extension RightBook {
  /// Tells whether a right is in force on a day.
  ///
  /// - Parameters:
  ///   - right: A trademark or a patent.
  ///   - day: The day.
  /// - Returns: How it stands.
  public func standing(of right: Record, on day: Day) -> RightStanding {
    RightStanding(of: right, life(of: right, on: day), in: self, on: day)
  }
}
