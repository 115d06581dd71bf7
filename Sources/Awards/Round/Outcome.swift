public import Ledger
public import Portfolio

/// What became of a claim.
public enum Outcome: String, Vocabulary {
  /// It is to be paid, or honoured without money.
  case eligible
  /// A condition failed, or another award leaves nothing.
  case notEligible = "not-eligible"
  /// The clause does not speak about the fact as it is.
  case notApplicable = "not-applicable"
  /// A fact is missing; nothing is paid until it is known.
  case unknown
  /// The policy leaves it open; people have to decide.
  case undecided

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .eligible: Choice(rawValue, en: "eligible", zh: "符合")
    case .notEligible: Choice(rawValue, en: "not eligible", zh: "不符合")
    case .notApplicable: Choice(rawValue, en: "not applicable", zh: "不适用")
    case .unknown: Choice(rawValue, en: "unknown", zh: "待查")
    case .undecided: Choice(rawValue, en: "undecided", zh: "待定")
    }
  }

  /// How final it is: a claim never moves back to a lower rank.
  ///
  /// What people must decide stays open even when every missing fact is given, so it ranks above.
  var rank: Int {
    switch self {
    case .eligible: 0
    case .unknown: 1
    case .undecided: 2
    case .notEligible: 3
    case .notApplicable: 4
    }
  }
}

/// What one clause did to one claim.
public enum Verdict: String, Vocabulary {
  /// The clause speaks about the fact.
  case selected
  /// A condition is met, or the clause leaves the amount as it is.
  case passed
  /// A condition is not met, or nothing is left to pay.
  case failed
  /// A fact is missing.
  case unknown
  /// The clause does not speak about this claim.
  case notApplicable = "not-applicable"
  /// The clause gave the amount, or set the payee.
  case applied
  /// The clause lowered the amount.
  case reduced
  /// People have to decide.
  case undecided
  /// The clause was not reached, since an earlier one ended the matter.
  case skipped

  /// The names shown to people.
  public var choice: Choice {
    switch self {
    case .selected: Choice(rawValue, en: "selected", zh: "选取")
    case .passed: Choice(rawValue, en: "passed", zh: "通过")
    case .failed: Choice(rawValue, en: "failed", zh: "未通过")
    case .unknown: Choice(rawValue, en: "unknown", zh: "待查")
    case .notApplicable: Choice(rawValue, en: "not applicable", zh: "不适用")
    case .applied: Choice(rawValue, en: "applied", zh: "已适用")
    case .reduced: Choice(rawValue, en: "reduced", zh: "核减")
    case .undecided: Choice(rawValue, en: "undecided", zh: "待定")
    case .skipped: Choice(rawValue, en: "skipped", zh: "未执行")
    }
  }
}
