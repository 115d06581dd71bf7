public import Bilingual

/// The stages on the way from fact to money, in the order in which they run.
public enum Stage: String, CaseIterable, Sendable {
  /// Which facts a clause speaks about.
  case select
  /// Whether the conditions are met.
  case qualify
  /// What a fact is worth by itself.
  case value
  /// What several claims mean for each other.
  case combine
  /// The most that one recipient may get.
  case cap
  /// The most that may be spent.
  case budget
  /// Who is paid, and when.
  case schedule

  /// The name shown to people.
  public var label: Phrase {
    switch self {
    case .select: Phrase(en: "select", zh: "选取")
    case .qualify: Phrase(en: "qualify", zh: "资格")
    case .value: Phrase(en: "value", zh: "计价")
    case .combine: Phrase(en: "combine", zh: "合并")
    case .cap: Phrase(en: "cap", zh: "上限")
    case .budget: Phrase(en: "budget", zh: "预算")
    case .schedule: Phrase(en: "schedule", zh: "支付")
    }
  }
}
