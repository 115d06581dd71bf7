public import Bilingual
public import Ledger
public import Portfolio

/// Whether a member may use a collective mark on a day, and why.
public struct UsePermission: Sendable {
  /// The membership.
  public let membership: Record
  /// How it stands on the day.
  public let life: MembershipLife
  /// Yes, no, or not known.
  public let answer: Bool?
  /// Why not, or what is not known; none for a yes.
  public let reasons: [Phrase]
  /// What is worth a look besides.
  public let remarks: [Phrase]
}

extension CollectiveMarks {
  /// Says for each member of a mark whether it may use it on a day.
  ///
  /// A member may where the mark is registered and within its term, the member is admitted and not
  /// suspended, an authorisation covers the day and the product, and the technical standard is met: a
  /// product that failed an inspection is not to bear it until that is mended or the product passes.
  /// Whoever is in business no longer may not; for the days before, when that began is not on record.
  ///
  /// - Parameters:
  ///   - mark: The mark.
  ///   - day: The day.
  ///   - product: The product; any where none is named.
  /// - Returns: One answer for each member, whose membership speaks most for it, in the order of the
  ///   memberships.
  public func permissions(of mark: Record, on day: Day, product: String? = nil) -> [UsePermission] {
    members(of: mark.id).compactMap { membership in
      let all = memberships(like: membership)
      guard all.first?.id == membership.id else { return nil }
      return best(all.map { permission($0, of: mark, on: day, product: product) })
    }
  }

  /// Says whether an enterprise may use a mark on a day.
  ///
  /// - Parameters:
  ///   - enterprise: The enterprise.
  ///   - mark: The mark.
  ///   - day: The day.
  ///   - product: The product; any where none is named.
  /// - Returns: The answer of the membership that speaks most for it; `nil` for no member.
  public func permission(
    of enterprise: RecordID,
    for mark: Record,
    on day: Day,
    product: String? = nil
  ) -> UsePermission? {
    best(
      memberships(of: enterprise, in: mark.id)
        .map { permission($0, of: mark, on: day, product: product) }
    )
  }

  /// The answer that speaks most for a member; that of the last membership where none does.
  private func best(_ answers: [UsePermission]) -> UsePermission? {
    answers.first { $0.answer == true } ?? answers.first { $0.answer == nil }
      ?? answers.last
  }

  private func permission(
    _ membership: Record,
    of mark: Record,
    on day: Day,
    product: String?
  ) -> UsePermission {
    let life = life(of: membership, on: day)
    var demands = demands(of: mark, on: day) + demands(of: life, on: day)
    if let status = closing(of: membership[Membership.member])?.choice.label {
      let isPast = day < today
      demands.append(
        (
          isPast ? nil : false,
          Phrase(
            en: "on record as \(status.en)" + (isPast ? ", and since when is not" : ""),
            zh: "企业登记为\(status.zh)" + (isPast ? "，未登记日期" : "")
          )
        )
      )
    }
    if let product, life.authorisation?.covers(day) != false {
      let products = life.authorisation?.products ?? []
      let isNamed = products.contains { Folding.key($0) == Folding.key(product) }
      if !products.isEmpty, !isNamed {
        demands.append(
          (
            false,
            Phrase(
              en: "'\(product)' is not among its products: \(products.joined(separator: ", "))",
              zh: "授权产品不含“\(product)”：\(products.joined(separator: "、"))"
            )
          )
        )
      }
    }
    if isOwnCertification(mark, of: membership[Membership.member], on: day) {
      demands.append(
        (false, Phrase(en: "a certification mark is not for its owner", zh: "证明商标注册人不得自用"))
      )
    }
    let faults = openFaults(of: membership.id, on: day, product: product)
    let failed = life.state == .admitted ? failure(faults, membership, life, product, on: day) : nil
    if let failed {
      let date = failed[Inspection.date]?.description ?? ""
      demands.append(
        (
          false,
          Phrase(
            en: "failed the inspection of \(date) (\(failed.id)), and it is not mended",
            zh: "\(date) 检查不合格（\(failed.id)），尚未整改"
          )
        )
      )
    }
    let isDenied = demands.contains { $0.0 == false }
    let shown = isDenied ? demands.filter { $0.0 == false } : demands
    return UsePermission(
      membership: membership,
      life: life,
      answer: isDenied ? false : demands.isEmpty ? true : nil,
      reasons: shown.map(\.1),
      remarks: remarks(
        life,
        mark,
        faults.filter { $0.id != failed?.id },
        day
      )
    )
  }

  /// The failed inspection that leaves a product, or where none is named every one, without the standard.
  private func failure(
    _ faults: [Record],
    _ membership: Record,
    _ life: MembershipLife,
    _ product: String?,
    on day: Day
  ) -> Record? {
    func failed(_ faults: [Record]) -> Record? { faults.first { $0[Inspection.result] == .fail } }
    guard product == nil, failed(faults) != nil else { return failed(faults) }
    var products = life.authorisation?.products ?? []
    if products.isEmpty {
      // It holds for any product: one of those that were inspected, or another one.
      products = inspections(of: membership.id).map { $0[Inspection.product] ?? "" } + [""]
    }
    let first = products.map { failed(openFaults(of: membership.id, on: day, product: $0)) }
    return first.contains { $0 == nil } ? nil : first.first ?? nil
  }

  /// What speaks against any use of the mark: `false` for a no, `nil` for what is not known.
  private func demands(of mark: Record, on day: Day) -> [(Bool?, Phrase)] {
    let standing = book.standing(of: mark, on: day)
    // What a holder allowed that could not hold the mark is not known to stand.
    guard standing.isInForce != true else {
      return unfitHolders(standing.life.owners, of: mark).map { (nil, $0) }
    }
    let label = standing.label
    guard standing.life.stands else {
      return [
        (
          false,
          Phrase(
            en: "the mark is not registered on \(day): \(label.en)",
            zh: "商标在 \(day) 未有效注册（\(label.zh)）"
          )
        )
      ]
    }
    return [
      (standing.isInForce, Phrase(en: "the mark: \(label.en)", zh: "商标\(label.zh)"))
    ]
  }

  private func demands(of life: MembershipLife, on day: Day) -> [(Bool?, Phrase)] {
    var demands: [(Bool?, Phrase)] = []
    // Of a change that is known by month or year only, and has come by now, it is not known on which day.
    if let since = life.since, since.last > day, day < today, life.state != .applied {
      demands.append(
        (
          nil,
          Phrase(
            en: "its state changed in \(since), on which day is not on record",
            zh: "\(since) 状态变更，未登记具体日期"
          )
        )
      )
    }
    switch life.state {
    case .admitted?: break
    case _ where !demands.isEmpty: return demands
    case nil where life.isStateUndated:
      demands.append(
        (
          nil,
          Phrase(
            en: "it is suspended or has left, and since when is not on record",
            zh: "已暂停或退出，但未登记日期"
          )
        )
      )
    case nil:
      demands.append((false, Phrase(en: "not a member on \(day)", zh: "\(day) 尚非成员")))
    case let state?:
      let since = life.since.map { " (\($0))" } ?? ""
      demands.append(
        (false, Phrase(en: state.choice.label.en + since, zh: state.choice.label.zh + since))
      )
    }
    guard life.state == nil || life.state == .admitted else { return demands }
    switch life.authorisation?.covers(day) {
    case true?: break
    case nil where life.authorisation != nil:
      demands.append((nil, Phrase(en: "the day of the authorisation is not known", zh: "授权日期不详")))
    case nil: demands.append((false, Phrase(en: "no authorisation", zh: "未获授权")))
    case false?:
      let span = [life.authorisation?.from, life.authorisation?.until]
        .map { $0?.description ?? "" }.joined(separator: "–")
      demands.append(
        (false, Phrase(en: "authorised only \(span)", zh: "授权期间为 \(span)"))
      )
    }
    switch life.meets {
    case true?: break
    case false?:
      demands.append((false, Phrase(en: "does not meet the standard", zh: "未达到技术标准")))
    case nil:
      demands.append((nil, Phrase(en: "no assessment is on record", zh: "无达标评定记录")))
    }
    return demands
  }

  private func remarks(
    _ life: MembershipLife,
    _ mark: Record,
    _ faults: [Record],
    _ day: Day
  ) -> [Phrase] {
    var remarks: [Phrase] = []
    if let standard = outdatedStandard(of: life, mark.id, on: day) {
      let name = standard[MarkRule.number] ?? standard[MarkRule.title] ?? standard.id.text
      remarks.append(
        Phrase(en: "not assessed by \(name) yet", zh: "尚未按 \(name) 评定")
      )
    }
    for fault in faults {
      let date = fault[Inspection.date]?.description ?? ""
      let product = fault[Inspection.product]
      remarks.append(
        Phrase(
          en: "fault of \(date)" + (product.map { " (\($0))" } ?? "") + " not mended",
          zh: "\(date) 检查问题" + (product.map { "（\($0)）" } ?? "") + "未整改"
        )
      )
    }
    return remarks
  }

  /// The standard that holds on a day where the member was assessed by another one.
  ///
  /// - Parameters:
  ///   - life: The membership's life.
  ///   - mark: The mark.
  ///   - day: The day.
  /// - Returns: The standard; `nil` where the assessment is by it, or either is not on record.
  func outdatedStandard(of life: MembershipLife, _ mark: RecordID, on day: Day) -> Record? {
    guard let rule = rule(.standard, of: mark, on: day),
      let assessed = life.standard.map(Folding.key)
    else { return nil }
    // Versions of a standard share their title; the number tells them apart where there is one.
    let name = Folding.key(rule[MarkRule.number] ?? rule[MarkRule.title] ?? "")
    return name.isEmpty || Self.names(name, in: assessed) ? nil : rule
  }

  /// Whether a text names a standard: "T/QD 1" is not named by "T/QD 10", nor by "T/QD 1-2025".
  private static func names(_ standard: String, in text: String) -> Bool {
    func isWord(_ sign: Character) -> Bool {
      sign.isLetter || sign.isNumber || "-/.".contains(sign)
    }
    // Between letters or numbers and Chinese a word ends.
    func isJoined(_ sign: Character?, _ edge: Character?) -> Bool {
      guard let sign, let edge, isWord(sign), isWord(edge) else { return false }
      return sign.isASCII == edge.isASCII
    }
    return text.ranges(of: standard).contains { range in
      !isJoined(text[..<range.lowerBound].last, standard.first)
        && !isJoined(text[range.upperBound...].first, standard.last)
    }
  }
}
