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
      var latest: [RecordID: Record] = [:]
      for inspection in try audit.snapshot.table(Inspection.self).records {
        guard let membership = inspection[Inspection.membership],
          let date = inspection[Inspection.date]
        else { continue }
        let standing = latest[membership]?[Inspection.date]?.last
        if standing.map({ $0 <= date.last }) ?? true { latest[membership] = inspection }
      }
      let help = Phrase(
        en: "suspend the membership, or record the inspection that it passed",
        zh: "请暂停成员资格，或登记合格的检查"
      )
      return try audit.snapshot.table(Membership.self).records.compactMap { record in
        guard record[Membership.state] == .admitted else { return nil }
        if record[Membership.meetsStandard] == false {
          return Finding(
            record,
            Phrase(en: "it is admitted, and does not meet the standard", zh: "已准入但未达到标准"),
            help: help
          )
        }
        guard let inspection = latest[record.id], inspection[Inspection.mendedOn] == nil,
          let date = inspection[Inspection.date]
        else { return nil }
        switch inspection[Inspection.result] {
        case .fail?:
          return Finding(
            record,
            Phrase(
              en: "it is admitted, and failed the inspection of \(date) (\(inspection.id))",
              zh: "已准入但 \(date) 检查不合格（\(inspection.id)）"
            ),
            help: help
          )
        case .mend?:
          guard let by = inspection[Inspection.mendBy], by.last < audit.today else { return nil }
          return Finding(
            record,
            Phrase(
              en: "the faults found on \(date) were to be mended by \(by) (\(inspection.id))",
              zh: "\(date) 检查发现的问题应于 \(by) 前整改完毕（\(inspection.id)）"
            ),
            help: help
          )
        case .pass?, nil:
          return nil
        }
      }
    }
  )
}
