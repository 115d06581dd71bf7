import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The number of a Chinese patent tells its type.
  static let patentTypeNumber = Check(
    "patent-type-number",
    demand: Phrase(en: "A patent's type is the one that its number tells.", zh: "专利类型须与申请号一致。"),
    severity: .error,
    each: Patent.self
  ) { record, _ in
    guard record[Patent.office] ?? "CN" == "CN", let number = record[Patent.number],
      let type = record[Patent.type], let told = PatentNumber.type(of: number), told != type
    else { return [] }
    return [
      Finding(
        record,
        Phrase(
          en:
            "the number \(number) is that of a patent of type \(told.choice.label.en), the record says \(type.choice.label.en)",
          zh: "申请号 \(number) 属于\(told.choice.label.zh)，记录为\(type.choice.label.zh)"
        ),
        help: Phrase(en: "compare number and type with the notice of filing", zh: "请按受理通知书核对申请号与类型")
      )
    ]
  }

  /// The number of a Chinese patent tells until when it can have been filed.
  static let patentNumberYear = Check(
    "patent-number-year",
    demand: Phrase(
      en: "No patent was filed after the year in its number.",
      zh: "申请日不晚于申请号中的年份。"
    ),
    severity: .warning,
    each: Patent.self
  ) { record, _ in numberYear(of: record) }

  static func numberYear(of patent: Record) -> [Finding] {
    guard patent[Patent.office] ?? "CN" == "CN", let number = patent[Patent.number],
      let year = PatentNumber.year(of: number), let filed = patent[Patent.filedOn],
      filed.first.year > year
    else { return [] }
    var finding = Finding(
      patent,
      Phrase(
        en: "it was filed on \(filed), and its number \(number) is of \(year)",
        zh: "申请日为 \(filed)，而申请号 \(number) 为 \(year) 年"
      ),
      help: Phrase(
        en:
          "compare both with the notice of filing: the term and the annuities run from the filing",
        zh: "请按受理通知书核对申请日与申请号：保护期和年费自申请日起算"
      )
    )
    finding.field = Patent.filedOn.definition
    return [finding]
  }
}
