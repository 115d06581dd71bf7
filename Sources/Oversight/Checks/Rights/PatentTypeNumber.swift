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
}
