import Bilingual
import JSONLines
import Ledger
import Portfolio

extension Check {
  /// The same thing is recorded once: no two records share all fields of an identity.
  static let duplicateIdentity = Check(
    "duplicate-identity",
    demand: Phrase(en: "The same thing is recorded once.", zh: "同一事物只登记一次。"),
    severity: .warning,
    ledger: { audit in
      var findings: [Finding] = []
      for schema in audit.snapshot.catalog.schemas {
        // An award that ended stands for nothing: its claim may be sealed anew.
        let records = try audit.snapshot.table(schema).records.filter {
          schema !== Award.schema || ![.void, .recovered].contains($0[Award.state])
        }
        // Records that already share a stronger identity are not told again for a weaker one.
        var told: Set<RecordID> = []
        for identity in schema.identities {
          var firsts: [[String]: [Record]] = [:]
          for record in records {
            let key = identity.compactMap { field in record[field].map { field.key(of: $0) } }
            guard key.count == identity.count else { continue }
            let first = firsts[key]?.first { !isApart(record, $0, by: identity) }
            guard let first else {
              firsts[key, default: []].append(record)
              continue
            }
            guard told.insert(record.id).inserted else { continue }
            findings.append(duplicate(record, of: first, by: identity))
          }
        }
      }
      return findings
    }
  )

  /// Whether the values of a field that tells such records apart differ.
  private static func isApart(
    _ record: Record,
    _ other: Record,
    by identity: [FieldDefinition]
  ) -> Bool {
    guard identity.count > 1 else { return false }
    return record.schema.distinctions.contains { field in
      guard let one = record[field], let two = other[field] else { return false }
      return field.key(of: one) != field.key(of: two)
    }
  }

  private static func duplicate(
    _ record: Record,
    of first: Record,
    by identity: [FieldDefinition]
  ) -> Finding {
    let place = "\(first.place.file):\(first.place.line ?? 0)"
    return Finding(
      record,
      Phrase(
        en:
          "the same \(identity.map(\.label.en).joined(separator: ", ")) as \(first.id) (\(place))",
        zh: "与 \(first.id)（\(place)）的\(identity.map(\.label.zh).joined(separator: "、"))相同"
      ),
      help: record.schema === Award.schema
        ? Phrase(
          en: "make one of them void with 'award void', or recover it where it was paid",
          zh: "请用 award void 作废其中一项；已支付的请追回"
        )
        : Phrase(
          en: "compare both; if they are one thing, merge them, or remove one with the reason",
          zh: "请核对两条记录；如为同一事物，请合并，或注明原因后删除其一"
        )
    )
  }
}
