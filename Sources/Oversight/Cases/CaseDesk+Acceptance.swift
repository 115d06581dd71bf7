import Bilingual
public import Ledger
public import Portfolio

extension CaseDesk {
  /// Tests a case by every criterion.
  ///
  /// - Parameters:
  ///   - record: The case.
  ///   - stated: What a person states; it goes before what the records say.
  ///   - day: The day of the decision; the present day where none is named.
  /// - Returns: The criteria in their order.
  public func acceptance(
    of record: Record,
    stated: [AcceptanceCriterion: Answer] = [:],
    on day: Day? = nil
  ) -> [Acceptance] {
    let day = day ?? today
    let said = Acceptance.stated(in: record).merging(stated) { $1 }
    return AcceptanceCriterion.allCases.map { criterion in
      if let answer = said[criterion] {
        let reason = Phrase(en: "stated by the office", zh: "由经办人认定")
        return Acceptance(criterion: criterion, answer: answer, reason: reason, isStated: true)
      }
      let (answer, reason) = test(criterion, record, day)
      return Acceptance(criterion: criterion, answer: answer, reason: reason, isStated: false)
    }
  }

  private func test(
    _ criterion: AcceptanceCriterion,
    _ record: Record,
    _ day: Day
  ) -> (Answer, Phrase) {
    switch criterion {
    case .area: area(record)
    case .right: right(record, day)
    case .holder: holder(record, day)
    case .facts: facts(record)
    case .elsewhere:
      (.unknown, Phrase(en: "nobody has stated it", zh: "尚无人说明"))
    case .papers: papers(record, day)
    case .conflict: conflict(record)
    case .time: time(record, day)
    }
  }

  private func area(_ record: Record) -> (Answer, Phrase) {
    if let town = record[Case.town], !bounds.isForeign(town) {
      return (.yes, Phrase(en: "it happened in a town of the city", zh: "侵权行为发生在本市镇区"))
    }
    let enterprise = enterprises[record[Case.rightHolder]]
    if let town = enterprise?[Enterprise.town], !bounds.isForeign(town) {
      return (.yes, Phrase(en: "the right holder sits in a town of the city", zh: "权利人位于本市镇区"))
    }
    // One connecting place in the city is enough.
    let seats = [
      (enterprise?[Enterprise.area], Phrase(en: "the right holder sits in", zh: "权利人位于")),
      (enterprise?[Enterprise.taxArea], Phrase(en: "the right holder pays tax in", zh: "权利人纳税地为")),
    ]
    let scene = (record[Case.place], Phrase(en: "it happened in", zh: "侵权行为发生在"))
    let known = (seats + [scene]).compactMap { name, fact in
      name.map {
        (bounds.standing(of: $0), Phrase(en: "\(fact.en) \($0)", zh: "\(fact.zh) \($0)"))
      }
    }
    if let (_, fact) = known.first(where: { $0.0 == .inside }) { return (.yes, fact) }
    if let (_, fact) = known.first(where: { $0.0 != .elsewhere }) {
      return (
        .unknown,
        Phrase(
          en: "\(fact.en), which may be in the city or not: set town",
          zh: "\(fact.zh)，是否在本市不明，请填镇区（town）"
        )
      )
    }
    // What is said of the scene may be no place at all, such as a shop on the net.
    if seats.contains(where: { $0.0 != nil }), let (_, fact) = known.first { return (.no, fact) }
    return (
      .unknown, Phrase(en: "neither has a town of the city: set town", zh: "权利人和案件均未填本市镇区（town）")
    )
  }

  private func right(_ record: Record, _ day: Day) -> (Answer, Phrase) {
    if let right = trademarks[record[Case.trademark]] ?? patents[record[Case.patent]] {
      let standing = rights.standing(of: right, on: day)
      let (what, label) = (right.schema.label, standing.label)
      return (
        standing.isInForce.map { $0 ? .yes : .no } ?? .unknown,
        Phrase(
          en: "the \(what.en) on \(day): \(label.en)",
          zh: "\(what.zh)在 \(day)：\(label.zh)"
        )
      )
    }
    return (
      .unknown,
      Phrase(en: "no mark or patent is named: set trademark or patent", zh: "未填涉案商标或专利")
    )
  }

  private func holder(_ record: Record, _ day: Day) -> (Answer, Phrase) {
    guard let holder = record[Case.rightHolder] else {
      return (.unknown, Phrase(en: "no right holder is named", zh: "未填权利人"))
    }
    guard let right = trademarks[record[Case.trademark]] ?? patents[record[Case.patent]] else {
      return (.unknown, Phrase(en: "no mark or patent is named", zh: "未填涉案商标或专利"))
    }
    let owners = rights.life(of: right, on: day).owners
    if owners.contains(holder) {
      return (.yes, Phrase(en: "the register names the right holder", zh: "登记权利人与申请人一致"))
    }
    // A licensee or a member may act as well, but has to show by what.
    let named = owners.map(\.text).joined(separator: ", ")
    return (
      .unknown,
      Phrase(
        en: "the register names \(named): is there a licence or an authorisation?",
        zh: "登记权利人为 \(named)，须核实许可或授权"
      )
    )
  }

  private func facts(_ record: Record) -> (Answer, Phrase) {
    let hasFacts = !Folding.trim(record[Case.summary] ?? "").isEmpty
    let hasOpponent = !Folding.trim(record[Case.opponent] ?? "").isEmpty
    guard hasFacts, hasOpponent else {
      return (
        .unknown,
        hasFacts
          ? Phrase(en: "the other side is not named: set opponent", zh: "未填对方（opponent）")
          : Phrase(en: "the facts are not told: set summary", zh: "未填案情（summary）")
      )
    }
    return (.yes, Phrase(en: "facts and other side are named", zh: "案情和对方均已写明"))
  }

  private func papers(_ record: Record, _ day: Day) -> (Answer, Phrase) {
    let open = papers(of: record).filter { $0.isNeeded && !$0.isReceived }
    guard !open.isEmpty else {
      return (.yes, Phrase(en: "all that is needed came in", zh: "必需材料均已收到"))
    }
    if isUrgent(record, on: day) {
      return (
        .yes,
        Phrase(en: "urgent: aid is granted first, the papers come later", zh: "时效将届满：可先行受理，事后补交材料")
      )
    }
    let missing = open.filter { $0.paper == nil }.map(\.item.label)
    var reasons: [Phrase] = []
    if !missing.isEmpty {
      reasons.append(
        Phrase(
          en: "not noted as received: " + missing.map(\.en).joined(separator: ", "),
          zh: "未见收到：" + missing.map(\.zh).joined(separator: "、")
        )
      )
    }
    for paper in open {
      guard let name = paper.paper else { continue }
      let (label, item) = (paper.item.label, paper.item.name)
      reasons.append(
        Phrase(
          en: "please look whether '\(name)' is the \(label.en): --paper \(item)=… says so",
          zh: "请核对“\(name)”是否为\(label.zh)，确认后以 --paper \(item)=… 登记"
        )
      )
    }
    return (
      .unknown,
      Phrase(
        en: reasons.map(\.en).joined(separator: "; "),
        zh: reasons.map(\.zh).joined(separator: "；")
      )
    )
  }

  private func conflict(_ record: Record) -> (Answer, Phrase) {
    let found = conflicts(of: record).filter { $0.name != "case-opponent-local" }
    guard let first = found.first else {
      return (.yes, Phrase(en: "no other case names either side", zh: "双方均未见于其他案件"))
    }
    return (.unknown, first.message)
  }

  private func time(_ record: Record, _ day: Day) -> (Answer, Phrase) {
    guard let ends = limitationEnds(of: record) else {
      return (
        .unknown,
        Phrase(en: "when the harm was known is not told: set knownOn", zh: "未填知悉侵权日期（knownOn）")
      )
    }
    let (first, last) = (ends.lowerBound, ends.upperBound)
    guard first < day, day <= last else {
      let end = day <= first ? first : last
      return (
        end >= day ? .yes : .no,
        Phrase(en: "limitation runs until \(end)", zh: "诉讼时效至 \(end)")
      )
    }
    return (
      .unknown,
      Phrase(
        en: "limitation runs until a day from \(first) to \(last): set the day in knownOn",
        zh: "诉讼时效至 \(first) 至 \(last) 之间的某日：请将知悉日期（knownOn）填至日"
      )
    )
  }
}
