import Bilingual
import Ledger
import Portfolio

extension Check {
  /// An event happens to one right.
  static let rightEventSubject = Check(
    "right-event-subject",
    demand: Phrase(
      en: "An event of a right names one trademark or one patent, and a designation of its own.",
      zh: "权利事项须指明一件商标或一件专利，指定国须属于该国际注册。"
    ),
    severity: .error,
    each: RightEvent.self
  ) { record, audit in
    let named = [record[RightEvent.trademark], record[RightEvent.patent]].compactMap(\.self)
    guard named.count == 1 else {
      return [
        Finding(
          record,
          named.isEmpty
            ? Phrase(en: "it names no right", zh: "未指明商标或专利")
            : Phrase(en: "it names a trademark and a patent", zh: "同时指明了商标和专利"),
          help: Phrase(
            en: "fill trademark or patent, one of the two",
            zh: "请填写商标（trademark）或专利（patent）其中之一"
          )
        )
      ]
    }
    if record.has(RightEvent.patent.definition), record.has(RightEvent.classes.definition) {
      return [
        Finding(
          record,
          Phrase(en: "it names classes, and a patent has none", zh: "填写了涉及类别，但专利没有尼斯类别"),
          help: Phrase(
            en: "take the classes away; claims stand in 'part'",
            zh: "请清除涉及类别（classes）；权利要求请填入涉及部分（part）"
          )
        )
      ]
    }
    guard let office = record[RightEvent.office] else { return [] }
    let mark = try audit.snapshot.table(Trademark.self)[record[RightEvent.trademark]]
    guard let mark, mark[Trademark.route] == .madrid else {
      return [
        Finding(
          record,
          Phrase(
            en: "it names the office \(office), and the right is no international registration",
            zh: "填写了指定国 \(office)，但该权利不是马德里国际注册"
          ),
          help: Phrase(en: "take the office away", zh: "请清除指定国（office）")
        )
      ]
    }
    guard record[RightEvent.action] != .renewed else {
      return [
        Finding(
          record,
          Phrase(
            en: "the designation of \(office) is renewed by itself",
            zh: "对指定国 \(office) 单独登记了续展"
          ),
          help: Phrase(
            en: "an international registration is renewed once, as a whole; take the office away",
            zh: "国际注册统一续展一次，请清除指定国（office）"
          )
        )
      ]
    }
    return []
  }
}
