import Bilingual
import Ledger
import Portfolio

extension DueSource {
  /// Three years after its registration anyone may ask to cancel a mark that is not used.
  ///
  /// Source: Trademark Law 2019, article 49; the rules for its application, article 66.
  static let markUse: Self = DueSource(
    "mark-use",
    Phrase(en: "proof of use", zh: "使用证据"),
    of: Trademark.self,
    likenesses: Likeness.marks
  ) { record, docket in
    guard docket.rights.life(of: record, on: docket.today).stands,
      RightBook.validity(of: record) == "trademark-validity",
      let registered = record[Trademark.registeredOn],
      let term = docket.term("trademark-non-use", on: registered.first),
      let end = term.end(from: registered.first, in: docket.calendar)
    else { return [] }
    return [
      DueDate(
        .markUse,
        record,
        nature: .milestone,
        action: Phrase(
          en: "from then on anyone may ask to cancel it for non-use: keep proof of use",
          zh: "此后任何人可以连续三年不使用为由申请撤销：请留存使用证据"
        ),
        subject: record[Trademark.mark] ?? record.id.text,
        holder: docket.rights.life(of: record, on: docket.today).owners.first,
        due: end,
        latest: term.end(from: registered.last, in: docket.calendar)?.day,
        term: term
      )
    ]
  }

  /// For five years an international registration falls with its basic mark.
  ///
  /// Source: the Madrid Protocol, article 6; as the term `madrid-dependency` has it.
  static let madridDependency: Self = DueSource(
    "madrid-dependency",
    Phrase(en: "Madrid dependency", zh: "马德里中心打击期"),
    of: Trademark.self,
    likenesses: Likeness.marks
  ) { record, docket in
    guard docket.rights.life(of: record, on: docket.today).stands,
      let dependency = docket.rights.dependency(of: record, on: docket.today)
    else { return [] }
    let end = dependency.ends
    let term = record[Trademark.registeredOn]?.day.flatMap {
      docket.term("madrid-dependency", on: $0)
    }
    let hasFallen = dependency.fellOn.map {
      [
        Phrase(
          en: "the basic mark ended on \($0): the registration falls with it",
          zh: "基础商标已于 \($0) 失效，国际注册随之失效"
        )
      ]
    }
    let basic = record[Trademark.basicMark].map { " \($0)" } ?? ""
    return [
      DueDate(
        .madridDependency,
        record,
        nature: .milestone,
        action: Phrase(
          en: "until then it falls with its basic mark\(basic); from then on it stands alone",
          zh: "此日前随基础商标\(basic)失效而失效，此后独立"
        ),
        subject: record[Trademark.mark] ?? record.id.text,
        holder: docket.rights.life(of: record, on: docket.today).owners.first,
        due: end,
        term: term,
        notes: hasFallen ?? []
      )
    ]
  }
}
