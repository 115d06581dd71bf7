import Bilingual
import Ledger
import Portfolio

extension RightDesk {
  /// Refuses what cannot have happened, and what lacks a part, by the life up to today and up to the entry's day.
  func validate(
    _ entry: RightEntry,
    _ right: Record,
    _ life: RightLife,
    then: RightLife
  ) throws(Diagnostic) {
    if let day = [entry.day, entry.noticed].compactMap(\.self).max(), day > today {
      throw fault(
        "right-event-future",
        Phrase(en: "\(day) is in the future, today is \(today)", zh: "\(day) 晚于今日 \(today)"),
        Phrase(en: "give the day on which it took effect", zh: "请填写实际生效日期"),
        right
      )
    }
    let subject = Self.subject(right, office: entry.office)
    if entry.office != nil, subject != .designation {
      throw fault(
        "right-event-office",
        Phrase(
          en: "\(right.id) is no international registration, so it has no designations",
          zh: "\(right.id) 不是马德里国际注册，没有指定国"
        ),
        Phrase(en: "leave --office out", zh: "请去掉 --office"),
        right
      )
    }
    if subject == .designation { try validateDesignation(entry, right) }
    let actions = RightRules.actions(
      subject,
      at: life.state,
      isReviewed: life.isReviewed,
      losses: life.losses
    )
    // What leaves the state alone may have been possible on its day and be so no more.
    let wasPossible =
      RightState(after: entry.action) == nil
      && RightRules.actions(subject, at: then.state, losses: then.losses).contains(entry.action)
    guard wasPossible || actions.contains(entry.action) else {
      let state = life.state?.choice.label
      throw fault(
        "right-event-move",
        Phrase(
          en: "\(right.id) is \(state?.en ?? "of unknown state"): "
            + "'\(entry.action.rawValue)' is not possible there",
          zh: "\(right.id) 当前\(state?.zh ?? "状态不明")，不能登记“\(entry.action.choice.label.zh)”"
        ),
        RightRules.help(actions),
        right
      )
    }
    try validateClasses(entry, right, then)
    try validateOrder(entry, right, life, wasPossible: wasPossible)
    try validateParts(entry, right, life, then)
  }

  /// Nothing happens before the filing, and nothing moves the state before it moved the last time.
  private func validateOrder(
    _ entry: RightEntry,
    _ right: Record,
    _ life: RightLife,
    wasPossible: Bool
  ) throws(Diagnostic) {
    let filed =
      right.schema === Trademark.schema ? right[Trademark.filedOn] : right[Patent.filedOn]
    if entry.action != .noted, let filed, entry.day < filed.first {
      throw fault(
        "right-event-order",
        Phrase(
          en: "\(entry.day) is before the filing, on \(filed)",
          zh: "\(entry.day) 早于申请日 \(filed)"
        ),
        Phrase(en: "give a later day, or correct the filing", zh: "请填写之后的日期，或更正申请日"),
        right
      )
    }
    // Nor does a review come before what it is about.
    let isMove =
      RightState(after: entry.action) != nil || (entry.action == .reviewFiled && !wasPossible)
    guard isMove, let since = life.since, entry.day < since.first else { return }
    throw fault(
      "right-event-order",
      Phrase(
        en: "\(entry.day) is before the last change of its state, on \(since)",
        zh: "\(entry.day) 早于其上一次状态变化的日期 \(since)"
      ),
      Phrase(en: "give a later day, or enter the events in order", zh: "请填写之后的日期，或按先后顺序登记"),
      right
    )
  }

  private func validateDesignation(_ entry: RightEntry, _ right: Record) throws(Diagnostic) {
    let known = book.designations(of: right, on: today)
    let office = entry.office ?? ""
    let one = known.first { $0.office == office }
    // The record says that it ceased, and no event when.
    let isUndated =
      one?.since == nil && right[Trademark.ceasedDesignations]?.contains(office) == true
    if entry.action == .designated {
      guard MadridReach.includes(office) else {
        throw fault(
          "right-event-office",
          Phrase(en: "\(office) is no member of the Madrid Protocol", zh: "\(office) 不适用马德里议定书"),
          Phrase(
            en: "enter the mark that its own office registered, with route=foreign",
            zh: "请另行登记当地注册的商标（注册途径为单一国）"
          ),
          right
        )
      }
      guard one?.state.isCeased != false else {
        throw fault(
          "right-event-office",
          Phrase(en: "\(right.id) designates \(office) already", zh: "\(right.id) 已指定 \(office)"),
          Phrase(en: "see 'brandledger mark show \(right.id)'", zh: "请用 mark show 查看"),
          right
        )
      }
      // The day anew must not take the place of the day of the designation that ceased.
      let isBefore = one?.since.map { entry.day < $0.first } == true
      guard !isBefore, one == nil || !isUndated else {
        let since = one?.since?.description
        throw fault(
          "right-event-order",
          Phrase(
            en: since.map { "\(entry.day) is before the designation of \(office) ceased, on \($0)" }
              ?? "the ledger does not tell when the designation of \(office) ceased",
            zh: since.map { "\(entry.day) 早于指定 \(office) 终止之日 \($0)" }
              ?? "账本中没有指定 \(office) 的终止日期"
          ),
          Phrase(
            en:
              "enter first when it ceased, such as 'refused'; it can be designated anew from then on",
            zh: "请先登记其终止事项（如 refused），此后方可重新指定"
          ),
          right
        )
      }
      return
    }
    guard let one else {
      throw fault(
        "right-event-office",
        Phrase(en: "\(right.id) does not designate \(office)", zh: "\(right.id) 未指定 \(office)"),
        Phrase(
          en: "designated are: " + known.map(\.office).joined(separator: ", ")
            + "; a later designation is entered with 'designated'",
          zh: "已指定：" + known.map(\.office).joined(separator: "、") + "；后期指定请先登记 designated"
        ),
        right
      )
    }
    let isItsEnd =
      isUndated && [.refused, .surrendered, .cancelled, .invalidated].contains(entry.action)
    guard !one.state.isCeased || entry.action == .noted || isItsEnd else {
      throw fault(
        "right-event-move",
        Phrase(
          en: "the designation of \(office) is \(one.state.choice.label.en)",
          zh: "指定 \(office) \(one.state.choice.label.zh)"
        ),
        Phrase(
          en:
            "it can only be designated anew; where that is wrong, correct the event or ceasedDesignations",
          zh: "此后只能重新指定（designated）；如有误，请更正该事项或“已终止指定”"
        ),
        right
      )
    }
  }

  private func validateParts(
    _ entry: RightEntry,
    _ right: Record,
    _ life: RightLife,
    _ then: RightLife
  ) throws(Diagnostic) {
    switch entry.action {
    case .transferred, .licensed, .pledged:
      guard entry.parties.isEmpty else { break }
      throw fault(
        "right-event-party",
        Phrase(en: "nobody is named to whom it goes", zh: "未写明相关方"),
        Phrase(en: "name them with --party", zh: "请用 --party 写明受让人、被许可人或质权人"),
        right
      )
    case .designated:
      guard entry.office == nil else { break }
      throw fault(
        "right-event-office",
        Phrase(en: "no office is named", zh: "未写明指定国"),
        Phrase(en: "name it with --office", zh: "请用 --office 写明"),
        right
      )
    case .annuityPaid:
      guard let year = entry.year else {
        throw fault(
          "right-event-year",
          Phrase(en: "the patent year is missing", zh: "未写明年费年度"),
          Phrase(en: "give it with --patent-year", zh: "请用 --patent-year 写明"),
          right
        )
      }
      guard let message = Check.beyondTerm(year, right, book, today) else { break }
      throw fault("right-event-year", message, Check.patentYearHelp, right)
    case .renewed: try validateRenewal(entry, right, life)
    case .reviewFiled: try validateReview(entry, right)
    case .extended: try validateExtension(entry, right)
    default: break
    }
    if let until = entry.until, until < entry.day {
      throw fault(
        "right-event-until",
        Phrase(en: "\(until) is before \(entry.day)", zh: "\(until) 早于 \(entry.day)"),
        Phrase(en: "the end comes after the beginning", zh: "末日不得早于起始日期"),
        right
      )
    }
    if entry.action == .licensed { try validateLicence(entry, right, life) }
    if [.licenceEnded, .released].contains(entry.action) {
      let bonds = entry.action == .released ? then.pledges : then.licences
      guard !bonds.contains(where: { entry.parties.isEmpty || $0.parties == entry.parties }) else {
        return
      }
      throw fault(
        "right-event-nothing",
        Phrase(
          en: "\(right.id) has no such licence or pledge that runs",
          zh: "\(right.id) 没有在续的相应许可或质押"
        ),
        Phrase(en: "see what runs with 'show'", zh: "请用 show 查看在续的许可和质押"),
        right
      )
    }
  }

  /// One review answers one refusal, cancellation or invalidity, whatever the order in which they are entered.
  private func validateReview(_ entry: RightEntry, _ right: Record) throws(Diagnostic) {
    var review: PartialDate?
    for event in book.events(of: right) where event[RightEvent.office] == nil {
      guard let date = event[RightEvent.date], entry.concerns(event) else { continue }
      if event[RightEvent.action] == .reviewFiled { review = date }
      guard event[RightEvent.action]?.isReviewable == true else { continue }
      if date.first > entry.day { break }
      review = nil
    }
    guard let review else { return }
    throw fault(
      "right-event-move",
      Phrase(
        en: "a review was applied for on \(review), and is not decided on record",
        zh: "已于 \(review) 申请复审，尚未登记复审结果"
      ),
      Phrase(
        en: "correct its day with 'set right-event', or enter what the review decided first",
        zh: "如日期有误请用 set right-event 更正，否则请先登记复审结果"
      ),
      right
    )
  }

  /// The term of an invention alone is extended, beyond its twenty years (Patent Law 2020, article 42).
  private func validateExtension(_ entry: RightEntry, _ right: Record) throws(Diagnostic) {
    guard right[Patent.type] == .invention else {
      throw fault(
        "right-event-move",
        Phrase(en: "the term of an invention alone is extended", zh: "仅发明专利可给予期限补偿"),
        Phrase(en: "correct the type of the patent where it is wrong", zh: "专利类型有误的请先更正"),
        right
      )
    }
    let end = book.reckonedEnd(of: right)?.day
    guard entry.until.map({ until in end.map { until > $0 } ?? true }) != true else { return }
    let term = end?.description
    throw fault(
      "right-event-until",
      Phrase(
        en: "the last day of the extended term is missing, or is not after "
          + (term ?? "the end of the term"),
        zh: "未写明补偿后的期限末日，或不晚于\(term.map { " \($0)" } ?? "原期限末日")"
      ),
      Phrase(en: "give it with --until", zh: "请用 --until 填写"),
      right
    )
  }

  /// Nobody licenses longer than the right lasts.
  private func validateLicence(
    _ entry: RightEntry,
    _ right: Record,
    _ life: RightLife
  ) throws(Diagnostic) {
    guard let until = entry.until, let end = book.termEnds(of: right, life)?.upperBound, until > end
    else { return }
    throw fault(
      "right-licence-beyond",
      Phrase(
        en: "the term of \(right.id) ends on \(end), the licence would run until \(until)",
        zh: "\(right.id) 的期限至 \(end)，许可不能至 \(until)"
      ),
      Phrase(
        en: "end the licence with the term, or enter the renewal first",
        zh: "请将许可截止于权利期满，或先登记续展"
      ),
      right
    )
  }

  /// A renewal is asked for in the months before the end, or in the grace after it.
  private func validateRenewal(
    _ entry: RightEntry,
    _ right: Record,
    _ life: RightLife
  ) throws(Diagnostic) {
    // Whoever names the new end names by it the term that was renewed, of years ago perhaps.
    let named = entry.until.flatMap {
      book.previousEnd(of: right, before: book.countedEnd(of: right, named: $0))
    }
    guard let ends = named.map({ $0...$0 }) ?? book.termEnds(of: right, life),
      let opens = book.renewalWindow(of: right, before: ends.lowerBound)?.lowerBound,
      let closes = book.renewalWindow(of: right, before: ends.upperBound)?.upperBound
    else { return }
    let end = ends.upperBound
    if entry.day < opens {
      throw fault(
        "right-renewal-early",
        Phrase(
          en: "the term ends on \(end) and can be renewed from \(opens); \(entry.day) is too early",
          zh: "专用期至 \(end)，自 \(opens) 起方可续展，\(entry.day) 过早"
        ),
        Phrase(
          en: "correct the day; of an earlier renewal give the end of its term with --until",
          zh: "请更正日期；补登此前的续展请用 --until 写明该届期满日"
        ),
        right
      )
    }
    guard entry.day > closes else { return }
    throw fault(
      "right-renewal-late",
      Phrase(
        en:
          "the term ended on \(end) and the grace on \(closes); \(entry.day) is too late to renew",
        zh: "专用期于 \(end) 届满，宽展期至 \(closes)，\(entry.day) 已不能续展"
      ),
      Phrase(
        en: "enter an earlier renewal that is missing first, or the end with 'lapsed'",
        zh: "如漏登此前的续展请先补登，否则登记失效（lapsed）"
      ),
      right
    )
  }

  func fault(
    _ name: String,
    _ message: Phrase,
    _ help: Phrase,
    _ right: Record
  ) -> Diagnostic {
    Diagnostic(name, message, help: help, at: right.place)
  }
}
