import Bilingual
import Ledger
import Portfolio

extension MembershipDesk {
  /// Refuses an action that the state does not allow, of the future, or before the last change.
  func require(
    _ membership: Record,
    _ states: [MembershipState],
    _ action: MembershipAction,
    _ entry: MembershipEntry
  ) throws(Diagnostic) {
    try refuseFuture(entry.day)
    let life = marks.life(of: membership, on: today)
    guard let state = life.state, states.contains(state) else { throw refusal(membership, action) }
    guard MembershipState(after: action) != nil, let since = life.since, entry.day < since.first
    else {
      return
    }
    throw Diagnostic(
      "membership-order",
      Phrase(
        en: "\(entry.day) is before the last change of the membership, on \(since)",
        zh: "\(entry.day) 早于成员资格上一次变化的日期 \(since)"
      ),
      help: Phrase(en: "give that day or a later one", zh: "请填写该日或之后的日期"),
      at: membership.place
    )
  }

  func refuseFuture(_ day: Day) throws(Diagnostic) {
    guard day > today else { return }
    throw Diagnostic(
      "membership-future",
      Phrase(en: "\(day) is in the future, today is \(today)", zh: "\(day) 晚于今日 \(today)"),
      help: Phrase(en: "give the day on which it was done", zh: "请填写实际办理日期")
    )
  }

  /// Refuses the owner of a certification mark, which is for others.
  func refuseOwner(_ enterprise: RecordID?, of mark: Record, on day: Day) throws(Diagnostic) {
    guard let enterprise, marks.isOwnCertification(mark, of: enterprise, on: day) else { return }
    let name = marks.enterprises[enterprise]?[Enterprise.name] ?? enterprise.text
    let title = mark[Trademark.mark] ?? mark.id.text
    throw Diagnostic(
      "certification-owner",
      Phrase(
        en: "\(name) owns the certification mark '\(title)', which is for others to use",
        zh: "\(name) 是证明商标“\(title)”的注册人，不得自用"
      ),
      help: Phrase(
        en: "admit those whose goods meet its conditions (Trademark Law 2019, article 3)",
        zh: "请准入符合条件的其他单位或个人（商标法第三条）"
      ),
      at: mark.place
    )
  }

  /// Refuses what would let somebody use a mark who is in business no longer.
  ///
  /// - Returns: A remark where only past days are concerned: since when it is so is not on record.
  func refuseClosed(_ enterprise: RecordID?, on day: Day) throws(Diagnostic) -> [Phrase] {
    guard let enterprise, let status = marks.closing(of: enterprise)?.choice.label else {
      return []
    }
    let name = marks.enterprises[enterprise]?[Enterprise.name] ?? enterprise.text
    let said = Phrase(
      en: "\(name) is on record as \(status.en)",
      zh: "\(name) 登记为\(status.zh)"
    )
    guard day >= today else {
      return [
        Phrase(
          en: said.en + "; whether it was on \(day) is not on record",
          zh: said.zh + "，\(day) 是否已如此未登记"
        )
      ]
    }
    throw Diagnostic(
      "member-closed",
      said,
      help: Phrase(
        en: "correct the enterprise's status, or name the one that took its business over",
        zh: "请更正企业登记状态，或改填承继其业务的企业"
      ),
      at: marks.enterprises[enterprise]?.place
    )
  }

  func refuseOrdinary(_ mark: Record) throws(Diagnostic) {
    guard !CollectiveMarks.isShared(mark) else { return }
    let name = mark[Trademark.mark] ?? mark.id.text
    throw Diagnostic(
      "mark-without-members",
      Phrase(
        en: "'\(name)' (\(mark.id)) is an ordinary mark and has no members",
        zh: "“\(name)”（\(mark.id)）为普通商标，没有成员"
      ),
      help: Phrase(
        en: "name a collective or certification mark; "
          + "'brandledger list trademark --where kind=collective' lists them",
        zh: "请指定集体商标或证明商标；可用 brandledger list trademark --where kind=集体商标 查看"
      ),
      at: mark.place
    )
  }

  func refusal(_ membership: Record, _ action: MembershipAction) -> Diagnostic {
    let state = state(of: membership)?.choice.label
    let possible: [MembershipAction] =
      switch self.state(of: membership) {
      case .applied?: [.admitted, .assessed, .withdrawn]
      case .admitted?:
        [.authorised, .assessed, .warned, .suspended, .withdrawn, .labels, .reported]
      case .suspended?: [.assessed, .warned, .restored, .withdrawn, .reported]
      case .withdrawn?, nil: []
      }
    let names = possible.map(\.choice.label)
    return Diagnostic(
      "membership-move",
      Phrase(
        en: "\(marks.name(of: membership)) is \(state?.en ?? "of unknown state"): "
          + "'\(action.choice.label.en)' is not possible",
        zh: "\(marks.name(of: membership)) 当前\(state?.zh ?? "状态不明")，不能“\(action.choice.label.zh)”"
      ),
      help: possible.isEmpty
        ? Phrase(
          en: "the membership has ended; 'mark admit' takes it in anew",
          zh: "成员资格已终止；可用 mark admit 重新准入"
        )
        : Phrase(
          en: "possible now: " + names.map(\.en).joined(separator: ", "),
          zh: "当前可以：" + names.map(\.zh).joined(separator: "、")
        ),
      at: membership.place
    )
  }

  /// Refuses what waits until a fault is mended; labels for a product that has none can be issued.
  func faultStands(_ fault: Record, isForLabels: Bool = false) -> Diagnostic {
    let date = fault[Inspection.date]?.description ?? ""
    return Diagnostic(
      "membership-fault-open",
      Phrase(
        en: "what was found on \(date) is not mended (\(fault.id))",
        zh: "\(date) 检查发现的问题尚未整改完毕（\(fault.id)）"
      ),
      help: Phrase(
        en: "enter the mending with 'mark mend \(fault.id)', or a new inspection that it passed"
          + (isForLabels ? "; labels for another product name it with --product" : ""),
        zh: "请用 mark mend \(fault.id) 登记整改完成，或登记合格的复查"
          + (isForLabels ? "；为其他产品发放标识请用 --product 写明产品" : "")
      ),
      at: fault.place
    )
  }

  /// Refuses an authorisation of a member below the standard, or beyond the mark's own term.
  func validate(_ terms: AuthorisationTerms, _ membership: Record) throws(Diagnostic) {
    func fault(_ name: String, _ message: Phrase, _ help: Phrase) -> Diagnostic {
      Diagnostic(name, message, help: help, at: membership.place)
    }
    guard terms.from <= terms.until else {
      throw fault(
        "authorisation-period",
        Phrase(
          en: "the authorisation ends on \(terms.until), before it begins on \(terms.from)",
          zh: "授权末日 \(terms.until) 早于首日 \(terms.from)"
        ),
        Phrase(en: "compare --from and --until", zh: "请核对 --from 与 --until")
      )
    }
    guard let mark = marks.book.trademarks[membership[Membership.mark]] else {
      throw fault(
        "authorisation-mark",
        Phrase(en: "the membership is of no mark on record", zh: "成员关系所属商标不存在"),
        Phrase(en: "correct the mark of the membership", zh: "请更正成员关系的商标")
      )
    }
    try refuseOwner(membership[Membership.member], of: mark, on: terms.until)
    if let registered = mark[Trademark.registeredOn], terms.from < registered.first {
      throw fault(
        "authorisation-before-mark",
        Phrase(
          en: "the mark was registered on \(registered), the authorisation begins on \(terms.from)",
          zh: "商标于 \(registered) 注册，授权自 \(terms.from) 起"
        ),
        Phrase(en: "begin it with the registration or later", zh: "授权不得早于注册日期")
      )
    }
    if let end = marks.lastDay(of: mark), terms.until > end {
      throw fault(
        "authorisation-beyond-mark",
        Phrase(
          en: "the mark itself lasts until \(end), the authorisation until \(terms.until)",
          zh: "商标专用期至 \(end)，授权至 \(terms.until)"
        ),
        Phrase(
          en: "end it on \(end) at the latest, or enter the mark's renewal first",
          zh: "授权最迟至 \(end)，或先登记商标续展"
        )
      )
    }
    let life = marks.life(of: membership, on: today)
    guard life.meets == true else {
      throw fault(
        "authorisation-below-standard",
        life.meets == false
          ? Phrase(
            en: "\(marks.name(of: membership)) does not meet the standard",
            zh: "\(marks.name(of: membership)) 未达到技术标准"
          )
          : Phrase(
            en: "no assessment of \(marks.name(of: membership)) is on record",
            zh: "\(marks.name(of: membership)) 无达标评定记录"
          ),
        Phrase(
          en: "only members that meet the standard use the mark; enter 'mark assess' first",
          zh: "达到技术标准的成员方可使用，请先登记评定（mark assess）"
        )
      )
    }
  }
}
