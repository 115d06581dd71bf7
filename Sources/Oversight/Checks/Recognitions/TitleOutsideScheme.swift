import Bilingual
import Ledger
import Portfolio

extension Check {
  /// A title is won while it can be won.
  static let titleOutsideScheme = Check(
    "title-outside-scheme",
    demand: Phrase(en: "A title is won while its scheme can be won.", zh: "荣誉须在其项目可获得期间内获得。"),
    severity: .error,
    each: Recognition.self
  ) { record, audit in
    guard let date = record[Recognition.awarded], let scheme = try audit.scheme(of: record) else {
      return []
    }
    let from = scheme[Scheme.wonFrom]
    let until = scheme[Scheme.wonUntil]
    let name = scheme[Scheme.name] ?? scheme.id.text
    if let from, date.last < from.first {
      return [
        Finding(
          record,
          Phrase(
            en: "'\(name)' could not be won before \(from), the record says \(date)",
            zh: "“\(name)”自 \(from) 起方可获得，记录日期为 \(date)"
          ),
          help: Phrase(en: "check the date and the scheme on the certificate", zh: "请按证书核对日期与荣誉项目")
        )
      ]
    }
    if let until, date.first > until.last {
      let act = scheme[Scheme.abolition]
      return [
        Finding(
          record,
          Phrase(
            en: "'\(name)' could not be won after \(until), the record says \(date)"
              + (act.map { " (\($0))" } ?? ""),
            zh: "“\(name)”在 \(until) 之后不再授予，记录日期为 \(date)" + (act.map { "(\($0))" } ?? "")
          ),
          help: Phrase(
            en:
              "check the date on the certificate, and whether the title belongs to a later scheme",
            zh: "请按证书核对日期，并确认是否属于后续荣誉项目"
          )
        )
      ]
    }
    return []
  }
}
