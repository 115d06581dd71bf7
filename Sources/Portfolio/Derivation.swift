import Bilingual
public import Ledger

/// What the domain adds to a record when it is entered.
public enum Derivation {
  /// Completes new records; most kinds are complete as they are given.
  public static let completion = Editor.Completion(complete) { schema in
    switch schema.kind {
    case Enterprise.schema.kind: [Enterprise.town.definition]
    case Recognition.schema.kind: [Recognition.event.definition]
    case Trademark.schema.kind:
      [Trademark.kind.definition, Trademark.status.definition, Trademark.number.definition]
    // Number and type may differ, and periods stand where nobody looks at them.
    case Patent.schema.kind, MarkRule.schema.kind: nil
    default: []
    }
  } doubts: { schema in
    switch schema.kind {
    // Who is registered elsewhere has no town here.
    case Enterprise.schema.kind: [.init(Enterprise.area.definition) { $0.isEmpty }]
    // The number may be none of its office, and the Madrid Protocol may not apply.
    case Trademark.schema.kind:
      [
        .init(Trademark.number.definition) {
          $0.count <= MarkNumber.longest && MarkNumber.isPlain($0)
        },
        .init(Trademark.route.definition) { $0.isEmpty || $0[0] != UInt8(ascii: "m") },
      ]
    default: []
    }
  }

  /// Completes a new record with what follows from its other values.
  ///
  /// - Parameters:
  ///   - draft: The record.
  ///   - snapshot: The records that stand.
  /// - Returns: What is wrong or odd about the record.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func complete(_ draft: inout Draft, _ snapshot: Snapshot) throws -> [FieldProblem] {
    if draft.schema === Enterprise.schema { return try town(&draft, snapshot) }
    if draft.schema === Patent.schema {
      grant(&draft)
      if draft.id == nil, draft[Patent.office] ?? "CN" == "CN",
        let typed = draft[Patent.number], let number = PatentNumber.completed(typed),
        // What was entered before numbers were completed keeps its number.
        try snapshot.record(RecordID(typed), Patent.schema).map({ $0[Patent.office] ?? "CN" })
          != "CN"
      {
        draft[Patent.number] = number
      }
      if !draft.has(Patent.status.definition), !draft.has(Patent.endedOn.definition) {
        if draft[Patent.grantedOn] != nil {
          draft[Patent.status] = .granted
        } else if draft[Patent.filedOn] != nil {
          draft[Patent.status] = .pending
        }
      }
      return patentType(&draft)
    }
    if draft.schema === MarkRule.schema { return idlePeriods(draft) }
    if draft.schema === Recognition.schema {
      if !draft.has(Recognition.event.definition) { draft[Recognition.event] = .first }
    }
    if draft.schema === Trademark.schema {
      if !draft.has(Trademark.kind.definition) { draft[Trademark.kind] = .ordinary }
      // Nobody need type what the dates tell.
      if !draft.has(Trademark.status.definition) {
        if draft[Trademark.registeredOn] != nil {
          if !draft.has(Trademark.endedOn.definition) { draft[Trademark.status] = .registered }
        } else if draft[Trademark.filedOn] != nil {
          draft[Trademark.status] = .pending
        }
      }
      // Before registration a mark goes under the number of its application.
      if !draft.has(Trademark.number.definition) {
        draft[Trademark.number] = draft[Trademark.applicationNumber]
      }
      if draft.id == nil, draft[Trademark.office] == "WO",
        let typed = draft[Trademark.number], let number = MarkNumber.withoutG(typed),
        try snapshot.record(RecordID("WO/\(MarkNumber.normalise(typed))"), Trademark.schema) == nil
      {
        draft[Trademark.number] = number
      }
      return numberForm(draft) + beyondMadrid(draft)
    }
    return []
  }

  /// Refuses a new mark whose number the Chinese office never gives: two in one cell, or what a spreadsheet left of it.
  private static func numberForm(_ draft: Draft) -> [FieldProblem] {
    guard draft[Trademark.office] == "CN", let number = draft[Trademark.number],
      !MarkNumber.isChinese(number)
    else { return [] }
    return [
      FieldProblem(
        "trademark-number",
        Phrase(
          en: "'\(number)' is no number of the Chinese office: enter one as the certificate has it",
          zh: "“\(number)”不是国家知识产权局的商标号码：请按注册证填写一个完整号码"
        )
      )
    ]
  }

  /// Refuses a new mark that came by Madrid where the Protocol does not apply.
  private static func beyondMadrid(_ draft: Draft) -> [FieldProblem] {
    guard draft[Trademark.route] == .madrid else { return [] }
    let own = [draft[Trademark.office]].compactMap(\.self).filter { $0 != "WO" }
    let offices = (own + (draft[Trademark.designations] ?? [])).filter { !MadridReach.includes($0) }
    guard !offices.isEmpty else { return [] }
    let list = offices.joined(separator: ", ")
    return [
      FieldProblem(
        "trademark-route",
        Phrase(
          en: "the Madrid Protocol does not apply to \(list): "
            + "enter a mark that is registered there by itself, with route=foreign",
          zh: "\(list) 不适用马德里议定书：在当地注册的商标请另行登记，注册途径为单一国"
        )
      )
    ]
  }

  /// Says which periods of a technical standard nobody looks at.
  private static func idlePeriods(_ draft: Draft) -> [FieldProblem] {
    guard draft[MarkRule.type] == .standard else { return [] }
    let periods = [MarkRule.reportWithin, MarkRule.inspectEvery, MarkRule.fileWithin]
    return periods.map(\.definition).filter { draft.has($0) }.map { field in
      FieldProblem(
        "mark-rule-period",
        Phrase(
          en: "'\(field.name)' counts in rules of use only, and this is a technical standard",
          zh: "“\(field.label.zh)”只在使用管理规则中有效，此为技术标准"
        ),
        isWarning: true
      )
    }
  }

  /// Reads the town from the address, where it names exactly one.
  private static func town(_ draft: inout Draft, _ snapshot: Snapshot) throws -> [FieldProblem] {
    guard !draft.has(Enterprise.town.definition), let address = draft[Enterprise.address] else {
      return []
    }
    let key = Folding.key(address)
    var found: [(id: RecordID, name: String)] = []
    for town in try snapshot.table(Town.self).records {
      let names = [town[Town.name] ?? ""] + (town[Town.formerNames] ?? [])
      if let name = names.first(where: { !$0.isEmpty && key.contains(Folding.key($0)) }) {
        found.append((town.id, name))
      }
    }
    // A zone's name may hold a town's name, or both stand in the address: the longer name decides.
    let longest = found.filter { candidate in
      !found.contains { $0.id != candidate.id && $0.name.contains(candidate.name) }
    }
    guard longest.count == 1, let town = longest.first else { return [] }
    // A place of another division may have a town of the same name.
    if let area = draft[Enterprise.area].map(Folding.key), area.allSatisfy(\.isNumber),
      !town.id.text.hasPrefix(area)
    {
      return []
    }
    draft[Enterprise.town] = town.id
    return []
  }

  /// Reads from the kind code of a Chinese publication number whether it announced a grant.
  ///
  /// ZC 0007 (专利文献号标准) and WIPO ST.16: U and Y for utility models, S and D for designs, B and C for inventions
  /// are grants; A is an application laid open, and what was announced before 1993 was examined only.
  private static func grant(_ draft: inout Draft) {
    guard let number = draft[Patent.publication].map({ Folding.key($0).uppercased() }),
      number.hasPrefix("CN"), let code = number.last(where: \.isLetter)
    else { return }
    guard ["U", "Y", "S", "D", "B", "C"].contains(code), !draft.has(Patent.grantedOn.definition),
      let published = draft[Patent.publishedOn], published.first.year >= 1993
    else { return }
    draft[Patent.grantedOn] = published
  }

  /// Reads the type from the application number, and says where it differs from the one given.
  private static func patentType(_ draft: inout Draft) -> [FieldProblem] {
    guard draft[Patent.office] ?? "CN" == "CN", let number = draft[Patent.number],
      let type = PatentNumber.type(of: number)
    else { return [] }
    guard draft.has(Patent.type.definition) else {
      draft[Patent.type] = type
      return []
    }
    guard let given = draft[Patent.type], given != type else { return [] }
    return [
      FieldProblem(
        "patent-type-number",
        Phrase(
          en: "the number \(number) is of type \(type.choice.label.en)",
          zh: "申请号 \(number) 表示\(type.choice.label.zh)"
        ),
        isWarning: true
      )
    ]
  }
}
