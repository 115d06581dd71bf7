public import Bilingual
import Ledger

/// What a right lost while it goes on in the rest: classes, goods, of a patent claims.
public struct RightLoss: Hashable, Sendable {
  /// The classes; those of the goods where ``part`` names some.
  public fileprivate(set) var classes: [Int]
  /// The goods or claims, where no whole class was lost.
  public let part: String?
  /// How they were lost.
  public let action: RightAction
  /// Since when.
  public let since: PartialDate?

  /// What was lost, in one phrase.
  public var label: Phrase {
    let list = classes.map(String.init)
    let zh = classes.isEmpty ? "" : "第 \(list.joined(separator: "、")) 类"
    let en =
      classes.isEmpty
      ? "" : "class\(list.count == 1 ? "" : "es") " + list.joined(separator: ", ")
    let dash = classes.isEmpty || part == nil ? "" : " – "
    let how = action.choice.label
    let when = since.map { Phrase(en: " since \($0)", zh: "（\($0) 起）") }
    return Phrase(
      en: "\(en)\(dash)\(part ?? ""): \(how.en)\(when?.en ?? "")",
      zh: "\(zh)\(part.map { "“\($0)”" } ?? "")：已\(how.zh)\(when?.zh ?? "")"
    )
  }
}

/// The classes in which a right stands and what it lost in part, event by event.
///
/// A refusal, a cancellation or an invalidity may take some classes or goods alone; the right goes on in the
/// others. What takes all classes in which it stands takes the right. A review or a restoration gives back
/// what the decision before it took, as far as it names classes, these; the other classes stay lost.
struct RightParts {
  /// What is lost.
  private(set) var losses: [RightLoss] = []
  /// The events that leave the right as a whole alone.
  private(set) var partial: Set<RecordID> = []
  /// Whether a review of what was lost in part was asked for, and is not decided on record.
  private(set) var isReviewed = false

  private let all: [Int]?
  // Whether the last decision took a part.
  private var isLastPartial = false
  // What the last decision took with the whole.
  private var whole: RightLoss?

  /// The classes in which it stands, or stood when it ended; `nil` where none are on record.
  var classes: [Int]? {
    guard let all, !losses.isEmpty else { return all }
    let lost = Set(losses.flatMap { $0.part == nil ? $0.classes : [] })
    return all.filter { !lost.contains($0) }
  }

  /// Begins with a right of which events are of a part.
  ///
  /// - Parameters:
  ///   - right: A trademark or a patent.
  ///   - events: Its events.
  /// - Returns: The right before it lost anything; `nil` where all events are of the whole.
  static func of(_ right: Record, _ events: [Record]) -> Self? {
    let inPart = [RightEvent.classes.definition, RightEvent.part.definition]
    guard events.contains(where: { inPart.contains(where: $0.has) }) else { return nil }
    return Self(classes(of: right, events))
  }

  /// Begins with a right that lost nothing.
  ///
  /// - Parameter all: The classes that it ever had.
  init(_ all: [Int]?) { self.all = all }

  /// Reads events.
  ///
  /// - Parameter events: The events in the order of their dates.
  /// - Returns: What stands after them.
  func after(_ events: some Sequence<Record>) -> Self {
    var parts = self
    for event in events { parts.read(event) }
    return parts
  }

  /// The classes that a mark ever had: its record holds those that are left.
  ///
  /// - Parameters:
  ///   - mark: A trademark.
  ///   - events: Its events.
  /// - Returns: The classes; `nil` where none are on record.
  private static func classes(of mark: Record, _ events: [Record]) -> [Int]? {
    guard mark.schema === Trademark.schema, var all = mark[Trademark.classes] else { return nil }
    for event in events { all += taken(by: event).filter { !all.contains($0) } }
    return all
  }

  /// The classes that an event takes off a mark.
  static func taken(by event: Record) -> [Int] {
    guard takes(event[RightEvent.action]), event[RightEvent.part] == nil else { return [] }
    return event[RightEvent.classes] ?? []
  }

  private static func takes(_ action: RightAction?) -> Bool {
    action.flatMap { RightState(after: $0) }?.isEnded == true || action == .provisionallyRefused
  }

  private mutating func read(_ event: Record) {
    guard let action = event[RightEvent.action] else { return }
    let (named, part) = (event[RightEvent.classes], event[RightEvent.part])
    switch action {
    case _ where Self.takes(action):
      isReviewed = false
      let rest = classes.map { all in all.filter { named?.contains($0) == false } }
      isLastPartial = part != nil || (named?.isEmpty == false && rest?.isEmpty != true)
      whole = isLastPartial ? nil : loss(classes ?? [], by: event, action)
      guard isLastPartial else { return }
      giveBack(named) {
        $0.action == .provisionallyRefused && (named != nil || $0.part == part)
      }
      losses.append(loss(named ?? [], by: event, action))
    case .reviewFiled where isLastPartial, .restored where isLastPartial:
      // What its review gave back already comes back once.
      let isBack = isReviewed && named == nil && action == .restored
      isReviewed = action == .reviewFiled
      let last = losses.last
      giveBack(named) { !isBack && ((named != nil && !$0.classes.isEmpty) || $0 == last) }
    // The right comes back in the classes that are named alone.
    case .reviewFiled, .restored:
      defer { whole = nil }
      guard let named, var lost = whole, action == .restored || lost.action.isReviewable else {
        return
      }
      giveBack(named) { !$0.classes.isEmpty }
      lost.classes.removeAll(where: named.contains)
      guard !lost.classes.isEmpty else { return }
      losses.append(lost)
      (isLastPartial, isReviewed) = (true, action == .reviewFiled)
      return
    case .designated:
      (losses, isLastPartial, whole) = ([], false, nil)
      return
    // Protected after all.
    case .protected:
      giveBack(named) { $0.action == .provisionallyRefused }
      return
    default: return
    }
    partial.insert(event.id)
  }

  private func loss(_ classes: [Int], by event: Record, _ action: RightAction) -> RightLoss {
    RightLoss(
      classes: classes,
      part: event[RightEvent.part],
      action: action,
      since: event[RightEvent.date]
    )
  }

  /// Takes classes off what was lost; without classes all of it.
  private mutating func giveBack(_ named: [Int]?, where isMeant: (RightLoss) -> Bool) {
    losses = losses.compactMap { loss in
      guard isMeant(loss) else { return loss }
      guard let named, !loss.classes.isEmpty else { return nil }
      var rest = loss
      rest.classes.removeAll(where: named.contains)
      return rest.classes.isEmpty ? nil : rest
    }
  }
}
