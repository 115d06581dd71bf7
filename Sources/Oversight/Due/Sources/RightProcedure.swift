import Bilingual
import Ledger
import Portfolio

extension DueSource {
  /// After its preliminary publication others may oppose a mark.
  ///
  /// Source: Trademark Law 2019, article 33; the edition of 2027 is provisional.
  static let markOpposition: Self = DueSource(
    "mark-opposition",
    Phrase(en: "opposition", zh: "商标异议"),
    of: Trademark.self,
    likenesses: Likeness.marks
  ) { record, docket in
    docket.dates(of: record, .markOpposition, [RightClock.opposition])
  }

  /// A refusal or a cancellation can be taken to review, what the review decides, and an invalidity, to the court.
  ///
  /// An international registration that fell with its basic mark can become national applications.
  ///
  /// Source: Trademark Law 2019, articles 34, 44, 45 and 54; the Madrid Protocol, article 9quinquies.
  static let markReview: Self = DueSource(
    "mark-review",
    Phrase(en: "trademark review", zh: "商标复审"),
    of: Trademark.self,
    namesAction: true,
    likenesses: Likeness.marks
  ) { record, docket in
    docket.dates(
      of: record,
      .markReview,
      [
        RightClock.refusal, .refusalCourt, .cancellation, .cancellationCourt, .invalidity,
        .transformation,
      ]
    )
  }

  /// Who is asked to show the use of a mark has two months.
  ///
  /// Source: the rules for the application of the Trademark Law, article 66.
  static let useEvidence: Self = DueSource(
    "use-evidence",
    Phrase(en: "evidence of use", zh: "提供使用证据"),
    of: Trademark.self,
    likenesses: Likeness.marks
  ) { record, docket in
    docket.dates(of: record, .useEvidence, [RightClock.useDemand])
  }

  /// A refusal is examined again and taken to the court, an invalidity too; what lapsed or counts as withdrawn is restored.
  ///
  /// Source: Patent Law 2020, articles 41 and 46; its implementing regulations 2023, article 6.
  static let patentReview: Self = DueSource(
    "patent-review",
    Phrase(en: "patent review and restoration", zh: "专利复审与恢复"),
    of: Patent.self,
    namesAction: true
  ) { record, docket in
    docket.dates(
      of: record,
      .patentReview,
      [
        RightClock.reexamination, .reexaminationCourt, .patentInvalidity, .restoration, .revival,
      ]
    )
  }
}

extension Docket {
  /// The dates that events of a right start.
  fileprivate func dates(
    of right: Record,
    _ source: DueSource,
    _ clocks: [RightClock]
  ) -> [DueDate] {
    let events = rights.events(of: right)
    guard !events.isEmpty else { return [] }
    let life = rights.life(of: right, on: today)
    return RightClock.runs(clocks, of: right, events, in: rights).compactMap { run in
      guard !run.isAnswered else { return nil }
      return DueDate(
        source,
        right,
        key: run.start.id.text,
        nature: run.clock.nature,
        action: run.clock.action,
        subject: name(of: right),
        holder: life.owners.first,
        due: run.end,
        term: run.term,
        notes: run.notes + run.openNotes,
        isAssumed: run.isAssumed
      )
    }
  }

  /// The name of a trademark or a patent.
  private func name(of right: Record) -> String {
    let name = right.schema === Trademark.schema ? right[Trademark.mark] : right[Patent.title]
    return name ?? right.id.text
  }
}
