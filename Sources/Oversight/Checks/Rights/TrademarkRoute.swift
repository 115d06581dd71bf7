import Bilingual
import Ledger
import Portfolio

extension Check {
  /// The route of a mark is one that leads to its office.
  static let trademarkRoute = Check(
    "trademark-route",
    demand: Phrase(
      en:
        "A mark at WO came by Madrid, one at CN not from abroad, one at any other office not at home; "
        + "none by Madrid where the Protocol does not apply.",
      zh: "受理局为 WO 的途径须为马德里，CN 的不得为境外，其他局的不得为国内；不适用马德里议定书的，途径和指定均不得为马德里。"
    ),
    severity: .error,
    each: Trademark.self
  ) { record, _ in route(of: record) }

  static func route(of mark: Record) -> [Finding] {
    guard mark.schema === Trademark.schema, let office = mark[Trademark.office],
      let route = mark[Trademark.route]
    else { return [] }
    let isRight =
      switch office {
      case "WO": route == .madrid
      case "CN": route != .foreign
      default: route == .foreign || (route == .madrid && MadridReach.includes(office))
      }
    guard !isRight else { return unreached(by: mark) }
    let label = route.choice.label
    var finding = Finding(
      mark,
      Phrase(
        en: "the route '\(label.en)' does not lead to the office \(office)",
        zh: "途径“\(label.zh)”与受理局 \(office) 不符"
      ),
      help: Phrase(
        en:
          "WO has madrid, CN domestic or madrid, others foreign or madrid; counts and awards go by it",
        zh: "WO 为马德里，CN 为国内或马德里，其他局为境外或马德里；统计和奖励据此计算"
      )
    )
    finding.field = Trademark.route.definition
    return [finding]
  }

  /// Finds designations of offices to which the Protocol does not apply; they count for nothing.
  private static func unreached(by record: Record) -> [Finding] {
    guard record[Trademark.route] == .madrid else { return [] }
    let offices = (record[Trademark.designations] ?? []).filter { !MadridReach.includes($0) }
    guard !offices.isEmpty else { return [] }
    let list = offices.joined(separator: ", ")
    var finding = Finding(
      record,
      Phrase(
        en: "it designates \(list), where the Madrid Protocol does not apply",
        zh: "指定了不适用马德里议定书的 \(list)"
      ),
      help: Phrase(
        en: "take it out; a mark registered there is a record of its own, with route=foreign",
        zh: "请删去；在当地注册的商标应另行登记，注册途径为单一国"
      )
    )
    finding.field = Trademark.designations.definition
    return [finding]
  }

  /// An international registration goes by its number alone.
  static let madridNumber = Check(
    "madrid-number",
    demand: Phrase(
      en: "The number of an international registration has no G before it.",
      zh: "国际注册号前不带 G。"
    ),
    severity: .warning,
    each: Trademark.self
  ) { record, _ in
    guard record[Trademark.office] == "WO", let number = record[Trademark.number],
      let plain = MarkNumber.withoutG(number)
    else { return [] }
    var finding = Finding(
      record,
      Phrase(
        en: "'\(number)' is the registration \(plain) as the Chinese office writes it",
        zh: "“\(number)”是国家知识产权局对国际注册 \(plain) 的写法"
      ),
      help: Phrase(
        en: "set the number \(plain); where WO/\(plain) is on record too, merge the two",
        zh: "请将号码改为 \(plain)；如已有 WO/\(plain)，请合并"
      )
    )
    finding.field = Trademark.number.definition
    return [finding]
  }
}
