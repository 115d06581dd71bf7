import Bilingual
public import Ledger
public import Portfolio

extension MembershipDesk {
  /// Writes an inspection down.
  ///
  /// - Parameters:
  ///   - membership: Whose products were checked.
  ///   - entry: When and by whom; its text is what was found.
  ///   - result: What was found.
  ///   - mendBy: The day by which faults are to be mended.
  ///   - product: Which product was checked.
  /// - Returns: What is to be written.
  /// - Throws: A ``Diagnostic`` where the state does not allow it, or a part is missing.
  public func inspect(
    _ membership: Record,
    _ entry: MembershipEntry,
    result: InspectionResult,
    mendBy: Day? = nil,
    product: String? = nil
  ) throws(Diagnostic) -> MembershipMove {
    try require(membership, [.applied, .admitted, .suspended], .noted, entry)
    if result == .mend, mendBy == nil {
      throw Diagnostic(
        "inspection-mend-by",
        Phrase(en: "no day is set by which it is to be mended", zh: "未写明整改期限"),
        help: Phrase(en: "set it with --mend-by", zh: "请用 --mend-by 写明"),
        at: membership.place
      )
    }
    if let mendBy, mendBy < entry.day {
      throw Diagnostic(
        "inspection-mend-by",
        Phrase(
          en: "\(mendBy) is before the inspection, on \(entry.day)",
          zh: "整改期限 \(mendBy) 早于检查日期 \(entry.day)"
        ),
        help: Phrase(en: "set a later day", zh: "请填写之后的日期"),
        at: membership.place
      )
    }
    if result != .pass, Folding.trim(entry.text ?? "").isEmpty {
      throw Diagnostic(
        "inspection-findings",
        Phrase(en: "what was found is not told", zh: "未写明发现的问题"),
        help: Phrase(en: "tell it with --text", zh: "请用 --text 写明"),
        at: membership.place
      )
    }
    var inspection = Draft(Inspection.schema)
    inspection[Inspection.membership] = membership.id
    inspection[Inspection.date] = PartialDate(entry.day)
    inspection[Inspection.result] = result
    inspection[Inspection.findings] = entry.text
    inspection[Inspection.mendBy] = mendBy.map { PartialDate($0) }
    inspection[Inspection.inspector] = entry.by
    inspection[Inspection.product] = product
    var move = MembershipMove(membership: Draft(copying: membership), events: [])
    move.inspection = inspection
    let products = marks.life(of: membership, on: entry.day).authorisation?.products ?? []
    if let product, !products.isEmpty,
      !products.contains(where: { Folding.key($0) == Folding.key(product) })
    {
      move.remarks.append(
        Phrase(
          en: "'\(product)' is not among its products: \(products.joined(separator: ", "))",
          zh: "授权产品不含“\(product)”：\(products.joined(separator: "、"))"
        )
      )
    }
    if result == .fail {
      move.remarks.append(
        Phrase(
          en: "failed: suspend the member with 'mark suspend', or set a day with --mend-by",
          zh: "检查不合格：请用 mark suspend 暂停使用，或限期整改"
        )
      )
    }
    return move
  }

  /// Notes that what an inspection found is mended.
  ///
  /// - Parameters:
  ///   - inspection: The inspection.
  ///   - day: The day on which it was mended.
  /// - Returns: The inspection to write.
  /// - Throws: A ``Diagnostic`` where nothing is open, or the day cannot be.
  public func mend(_ inspection: Record, on day: Day) throws(Diagnostic) -> Draft {
    try refuseFuture(day)
    let date = inspection[Inspection.date]
    guard inspection[Inspection.result] != .pass, inspection[Inspection.mendedOn] == nil else {
      throw Diagnostic(
        "inspection-nothing-open",
        Phrase(
          en: "nothing of the inspection \(inspection.id) is left to mend",
          zh: "检查 \(inspection.id) 没有待整改的问题"
        ),
        help: Phrase(en: "see 'brandledger show \(inspection.id)'", zh: "请用 show 查看"),
        at: inspection.place
      )
    }
    if let date, day < date.first {
      throw Diagnostic(
        "inspection-order",
        Phrase(en: "\(day) is before the inspection, on \(date)", zh: "\(day) 早于检查日期 \(date)"),
        help: Phrase(en: "give a later day", zh: "请填写之后的日期"),
        at: inspection.place
      )
    }
    var draft = Draft(copying: inspection)
    draft[Inspection.mendedOn] = PartialDate(day)
    return draft
  }

  /// Issues labels; a year's labels stay within the quota.
  ///
  /// - Parameters:
  ///   - membership: The membership.
  ///   - entry: When and by whom.
  ///   - count: How many.
  ///   - product: The product that they are for; all of the member's where none is named.
  /// - Returns: What is to be written.
  /// - Throws: A ``Diagnostic`` where the member may not use the mark that day, a product failed an
  ///   inspection, or the quota is used up.
  public func issue(
    _ membership: Record,
    _ entry: MembershipEntry,
    count: Int,
    product: String? = nil
  ) throws(Diagnostic) -> MembershipMove {
    try require(membership, [.admitted], .labels, entry)
    let name = marks.name(of: membership)
    guard let mark = marks.book.trademarks[membership[Membership.mark]],
      let member = membership[Membership.member]
    else { throw refusal(membership, .labels) }
    let faults = marks.openFaults(of: membership.id, on: entry.day, product: product)
    if let failed = faults.first(where: { $0[Inspection.result] == .fail }) {
      throw faultStands(failed, isForLabels: true)
    }
    let permission = marks.permission(of: member, for: mark, on: entry.day, product: product)
    guard permission?.answer == true else {
      let reasons = permission?.reasons ?? []
      throw Diagnostic(
        "labels-without-right",
        Phrase(
          en: "\(name) may not use the mark on \(entry.day): "
            + reasons.map(\.en).joined(separator: "; "),
          zh: "\(name) 在 \(entry.day) 不得使用该商标：" + reasons.map(\.zh).joined(separator: "；")
        ),
        help: Phrase(
          en: "put that right first, by 'mark authorise' where it is not authorised",
          zh: "请先办理；未获授权的用 mark authorise 授权"
        ),
        at: membership.place
      )
    }
    let issued = issued(to: membership, in: entry.day.year)
    let quota = permission?.life.authorisation?.quota
    if let quota, count > quota - issued {
      throw Diagnostic(
        "labels-over-quota",
        Phrase(
          en:
            "\(count, of: "label"), more than the \(max(0, quota - issued)) left of the quota of "
            + "\(quota) for \(entry.day.year)",
          zh: "\(entry.day.year) 年配额 \(quota)，已发放 \(issued)，剩余 \(max(0, quota - issued))，"
            + "不足 \(count)"
        ),
        help: Phrase(en: "issue fewer, or authorise a larger quota", zh: "请减少数量，或重新授权更大的配额"),
        at: membership.place
      )
    }
    var event = event(.labels, entry)
    event[MembershipEvent.labels] = count
    event[MembershipEvent.year] = entry.day.year
    event[MembershipEvent.products] = product.map { [$0] }
    var move = MembershipMove(
      membership: Draft(copying: membership),
      events: earlier(membership) + [event]
    )
    move.remarks += permission?.remarks ?? []
    if let quota {
      move.remarks.append(
        Phrase(
          en: "\(issued + count) of \(quota, of: "label") of \(entry.day.year) are issued",
          zh: "\(entry.day.year) 年已发放 \(issued + count)，配额 \(quota)"
        )
      )
    }
    return move
  }

  /// Takes in a member's report on a year's use.
  ///
  /// - Parameters:
  ///   - membership: The membership.
  ///   - entry: When it came in.
  ///   - year: The year that it is on.
  ///   - labels: How many labels were used.
  ///   - sales: What was sold under the mark.
  /// - Returns: What is to be written.
  /// - Throws: A ``Diagnostic`` where the year is not over, or was reported already.
  public func report(
    _ membership: Record,
    _ entry: MembershipEntry,
    year: Int,
    labels: Int?,
    sales: Money?
  ) throws(Diagnostic) -> MembershipMove {
    try require(membership, [.admitted, .suspended, .withdrawn], .reported, entry)
    let life = marks.life(of: membership, on: today)
    guard entry.day.year > year else {
      throw Diagnostic(
        "report-early",
        Phrase(en: "the year \(year) is not over", zh: "\(year) 年度尚未结束"),
        help: Phrase(en: "give the year that the report is on with --year", zh: "请用 --year 填写报告年度"),
        at: membership.place
      )
    }
    if let before = life.reports[year] {
      throw Diagnostic(
        "report-twice",
        Phrase(
          en: "\(marks.name(of: membership)) reported on \(year) already (\(before.id))",
          zh: "\(marks.name(of: membership)) 已报告 \(year) 年度（\(before.id)）"
        ),
        help: Phrase(
          en: "correct that one with 'brandledger set membership-event \(before.id) …'",
          zh: "如有误请用 set membership-event \(before.id) 更正"
        ),
        at: before.place
      )
    }
    var event = event(.reported, entry)
    event[MembershipEvent.year] = year
    event[MembershipEvent.labels] = labels
    event[MembershipEvent.salesFen] = sales
    var move = MembershipMove(
      membership: Draft(copying: membership),
      events: earlier(membership) + [event]
    )
    // What it reported as the member that it was before it left counts too.
    let before = marks.memberships(like: membership).filter { $0.id != membership.id }
      .compactMap { marks.life(of: $0, on: today).reports[year]?[MembershipEvent.labels] }
    let used = before.reduce(labels ?? 0, +)
    let issued = issued(to: membership, in: year)
    if labels != nil, used > issued {
      move.remarks.append(
        Phrase(
          en: "it used \(used, of: "label") of \(year), \(issued) are on record as issued",
          zh: "报告使用标识 \(used)，登记发放 \(issued)"
        )
      )
    }
    return move
  }

  /// The labels of a year that a member was issued, by all its memberships in the mark.
  private func issued(to membership: Record, in year: Int) -> Int {
    marks.memberships(like: membership)
      .reduce(0) { $0 + (marks.life(of: $1, on: today).labels[year] ?? 0) }
  }
}
