public import Bilingual
public import Ledger
public import Portfolio

/// A date that asks for action, or from which something holds.
public struct DueDate: Sendable {
  /// What a date is to those who look at it.
  public enum Nature: Sendable {
    /// Something is to be done by it.
    case deadline
    /// Something begins or ends with it whatever anybody does.
    case milestone
  }

  /// What dates of records that are alike have in common, behind one reference: a list hands it about much.
  private final class Common: Sendable {
    let source: DueSource
    let key: String
    let nature: Nature
    let action: Phrase
    let opens: Day?
    let due: Reckoning
    let latest: Day
    let grace: Reckoning?
    let term: LegalTerm?
    let notes: [Phrase]
    let isAssumed: Bool

    init(
      _ source: DueSource,
      _ key: String,
      _ nature: Nature,
      _ action: Phrase,
      _ opens: Day?,
      _ due: Reckoning,
      _ latest: Day,
      _ grace: Reckoning?,
      _ term: LegalTerm?,
      _ notes: [Phrase],
      _ isAssumed: Bool
    ) {
      self.source = source
      self.key = key
      self.nature = nature
      self.action = action
      self.opens = opens
      self.due = due
      self.latest = latest
      self.grace = grace
      self.term = term
      self.notes = notes
      self.isAssumed = isAssumed
    }
  }

  private let common: Common
  /// The record to which it belongs.
  public let record: Record
  /// What it is about, by the name that people know.
  public let subject: String
  /// Whose it is.
  public let holder: RecordID?
  /// What it costs, where the ledger has the fee.
  public let cost: DueCost?

  /// The source that found it.
  public var source: DueSource { common.source }
  /// What tells it from other dates of the same source and record, such as a patent year.
  public var key: String { common.key }
  /// Whether something is to be done by it.
  public var nature: Nature { common.nature }
  /// What is to be done, or what happens.
  public var action: Phrase { common.action }
  /// The first day on which one may act.
  public var opens: Day? { common.opens }
  /// The date with its steps; of one that is known by month or year, the earliest that it may be.
  public var due: Reckoning { common.due }
  /// The latest that the date may be.
  public var latest: Day { common.latest }
  /// The last day on which one may still act, at a price.
  public var grace: Reckoning? { common.grace }
  /// The rule, where a legal term gives the date.
  public var term: LegalTerm? { common.term }
  /// What a reader must know besides.
  public var notes: [Phrase] { common.notes }

  /// Creates a date.
  init(
    _ source: DueSource,
    _ record: Record,
    key: String = "",
    nature: Nature = .deadline,
    action: Phrase,
    subject: String,
    holder: RecordID?,
    opens: Day? = nil,
    due: Reckoning,
    latest: Day? = nil,
    grace: Reckoning? = nil,
    term: LegalTerm? = nil,
    cost: DueCost? = nil,
    notes: [Phrase] = [],
    isAssumed: Bool = false
  ) {
    let latest = max(due.day, latest ?? due.day)
    let doubt = latest == due.day ? [] : [Self.doubt(due.day, latest)]
    common = Common(
      source,
      key,
      nature,
      action,
      opens,
      due,
      latest,
      grace,
      term,
      doubt + notes,
      isAssumed
    )
    self.record = record
    self.subject = subject
    self.holder = holder
    self.cost = cost
  }

  /// Tells a date of one record of another, which has it by the same fields.
  init(
    _ date: DueDate,
    of record: Record,
    subject: String,
    holder: RecordID?,
    cost: DueCost?
  ) {
    common = date.common
    self.record = record
    self.subject = subject
    self.holder = holder
    self.cost = cost
  }

  private static func doubt(_ first: Day, _ last: Day) -> Phrase {
    Phrase(
      en: "not all dates are known to the day: it is a day from \(first) to \(last)",
      zh: "有日期未精确到日：实为 \(first) 至 \(last) 之间的某日"
    )
  }

  /// The last day on which one may act at all.
  public var last: Day { max(latest, grace?.day ?? latest) }

  /// Whether the date may still move: the day from which it is counted is assumed, or its rule or the working days
  /// until then are not settled.
  public var isProvisional: Bool {
    common.isAssumed || due.isProvisional || grace?.isProvisional == true
      || term?.confidence == .provisional
  }

  /// What becomes of a right when the grace has passed too.
  ///
  /// Source: Trademark Law 2019, article 40; Patent Law 2020, article 44.
  public static let afterGrace = Phrase(
    en: "the right ends where it is not done by then",
    zh: "逾期未办的，权利终止"
  )

  /// What acting on the last day of the grace costs; `nil` where it is over, or the ledger has no fee.
  ///
  /// - Parameter docket: The docket that found the date.
  /// - Returns: The cost.
  public func graceCost(_ docket: Docket) -> DueCost? {
    guard let grace, docket.today <= grace.day else { return nil }
    return source.cost?(record, grace.day, true, docket)
  }

  /// Whether the date is one of those that stand in some way; a grace of which little is left is near too.
  ///
  /// - Parameters:
  ///   - wanted: How it may stand.
  ///   - today: The day.
  /// - Returns: Whether it does.
  public func stands(in wanted: [Urgency], on today: Day) -> Bool {
    let urgency = urgency(on: today)
    return wanted.contains(urgency)
      || urgency == .grace && wanted.contains(.soon) && last - today <= Urgency.soonDays
  }

  /// Where the date stands on a day.
  ///
  /// - Parameter today: The day.
  /// - Returns: How urgent it is.
  public func urgency(on today: Day) -> Urgency {
    guard nature == .deadline else { return latest < today ? .past : .ahead }
    if today > last { return .missed }
    if today > latest { return .grace }
    if due.day - today <= Urgency.soonDays { return .soon }
    return opens.map { $0 <= today } == true ? .open : .ahead
  }
}

/// How urgent a date is.
public enum Urgency: String, CaseIterable, Sendable {
  /// It has passed, and nothing says that it was kept.
  case missed
  /// It has passed; one may still act, mostly at a price.
  case grace
  /// It comes within ``soonDays``.
  case soon
  /// One may act already.
  case open
  /// It lies ahead.
  case ahead
  /// It was not a deadline, and holds since.
  case past

  /// Within how many days a date is near.
  static let soonDays = 30

  /// The name shown to people.
  public var label: Phrase {
    switch self {
    case .missed: Phrase(en: "missed", zh: "已逾期")
    case .grace: Phrase(en: "in grace", zh: "宽展期内")
    case .soon: Phrase(en: "within \(Self.soonDays) days", zh: "\(Self.soonDays)日内")
    case .open: Phrase(en: "may be done now", zh: "可办理")
    case .ahead: Phrase(en: "ahead", zh: "未到")
    case .past: Phrase(en: "holds since", zh: "已届至")
    }
  }
}

/// What acting costs.
public struct DueCost: Sendable {
  /// The fee, after reductions.
  public let fee: Money
  /// What is added today because the date has passed.
  public let late: Money
  private let told: @Sendable () -> [Phrase]

  /// Creates a cost.
  ///
  /// - Parameters:
  ///   - fee: The fee, after reductions.
  ///   - late: What is added today because the date has passed.
  ///   - steps: Tells how the sums come about; lists do not ask.
  init(fee: Money, late: Money, steps: @escaping @Sendable () -> [Phrase]) {
    self.fee = fee
    self.late = late
    told = steps
  }

  /// How the sums come about.
  public var steps: [Phrase] { told() }

  /// What is paid today.
  ///
  /// - Throws: ``Money/Overflow`` where the sum leaves 64 bits.
  public func total() throws(Money.Overflow) -> Money { try fee.adding(late) }
}
