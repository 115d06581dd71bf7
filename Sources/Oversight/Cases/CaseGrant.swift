import Bilingual
public import Ledger
public import Portfolio

/// The aid that is granted, and what was found before.
public struct CaseGrant: Sendable {
  /// The kinds of aid; those of the case stay where none is given.
  public var aid: [AidKind]
  /// Whether the right holder is in difficulty; as the case says where nothing is given.
  public var hardship: Hardship?
  /// By what that was found.
  public var hardshipReason: String?
  /// The group for which hardship is not examined.
  public var group: HardshipGroup?
  /// What a person states of the criteria.
  public var criteria: [AcceptanceCriterion: Answer]
  /// Why aid is granted although a criterion or the hardship rule speaks against it.
  public var override: String?
  /// The experts and partners who help.
  public var partners: [RecordID]

  /// Creates a grant.
  public init(
    aid: [AidKind] = [],
    hardship: Hardship? = nil,
    hardshipReason: String? = nil,
    group: HardshipGroup? = nil,
    criteria: [AcceptanceCriterion: Answer] = [:],
    override: String? = nil,
    partners: [RecordID] = []
  ) {
    self.aid = aid
    self.hardship = hardship
    self.hardshipReason = hardshipReason
    self.group = group
    self.criteria = criteria
    self.override = override
    self.partners = partners
  }

  func apply(to draft: inout Draft) {
    if !aid.isEmpty { draft[Case.aid] = aid }
    if let hardship { draft[Case.hardship] = hardship }
    if let hardshipReason { draft[Case.hardshipReason] = hardshipReason }
    if let group { draft[Case.hardshipGroup] = group }
    // A group for which hardship is not examined says all that is asked.
    if group != nil, hardship == nil { draft[Case.hardship] = .exempt }
    if let override { draft[Case.override] = override }
    if !partners.isEmpty { draft[Case.partners] = partners }
  }

  /// Refuses a grant that a criterion or the hardship rule speaks against and that gives no reason.
  func demandReasons(_ record: Draft, _ criteria: [Acceptance]) throws(Diagnostic) {
    let isReasoned = !Folding.trim(record[Case.override] ?? "").isEmpty
    if let failed = criteria.first(where: { $0.answer == .no }), !isReasoned {
      throw Diagnostic(
        "case-criterion",
        Phrase(
          en:
            "the criterion '\(failed.criterion.rawValue)' (\(failed.criterion.label.en)) is not met: \(failed.reason.en)",
          zh:
            "不符合受理条件“\(failed.criterion.label.zh)”（\(failed.criterion.rawValue)）：\(failed.reason.zh)"
        ),
        help: Phrase(
          en:
            "refuse it, correct the fact, state --criterion \(failed.criterion.rawValue)=yes, or give --override with the reason",
          zh:
            "请不予受理、更正事实、以 --criterion \(failed.criterion.rawValue)=yes 认定，或用 --override 说明例外理由"
        )
      )
    }
    if let fault = Self.hardshipFault(of: record) { throw fault }
  }

  /// Finds what the hardship rule has against the aid of a case.
  ///
  /// - Parameter record: The case.
  /// - Returns: What stands against it; `nil` where nothing does, or a reason is given.
  public static func hardshipFault(of record: Draft) -> Diagnostic? {
    let isReasoned = !Folding.trim(record[Case.override] ?? "").isEmpty
    if record[Case.hardship] == .exempt, record[Case.hardshipGroup] == nil {
      return Diagnostic(
        "case-exempt-group",
        Phrase(en: "the exempt group is not named", zh: "未写明免审查人群"),
        help: Phrase(
          en: "name it with --group, or say --hardship yes with --hardship-reason",
          zh: "请用 --group 写明，或用 --hardship yes 和 --hardship-reason"
        )
      )
    }
    if let aid = unfounded(record[Case.aid], record[Case.hardship]), !isReasoned {
      return Diagnostic(
        "case-hardship",
        Phrase(
          en: "\(aid.choice.label.en) is for right holders in difficulty; that is not found",
          zh: "“\(aid.choice.label.zh)”限于确有困难的权利人，尚未认定"
        ),
        help: Phrase(
          en: "give --hardship yes, --group for an exempt one, or --override with the reason",
          zh: "请用 --hardship yes、--group（免审查人群）认定，或用 --override 说明例外理由"
        )
      )
    }
    return nil
  }

  /// The aid that is only for right holders in difficulty, where they are not found to be.
  ///
  /// Source: the plan, 二(四)3: legal aid for those who cannot defend their rights by themselves.
  static func unfounded(_ aid: [AidKind]?, _ hardship: Hardship?) -> AidKind? {
    let isNeedy = hardship == .yes || hardship == .exempt
    return isNeedy ? nil : aid?.first { $0 == .legalAid }
  }

  /// What is not known although aid is granted.
  func doubts(_ record: Draft, _ criteria: [Acceptance]) -> [Diagnostic] {
    let unknown = criteria.filter { $0.answer == .unknown }
    guard !unknown.isEmpty else { return [] }
    let names = unknown.map(\.criterion.rawValue).joined(separator: ", ")
    return [
      Diagnostic(
        "case-criteria-unknown",
        Phrase(
          en: "not known: "
            + unknown.map { "\($0.criterion.label.en) (\($0.reason.en))" }.joined(separator: "; "),
          zh: "尚不明确："
            + unknown.map { "\($0.criterion.label.zh)（\($0.reason.zh)）" }.joined(separator: "；")
        ),
        help: Phrase(
          en: "fill in the fact, or state it with --criterion NAME=yes (\(names))",
          zh: "请补充事实，或用 --criterion 名称=yes 认定（\(names)）"
        ),
        severity: .warning
      )
    ]
  }
}
