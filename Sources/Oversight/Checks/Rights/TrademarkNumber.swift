import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The number of a mark at the Chinese office is one that it gives.
  static let trademarkNumber = Check(
    "trademark-number",
    demand: Phrase(
      en: "The number of a mark at CN is digits, perhaps with a letter before or behind them.",
      zh: "受理局为 CN 的商标号码由数字组成，前后可带字母。"
    ),
    severity: .error,
    each: Trademark.self
  ) { record, _ in numberForm(of: record) }

  static func numberForm(of mark: Record) -> [Finding] {
    guard mark.schema === Trademark.schema, mark[Trademark.office] == "CN",
      let number = mark[Trademark.number], !MarkNumber.isChinese(number)
    else { return [] }
    var finding = Finding(
      mark,
      Phrase(
        en: "'\(number)' is no number of the Chinese office",
        zh: "“\(number)”不是国家知识产权局的商标号码"
      ),
      help: Phrase(
        en: "enter the number as the certificate has it; in two forms one mark counts twice",
        zh: "请按注册证填写完整号码；号码写法不同会被当作不同商标重复统计"
      )
    )
    finding.field = Trademark.number.definition
    return [finding]
  }
}
