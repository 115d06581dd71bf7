import Bilingual
import Ledger
import Portfolio

extension DueSource {
  /// What an inspection found is mended by the day that it set, unless the product has passed since.
  static let inspectionMending: Self = DueSource(
    "inspection-mending",
    Phrase(en: "inspection", zh: "检查整改"),
    of: Inspection.self
  ) { record, docket in
    guard record[Inspection.result] != .pass, record[Inspection.mendedOn] == nil,
      let by = record[Inspection.mendBy]?.last
    else { return [] }
    let membership = try docket.snapshot.table(Membership.self)[record[Inspection.membership]]
    guard membership?[Membership.state] != .withdrawn else { return [] }
    if let id = membership?.id {
      let open = try docket.collective().openFaults(of: id, on: docket.today)
      guard open.contains(where: { $0.id == record.id }) else { return [] }
    }
    let mark = try docket.snapshot.table(Trademark.self)[membership?[Membership.mark]]
    let findings = record[Inspection.findings] ?? ""
    return [
      DueDate(
        .inspectionMending,
        record,
        action: Phrase(
          en: "mend what the inspection found: \(findings)",
          zh: "整改检查发现的问题：\(findings)"
        ),
        subject: mark?[Trademark.mark] ?? record[Inspection.membership]?.text ?? "",
        holder: membership?[Membership.member],
        due: Reckoning(
          from: by,
          Phrase(en: "the day that the inspection set", zh: "检查确定的整改期限")
        )
      )
    ]
  }
}
