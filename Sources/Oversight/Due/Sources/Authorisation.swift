import Bilingual
import Ledger
import Portfolio

extension DueSource {
  /// The authorisation of a member to use a collective mark is renewed before it ends.
  static let authorisation: Self = DueSource(
    "authorisation",
    Phrase(en: "authorisation", zh: "集体商标授权"),
    of: Membership.self
  ) { record, docket in
    guard isMember(record), let until = record[Membership.authorisedUntil]?.last
    else { return [] }
    let all = try docket.memberships()[[record[Membership.mark], record[Membership.member]]] ?? []
    let isRenewed = all.contains { other in
      other.id != record.id && isMember(other)
        && other[Membership.authorisedUntil].map { $0.first > until } == true
    }
    guard !isRenewed else { return [] }
    let mark = try docket.snapshot.table(Trademark.self)[record[Membership.mark]]
    return [
      DueDate(
        .authorisation,
        record,
        action: Phrase(
          en: "renew the authorisation, or end the use of the mark",
          zh: "办理续期授权，否则停止使用商标"
        ),
        subject: mark?[Trademark.mark] ?? record[Membership.mark]?.text ?? "",
        holder: record[Membership.member],
        due: Reckoning(
          from: until,
          Phrase(en: "the authorisation's last day, as recorded", zh: "登记的授权末日")
        )
      )
    ]
  }
}

private func isMember(_ membership: Record) -> Bool {
  membership[Membership.state] == .admitted || membership[Membership.state] == .suspended
}
