import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The cost of aid is the sum of what the events of a case cost.
  static let caseAidCost = Check(
    "case-aid-cost",
    demand: Phrase(
      en: "The cost of a case's aid is the sum of its events.",
      zh: "案件援助费用须等于各事件费用之和。"
    ),
    severity: .warning,
    ledger: { audit in
      var costs: [RecordID: Money] = [:]
      for event in try audit.snapshot.table(CaseEvent.self).records {
        guard let id = event[CaseEvent.case], let cost = event[CaseEvent.costFen] else { continue }
        // A sum beyond 64 bits is none that the case can say.
        costs[id] = (try? (costs[id] ?? .zero).adding(cost)) ?? Money(fen: .max)
      }
      return try audit.snapshot.table(Case.self).records.compactMap { record in
        let stated = record[Case.aidFen] ?? .zero
        let sum = costs[record.id] ?? .zero
        guard stated != sum else { return nil }
        return Finding(
          record,
          Phrase(
            en: "the case says \(stated) yuan, its events sum up to \(sum) yuan",
            zh: "案件记为 \(stated) 元，各事件合计 \(sum) 元"
          ),
          help: Phrase(
            en: "log the missing cost as an event, or correct aidFen",
            zh: "请补记费用事件，或更正援助费用（aidFen）"
          )
        )
      }
    }
  )
}
