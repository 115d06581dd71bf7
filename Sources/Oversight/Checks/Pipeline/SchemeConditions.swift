import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The conditions of a scheme can be read.
  static let schemeConditions = Check(
    "scheme-conditions",
    demand: Phrase(
      en: "The conditions of a scheme are ones that the pipeline can judge.",
      zh: "荣誉项目的申报条件须可判断。"
    ),
    severity: .error,
    each: Scheme.self
  ) { record, _ in
    do throws(FieldProblem) {
      _ = try SchemeCondition.read(record[Scheme.conditions])
      return []
    } catch {
      return [
        Finding(
          record,
          error.message,
          help: Phrase(
            en: "write conditions such as [{\"is\":\"years-of-use\",\"atLeast\":3}]",
            zh: "条件写作 [{\"is\":\"years-of-use\",\"atLeast\":3}]"
          )
        )
      ]
    }
  }
}
