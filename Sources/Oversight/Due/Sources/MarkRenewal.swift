import Bilingual
import Ledger
import Portfolio

extension DueSource {
  /// A registered mark is renewed within twelve months before its term ends, or six after.
  ///
  /// Source: Trademark Law 2019, articles 39 and 40; as the term `trademark-validity` has it.
  static let markRenewal: Self = DueSource(
    "mark-renewal",
    Phrase(en: "trademark renewal", zh: "商标续展"),
    of: Trademark.self,
    likenesses: Likeness.marks,
    cost: renewalCost
  ) { record, docket in
    guard RightBook.validity(of: record) == "trademark-validity" else { return [] }
    return docket.renewal(
      of: record,
      term: "trademark-validity",
      source: .markRenewal,
      action: Phrase(en: "renew the mark", zh: "办理商标续展")
    )
  }

  /// An international registration is renewed once, at the top, for all its designations.
  ///
  /// Source: the Madrid Protocol, article 7; as the term `madrid-validity` has it.
  static let madridRenewal: Self = DueSource(
    "madrid-renewal",
    Phrase(en: "Madrid renewal", zh: "马德里续展"),
    of: Trademark.self,
    likenesses: Likeness.marks
  ) { record, docket in
    guard record[Trademark.route] == .madrid else { return [] }
    return docket.renewal(
      of: record,
      term: "madrid-validity",
      source: .madridRenewal,
      action: Phrase(
        en: "renew the international registration, once for all designations",
        zh: "办理国际注册续展（一次续展及于全部指定）"
      )
    )
  }

  /// A mark at a foreign office is renewed by its end on record, by the law of that office.
  static let foreignRenewal: Self = DueSource(
    "foreign-renewal",
    Phrase(en: "renewal abroad", zh: "境外商标续展"),
    of: Trademark.self,
    likenesses: Likeness.marks
  ) { record, docket in
    guard RightBook.isForeign(record) else { return [] }
    let life = docket.rights.life(of: record, on: docket.today)
    guard life.stands, let end = life.namedEnd else { return [] }
    return [
      DueDate(
        .foreignRenewal,
        record,
        action: Phrase(en: "renew the mark abroad", zh: "在境外办理商标续展"),
        subject: record[Trademark.mark] ?? record.id.text,
        holder: life.owners.first,
        due: Reckoning(from: end.first, registeredEnd),
        latest: end.last,
        notes: [
          Phrase(
            en:
              "the law of that office is not in the ledger: ask there from when, and whether late, it is renewed",
            zh: "账本中没有该国（地区）的规定：何时可续展、有无宽展期请向当地核实"
          )
        ]
      )
    ]
  }
}

/// What the end of a term on record is.
private let registeredEnd = Phrase(
  en: "the register has it as the end of the term",
  zh: "登记的专用期末日"
)

extension Docket {
  /// The end of a mark's term: that of the register as far as the law lets it, else by law from the
  /// registration; the earliest that it may be.
  private func validity(
    of mark: Record,
    _ life: RightLife,
    term name: String
  ) -> (end: Reckoning, term: LegalTerm?, notes: [Phrase])? {
    guard let named = life.namedEnd else {
      guard let registered = mark[Trademark.registeredOn],
        let term = term(name, on: registered.first),
        let end = term.end(from: registered.first, in: calendar)
      else { return nil }
      return (end, term, [])
    }
    let recorded = Reckoning(from: named.first, registeredEnd)
    guard let day = named.day, let lawful = rights.lawfulEnd(of: mark, near: day),
      lawful.day == rights.countedEnd(of: mark, named: day)
    else { return (recorded, term(name, on: recorded.day), []) }
    let note = Phrase(
      en: "the record has \(day) as the end of the term; by law it ends on \(lawful.day)",
      zh: "记录的专用期末日为 \(day)；依法应为 \(lawful.day)"
    )
    return (lawful, term(name, on: lawful.day), lawful.day == day ? [] : [note])
  }

  /// The renewal of a mark that stands as registered.
  fileprivate func renewal(
    of mark: Record,
    term name: String,
    source: DueSource,
    action: Phrase
  ) -> [DueDate] {
    let life = rights.life(of: mark, on: today)
    guard life.stands, let (end, term, notes) = validity(of: mark, life, term: name) else {
      return []
    }
    // The law of the day on which the term ends governs its renewal.
    let rule = self.term(name, on: end.day) ?? term
    let latest = rights.termEnds(of: mark, life)?.upperBound ?? end.day
    let grace = rule?.graceEnd(after: latest, in: calendar)
    let isOver = today > max(latest, grace?.day ?? latest)
    return [
      DueDate(
        source,
        mark,
        action: action,
        subject: mark[Trademark.mark] ?? mark.id.text,
        holder: life.owners.first,
        opens: rule?.opening(before: end.day),
        due: end,
        latest: latest,
        grace: grace,
        term: rule,
        // What can no longer be renewed costs nothing.
        cost: isOver ? nil : source.cost?(mark, today, today > latest, self),
        notes: notes
      )
    ]
  }
}

/// What renewing a mark costs: the fee for each class, and for each class what is added when late.
private func renewalCost(_ mark: Record, on _: Day, isLate: Bool, _ docket: Docket) -> DueCost? {
  let classes = Int64(max(1, mark[Trademark.classes]?.count ?? 1))
  guard let fees = docket.renewalFees, let sum = try? fees.ordinary.multiplied(by: classes),
    let added = try? fees.late.multiplied(by: classes)
  else { return nil }
  return DueCost(fee: sum, late: isLate ? added : .zero) {
    var steps = [
      Phrase(
        en: "\(classes) × \(fees.ordinary) yuan for each class",
        zh: "每类 \(fees.ordinary) 元 × \(classes) 类"
      )
    ]
    if isLate {
      steps.append(
        Phrase(
          en: "\(classes) × \(fees.late) yuan for each class, because the term has ended",
          zh: "期满后每类另缴 \(fees.late) 元 × \(classes) 类"
        )
      )
    }
    return steps
  }
}
