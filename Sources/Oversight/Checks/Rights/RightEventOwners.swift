import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Each transfer goes on from where the one before it led.
  static let rightEventOwners = Check(
    "right-event-owners",
    demand: Phrase(
      en: "A transfer tells who owned the right before it: those to whom the one before led.",
      zh: "转让须写明原权利人，且与前一次转让的受让人一致。"
    ),
    severity: .warning,
    ledger: { audit in
      let book = try RightBook(eventsOf: audit.snapshot)
      return try book.eventful.flatMap { id in
        try [Trademark.schema, Patent.schema].compactMap { try audit.snapshot.record(id, $0) }
          .flatMap { eventOwners(book.events(of: $0)) }
      }
    }
  )

  /// Finds the transfers of a right that do not follow from each other, by its events in the order of their dates.
  static func eventOwners(_ events: [Record]) -> [Finding] {
    var owners: [RecordID]?
    return events.compactMap { event in
      guard event[RightEvent.action] == .transferred, let next = event[RightEvent.parties],
        !next.isEmpty
      else { return nil }
      defer { owners = next }
      guard let previous = event[RightEvent.previous] else {
        return owners == nil ? unknown(event) : nil
      }
      guard let owners, Set(owners) != Set(previous) else { return nil }
      return broken(event, names(previous), names(owners))
    }
  }

  private static func broken(_ event: Record, _ told: String, _ left: String) -> Finding {
    Finding(
      event,
      Phrase(
        en: "it goes out from \(told), the transfer before it led to \(left)",
        zh: "原权利人为 \(told)，而前一次转让的受让人为 \(left)"
      ),
      help: Phrase(
        en: "compare with the register: enter the transfer between them, or correct 'previous'",
        zh: "请与登记簿核对：补登其间的转让，或更正原权利人（previous）"
      )
    )
  }

  private static func unknown(_ event: Record) -> Finding {
    Finding(
      event,
      Phrase(
        en:
          "it does not tell who owned the right before: for years before it the owner of today counts",
        zh: "未写明原权利人，此前年度按现权利人统计"
      ),
      help: Phrase(en: "set previous=…", zh: "请填写原权利人（previous）")
    )
  }

  private static func names(_ owners: [RecordID]) -> String {
    owners.map(\.text).joined(separator: ", ")
  }
}
