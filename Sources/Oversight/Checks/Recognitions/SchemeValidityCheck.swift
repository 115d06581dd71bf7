import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The cohorts of a scheme can be read and do not overlap.
  static let schemeValidity = Check(
    "scheme-validity",
    demand: Phrase(
      en: "The validity of a scheme is told by cohorts that do not overlap.",
      zh: "荣誉项目的有效期须按批次写明且互不重叠。"
    ),
    severity: .error,
    each: Scheme.self
  ) { record, _ in
    do throws(FieldProblem) {
      _ = try SchemeValidity(record[Scheme.validity])
      return []
    } catch {
      return [
        Finding(
          record,
          error.message,
          help: Phrase(
            en: "write cohorts such as [{\"wonFrom\":\"2006-01-01\",\"years\":5}]",
            zh: "批次写作 [{\"wonFrom\":\"2006-01-01\",\"years\":5}]"
          )
        )
      ]
    }
  }
}
