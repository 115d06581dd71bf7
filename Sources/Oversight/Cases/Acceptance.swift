public import Bilingual
import JSONLines
public import Ledger
import Portfolio

/// What an application must fulfil to be accepted.
public enum AcceptanceCriterion: String, CaseIterable, Sendable {
  /// The right holder or the infringement is in the city.
  case area
  /// The right is in force.
  case right
  /// The applicant holds the right.
  case holder
  /// Facts and the other side are definite.
  case facts
  /// No other body has accepted it.
  case elsewhere
  /// The papers are complete.
  case papers
  /// Nobody who decides is caught between the sides.
  case conflict
  /// Limitation has not run out.
  case time

  /// What is asked.
  public var label: Phrase {
    switch self {
    case .area: Phrase(en: "right holder or infringement in the city", zh: "权利人或侵权行为地在本市")
    case .right: Phrase(en: "the right is in force", zh: "权利有效")
    case .holder: Phrase(en: "the applicant holds the right", zh: "申请人为权利人")
    case .facts: Phrase(en: "facts and other side are definite", zh: "事实和对方明确")
    case .elsewhere: Phrase(en: "no other body has accepted it", zh: "未被其他机构受理")
    case .papers: Phrase(en: "the papers are complete", zh: "材料齐全")
    case .conflict: Phrase(en: "no conflict of interest", zh: "无利益冲突")
    case .time: Phrase(en: "limitation has not run out", zh: "未超过诉讼时效")
    }
  }
}

/// What the test of one criterion gives.
public enum Answer: String, CaseIterable, Sendable {
  /// It is fulfilled.
  case yes
  /// It is not.
  case no
  /// A fact is missing.
  case unknown

  /// The name shown to people.
  public var label: Phrase {
    switch self {
    case .yes: Phrase(en: "yes", zh: "是")
    case .no: Phrase(en: "no", zh: "否")
    case .unknown: Phrase(en: "unknown", zh: "未知")
    }
  }

  /// Whether a folded text is its name in either language.
  ///
  /// - Parameter text: The text.
  /// - Returns: Whether it is.
  public func isNamed(_ text: some StringProtocol) -> Bool {
    text == rawValue || text == label.zh
  }
}

/// One criterion with its answer and why.
public struct Acceptance: Hashable, Sendable {
  /// The criterion.
  public let criterion: AcceptanceCriterion
  /// The answer.
  public let answer: Answer
  /// Why, or which fact is missing.
  public let reason: Phrase
  /// Whether a person stated the answer; else it follows from the records.
  public let isStated: Bool

  /// The criterion as it is stored.
  var json: JSONValue {
    .object([
      JSONMember("criterion", .string(criterion.rawValue)),
      JSONMember("answer", .string(answer.rawValue)),
      JSONMember("stated", .boolean(isStated)),
      JSONMember(
        "reason",
        .object([JSONMember("en", .string(reason.en)), JSONMember("zh", .string(reason.zh))])
      ),
    ])
  }

  /// Reads what was found when aid was granted.
  ///
  /// - Parameter record: The case.
  /// - Returns: The criteria as they are stored.
  public static func kept(in record: Record) -> [Acceptance] {
    (record[Case.criteria]?.array ?? []).compactMap { item in
      guard let criterion = item["criterion"]?.string.flatMap(AcceptanceCriterion.init),
        let answer = item["answer"]?.string.flatMap(Answer.init)
      else { return nil }
      let reason = item["reason"]
      return Acceptance(
        criterion: criterion,
        answer: answer,
        reason: Phrase(en: reason?["en"]?.string ?? "", zh: reason?["zh"]?.string ?? ""),
        isStated: item["stated"] == .boolean(true)
      )
    }
  }

  /// The answers that people stated when a case was assessed before.
  static func stated(in record: Record) -> [AcceptanceCriterion: Answer] {
    Dictionary(kept(in: record).filter(\.isStated).map { ($0.criterion, $0.answer) }) { $1 }
  }
}
