import Bilingual
import Ledger
import Portfolio

extension Check {
  /// Who is registered elsewhere has no town of the city.
  static let seatContradiction = Check(
    "seat-contradiction",
    demand: Phrase(
      en: "Who is registered elsewhere has no town of the city.",
      zh: "登记地在外地的企业不填本市镇区。"
    ),
    severity: .error,
    ledger: { audit in
      let bounds = try CityBounds(audit.snapshot)
      return try audit.snapshot.table(Enterprise.self).records
        .filter(bounds.contradictsItself).map(contradiction)
    }
  )

  static func contradiction(_ enterprise: Record) -> Finding {
    Finding(
      enterprise,
      contradictionMessage(enterprise[Enterprise.town], enterprise[Enterprise.area]),
      help: Phrase(
        en: "it counts as elsewhere: take the town away with town= where that is so, else the area",
        zh: "现按外地统计：如确在外地，请用 镇区= 清空镇区；否则清空登记地"
      )
    )
  }

  static func contradictionMessage(_ town: RecordID?, _ area: String?) -> Phrase {
    Phrase(
      en: "it is registered in \(area ?? ""), and has the town \(town?.text ?? "")",
      zh: "登记地为 \(area ?? "")，镇区又填 \(town?.text ?? "")"
    )
  }
}
