import Bilingual
import Ledger
import Portfolio

extension Check {
  /// An international registration rests on a mark of the same owner and goes no further than it.
  static let madridBasis = Check(
    "madrid-basis",
    demand: Phrase(
      en: "An international registration rests on a mark of its owner and covers no more classes "
        + "(Implementing Regulations 2014, arts. 36 and 39).",
      zh: "国际注册须以本人的国内商标为基础，类别不得超出（商标法实施条例 2014 第三十六、三十九条）。"
    ),
    severity: .warning,
    each: Trademark.self
  ) { record, audit in
    guard record[Trademark.route] == .madrid else { return [] }
    guard let id = record[Trademark.basicMark] else {
      return [
        Finding(
          record,
          Phrase(en: "it names no basic mark", zh: "未填写基础商标"),
          help: Phrase(
            en: "fill basicMark; dependency cannot be watched without it",
            zh: "请填写基础商标（basicMark），否则无法监测依附关系"
          )
        )
      ]
    }
    guard let basis = try audit.snapshot.table(Trademark.self)[id] else { return [] }
    // A part rests on the international registration, which is looked at itself.
    guard !MadridParts.isPart(record) || basis[Trademark.office] != "WO" else { return [] }
    var findings: [Finding] = []
    if let owner = record[Trademark.owner], let other = basis[Trademark.owner], owner != other {
      findings.append(
        Finding(
          record,
          Phrase(
            en: "its owner is \(owner), that of the basic mark \(id) is \(other)",
            zh: "注册人为 \(owner)，基础商标 \(id) 的注册人为 \(other)"
          ),
          help: Phrase(
            en: "enter the transfer that is missing, or correct the owner",
            zh: "请补登转让事项，或更正注册人"
          )
        )
      )
    }
    findings += madridFaults(of: record, on: basis)
    return try findings + classesBeyond(record, basis, audit)
  }

  /// Finds the classes in which an international registration goes beyond its basic mark.
  ///
  /// What the basic mark loses within five years the registration loses with it (Madrid Protocol, article 6); what it
  /// loses later leaves the registration alone.
  private static func classesBeyond(
    _ record: Record,
    _ basis: Record,
    _ audit: Audit
  ) throws -> [Finding] {
    let classes = record[Trademark.classes] ?? []
    guard let left = basis[Trademark.classes], !classes.allSatisfy(left.contains) else { return [] }
    let book = try RightBook(eventsOf: audit.snapshot)
    let end = record[Trademark.registeredOn].map(\.last).flatMap { start in
      (try? book.terms.term("madrid-dependency", on: start))?.end(from: start, in: book.calendar)
    }
    let life = book.life(of: basis, on: min(audit.today, end?.day ?? audit.today))
    let covered = book.classes(of: basis, life) ?? left
    let beyond = classes.filter { !covered.contains($0) }
    let fallen = life.losses.filter { $0.part == nil }.flatMap(\.classes)
    func finding(_ classes: [Int], _ en: String, _ zh: String, _ help: Phrase) -> [Finding] {
      guard !classes.isEmpty else { return [] }
      let list = classes.map(String.init).joined(separator: ", ")
      return [Finding(record, Phrase(en: "\(en): \(list)", zh: "\(zh)：\(list)"), help: help)]
    }
    return finding(
      beyond.filter { !fallen.contains($0) },
      "classes beyond the basic mark \(basis.id)",
      "类别超出基础商标 \(basis.id)",
      Phrase(en: "compare the classes of both with their certificates", zh: "请按注册证核对两者类别")
    )
      + finding(
        beyond.filter(fallen.contains),
        "classes that the basic mark \(basis.id) lost within five years, and it with it",
        "基础商标 \(basis.id) 在五年内失去的类别，国际注册随之失去",
        Phrase(
          en: "enter it with 'mark event \(record.id) cancelled --class …'",
          zh: "请登记：mark event \(record.id) cancelled --class …"
        )
      )
  }

  /// Finds what articles 2 and 3bis of the Protocol rule out.
  ///
  /// A registration does not come before the filing of its basic mark, nor designates the office of that mark.
  private static func madridFaults(of record: Record, on basis: Record) -> [Finding] {
    var findings: [Finding] = []
    func add(_ en: String, _ zh: String) {
      findings.append(
        Finding(
          record,
          Phrase(en: en, zh: zh),
          help: Phrase(en: "compare both with their certificates", zh: "请按注册证核对两者")
        )
      )
    }
    if let registered = record[Trademark.registeredOn], let filed = basis[Trademark.filedOn],
      registered.last < filed.first
    {
      add(
        "it was registered on \(registered), before its basic mark \(basis.id) was filed on \(filed)",
        "注册日期 \(registered) 早于基础商标 \(basis.id) 的申请日期 \(filed)"
      )
    }
    if let office = basis[Trademark.office],
      record[Trademark.designations]?.contains(office) == true
    {
      add(
        "it designates \(office), the office of its basic mark",
        "指定了基础商标的受理局 \(office)"
      )
    }
    return findings
  }
}
