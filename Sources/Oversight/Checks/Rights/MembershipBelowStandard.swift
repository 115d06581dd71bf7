import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Only members that meet the technical standard may use a collective mark.
  static let membershipBelowStandard = Check(
    "membership-below-standard",
    demand: Phrase(en: "An admitted member meets the technical standard.", zh: "已准入的成员须达到技术标准。"),
    severity: .warning,
    ledger: { audit in
      let marks = try CollectiveMarks(audit.snapshot, today: audit.today)
      let help = Phrase(
        en: "suspend the membership, or record the inspection that it passed",
        zh: "请暂停成员资格，或登记合格的检查"
      )
      return marks.memberships.records.flatMap { record -> [Finding] in
        guard record[Membership.state] == .admitted else { return [] }
        if record[Membership.meetsStandard] == false {
          return [
            Finding(
              record,
              Phrase(en: "it is admitted, and does not meet the standard", zh: "已准入但未达到标准"),
              help: help
            )
          ]
        }
        return marks.openFaults(of: record.id, on: audit.today).compactMap { inspection in
          guard let message = fault(inspection, audit.today) else { return nil }
          return Finding(record, message, help: help)
        }
      }
    }
  )

  /// What is to be told of a fault that stands; `nil` while there is time to mend it.
  private static func fault(_ inspection: Record, _ today: Day) -> Phrase? {
    guard let date = inspection[Inspection.date] else { return nil }
    let names = [inspection[Inspection.product], inspection.id.text].compactMap(\.self)
    let (en, zh) = (names.joined(separator: ", "), names.joined(separator: "，"))
    switch inspection[Inspection.result] {
    case .fail?:
      return Phrase(
        en: "it is admitted, and failed the inspection of \(date) (\(en))",
        zh: "已准入但 \(date) 检查不合格（\(zh)）"
      )
    case .mend?:
      guard let by = inspection[Inspection.mendBy], by.last < today else { return nil }
      return Phrase(
        en: "the faults found on \(date) were to be mended by \(by) (\(en))",
        zh: "\(date) 检查发现的问题应于 \(by) 前整改完毕（\(zh)）"
      )
    case .pass?, nil: return nil
    }
  }
}
