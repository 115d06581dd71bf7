import Bilingual
public import Ledger
import Portfolio

extension Check {
  /// Of a payer that an award names the level is known, by its name or by the policy.
  static let payerLevel = Check(
    "payer-level",
    demand: Phrase(
      en: "Who paid an award tells its level of government, or the award's policy does.",
      zh: "奖励的支付方或所依据的政策须表明支付级别。"
    ),
    severity: .warning,
    each: Award.self
  ) { record, audit in
    let found = PayerRules.finding(in: record, try audit.snapshot.table(Policy.self))
    return [found].compactMap(\.self)
  }
}

/// What is asked of who paid an award before it is written.
public enum PayerRules {
  /// Finds payers whose level is not known.
  ///
  /// - Parameters:
  ///   - records: The awards; they need not be written yet.
  ///   - snapshot: The ledger, with all that is to be written with them.
  /// - Returns: For each award the warnings.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func findings(for records: [Record], in snapshot: Snapshot) throws
    -> [[Diagnostic]]
  {
    let policies = try snapshot.table(Policy.self)
    return records.map { record in
      [finding(in: record, policies)].compactMap(\.self).map(Check.payerLevel.diagnostic)
    }
  }

  fileprivate static func finding(in award: Record, _ policies: Table) -> Finding? {
    let policy = policies[award[Award.policy]]
    guard let name = award[Award.payer], BrandLevel.payer(of: award, by: policy) == nil else {
      return nil
    }
    let levels = BrandLevel.payers
    let other = award[Award.policy]?.text ?? "ID"
    var finding = Finding(
      award,
      Phrase(
        en: "its payer '\(name)' tells no level of government, nor does its policy",
        zh: "支付方“\(name)”未表明级别，所依据的政策也未填写"
      ),
      help: Phrase(
        en:
          "write one of: \(levels.en); or 'set policy \(other) payer=…', which holds for all its awards",
        zh: "请填写其一：\(levels.zh)；或用 set policy \(other) payer=… 在政策中注明，适用于该政策的全部奖励"
      )
    )
    finding.field = Award.payer.definition
    return finding
  }
}
