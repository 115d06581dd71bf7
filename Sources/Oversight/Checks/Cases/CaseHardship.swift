import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Legal aid is granted to right holders in difficulty, or with a reason.
  static let caseHardship = Check(
    "case-hardship",
    demand: Phrase(
      en: "Legal aid goes to right holders found in difficulty or exempt, else its reason is kept.",
      zh: "法律援助限于认定困难或免审查的权利人，例外须写明理由。"
    ),
    severity: .warning,
    each: Case.self
  ) { record, _ in
    var findings: [Finding] = []
    let isReasoned = !Folding.trim(record[Case.override] ?? "").isEmpty
    if let aid = CaseGrant.unfounded(record[Case.aid], record[Case.hardship]), !isReasoned,
      record.has(Case.acceptedOn.definition)
    {
      findings.append(
        Finding(
          record,
          Phrase(
            en: "it has \(aid.choice.label.en), and hardship is not found",
            zh: "给予“\(aid.choice.label.zh)”，但未认定困难"
          ),
          help: Phrase(
            en: "set hardship with its reason, or override",
            zh: "请填写经济困难（hardship）及依据，或例外理由（override）"
          )
        )
      )
    }
    let failed = Acceptance.kept(in: record).filter { $0.answer == .no }
    if !failed.isEmpty, !isReasoned {
      let names = failed.map(\.criterion.rawValue).joined(separator: ", ")
      findings.append(
        Finding(
          record,
          Phrase(
            en: "it was accepted against the criteria \(names), and no reason is kept",
            zh: "不符合受理条件（\(names)）而受理，未写明理由"
          ),
          help: Phrase(en: "set override to the reason", zh: "请填写例外理由（override）")
        )
      )
    }
    return findings
  }
}
