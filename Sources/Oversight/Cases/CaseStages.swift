import Bilingual
public import Ledger
public import Portfolio

/// The stages of a case and the actions that lead from one to another.
///
/// ```
/// received ⇄ supplement        received → accepted → investigating → proceeding
/// received, supplement → refused        accepted, investigating, proceeding → closed
/// refused → complained → refused, accepted
/// received, supplement → closed, where the application was withdrawn or sent on
/// ```
public enum CaseStages {
  /// Returns what may be done with a case.
  ///
  /// - Parameter stage: Where it stands; `nil` for one that is not opened yet.
  /// - Returns: The actions, in the order in which they are shown.
  public static func actions(at stage: CaseStage?) -> [CaseAction] {
    CaseAction.allCases.filter { action in
      action == .note ? stage != nil : destination(of: action, from: stage) != nil
    }
  }

  /// Returns the stage to which an action leads; `nil` where it is not possible, or leads nowhere.
  static func destination(of action: CaseAction, from stage: CaseStage?) -> CaseStage? {
    switch (action, stage) {
    case (.open, nil): .received
    case (.supplement, .received): .supplement
    case (.complete, .supplement): .received
    case (.accept, .received): .accepted
    case (.refuse, .received), (.refuse, .supplement): .refused
    case (.complain, .refused): .complained
    case (.uphold, .complained): .refused
    case (.reverse, .complained): .accepted
    case (.advance, .accepted): .investigating
    case (.advance, .investigating): .proceeding
    case (.close, .received), (.close, .supplement): .closed
    case (.close, .accepted), (.close, .investigating), (.close, .proceeding): .closed
    default: nil
    }
  }

  /// Says whether an event is a move that exists; a note leads nowhere.
  static func allows(_ action: CaseAction, from: CaseStage?, to: CaseStage?) -> Bool {
    guard action != .note else { return to == nil || to == from }
    return to != nil && destination(of: action, from: from) == to
  }

  /// Returns the moves of a case in the order of their days, in which two branches need not have entered them.
  ///
  /// - Parameter events: What happened in the case, as entered.
  /// - Returns: The moves; one whose day is not known as near to the one entered before it as its date allows.
  public static func moves(in events: [Record]) -> [Record] {
    let moves = events.filter {
      $0.has(CaseEvent.to.definition) && $0[CaseEvent.action] != .note
    }
    var day = Int.min
    let days = moves.map { move in
      if let date = move[CaseEvent.date] {
        day = min(max(date.first.ordinal, day), date.last.ordinal)
      }
      return day
    }
    return moves.indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { moves[$0] }
  }

  /// Returns the name of the legal term within which a stage must be left.
  static func term(at stage: CaseStage) -> String? {
    switch stage {
    case .received: "case-decision"
    case .supplement: "case-supplement"
    case .accepted, .investigating, .proceeding, .refused, .complained, .closed: nil
    }
  }

  /// Says what may be done with a case at a stage.
  static func help(at stage: CaseStage?) -> Phrase {
    let actions = actions(at: stage)
    let zh = actions.map { "\($0.rawValue)(\($0.choice.label.zh))" }.joined(separator: "、")
    return Phrase(
      en: "possible now: " + actions.map(\.rawValue).joined(separator: ", "),
      zh: "当前可用的动作：" + zh
    )
  }
}

extension CaseOutcome {
  /// Whether a case may end so before aid is granted: the application was withdrawn, or counts as that for
  /// want of papers, or was sent on to whom it belongs.
  var isBeforeGrant: Bool { self == .withdrawn || self == .referred }
}

extension CaseStage {
  /// Whether nobody has decided yet on a case at the stage.
  var isUndecided: Bool { self == .received || self == .supplement }

  /// Whether a case at the stage is done with.
  var isFinal: Bool { self == .refused || self == .closed }
}
