import Bilingual
import CommandLine
import Ledger
import Oversight
import Portfolio
import Presentation

/// `pipeline`: the brands that are prepared for titles, against the year's targets.
enum PipelineCommand {
  static let level = Option(
    "level",
    Values.word(BrandLevel.self, Phrase(en: "LEVEL", zh: "级别")),
    help: Phrase(en: "Only titles of a level", zh: "只看某一级别")
  )
  static let brand = Argument(
    optional: .text(Phrase(en: "BRAND", zh: "品牌")),
    help: Phrase(
      en: "One brand, by id or name: what it has and lacks for its title",
      zh: "仅看某品牌（编号或名称）对照申报条件的情况"
    )
  )

  static let command = Command<World>(
    "pipeline",
    section: Section.work,
    summary: Phrase(
      en: "Show who is prepared for which title, and whether the year's targets can be met",
      zh: "品牌培育梯队：谁在准备申报什么、当年目标能否完成"
    ),
    discussion: Phrase(
      en: """
        The conditions of a title are data of its scheme: years of use, sales, standard, registered \
        mark, no incident, and what the office confirms by papers. Each is met, not met or not known \
        for each candidate. A target can still be met by the candidates that are ready, if what is not \
        known turns out well, or only if what is missing is made up.
        """,
      zh: """
        荣誉的申报条件是项目记录中的数据：使用年限、销售额、执行标准、注册商标、无违法失信，以及凭材料确认的\
        事项。逐项判断为具备、不具备或不明；目标能否完成按已具备、待查、尚缺条件的候选品牌分别说明。
        """
    ),
    examples: [
      Example(
        "brandledger pipeline --year 2026 --level 省级",
        Phrase(en: "The provincial titles of a year", zh: "某年省级荣誉")
      ),
      Example(
        "brandledger pipeline 例永达",
        Phrase(en: "What a brand still lacks", zh: "某品牌还缺哪些条件")
      ),
    ],
    arguments: [brand],
    options: [ProgressCommand.year, level]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    if let text = arguments[brand] {
      try show(try session.record(text, Brand.schema, in: snapshot), snapshot, session)
      return nil
    }
    let pipeline = try Pipeline(
      year: arguments[ProgressCommand.year] ?? session.today.year,
      level: arguments[level],
      in: snapshot,
      today: session.today
    )
    let enterprises = try snapshot.table(Enterprise.self)
    let candidates = candidates(pipeline, enterprises)
    guard session.outputFormat != .csv, session.outputFormat != .jsonl else {
      try session.show(candidates)
      return nil
    }
    try session.show(
      Report(
        title: Phrase(en: "pipeline of \(pipeline.year)", zh: "\(pipeline.year) 年品牌培育梯队"),
        [
          .table(targets(pipeline)), .heading(Phrase(en: "Candidates", zh: "候选品牌")),
          .table(candidates),
        ]
      )
    )
    return nil
  }

  private static func targets(_ pipeline: Pipeline) -> Presentation.Table {
    let number = { (count: Int) in Cell.integer(Int64(count)) }
    var table = Presentation.Table(
      columns: [
        Column("level", Phrase(en: "level", zh: "级别")),
        Column("title", Phrase(en: "title", zh: "荣誉项目"), overflow: .wrap),
        Column("target", Phrase(en: "target", zh: "目标"), .trailing),
        Column("won", Phrase(en: "won", zh: "已获"), .trailing),
        Column("ready", Phrase(en: "ready", zh: "已具备"), .trailing),
        Column("unknown", Phrase(en: "to be clarified", zh: "待查"), .trailing),
        Column("missing", Phrase(en: "not yet", zh: "尚缺"), .trailing),
        Column("verdict", Phrase(en: "can it be met", zh: "能否完成"), overflow: .wrap),
      ],
      rows: pipeline.rows.map { row in
        let level = row.scheme[Scheme.level]?.choice
        return [
          level.map { .phrase($0.label, code: $0.code) } ?? .empty,
          .text(row.scheme[Scheme.name] ?? row.scheme.id.text),
          row.target.map(number) ?? .empty,
          number(row.won),
          number(row.count(.ready)),
          number(row.count(.unknown) + row.count(.unruled)),
          number(row.count(.missing)),
          .phrase(words(row), code: row.verdict.rawValue),
        ]
      }
    )
    for tier in pipeline.tiers {
      let level = tier.level?.choice
      let missing = tier.target - tier.won - tier.candidates.count
      table.append([
        level.map { .phrase($0.label, code: $0.code) } ?? .empty,
        .phrase(tier.label, code: tier.label.zh),
        number(tier.target),
        number(tier.won),
        number(tier.count(.ready)),
        number(tier.count(.unknown) + tier.count(.unruled)),
        number(tier.count(.missing)),
        .phrase(words(tier.verdict, missing: missing), code: tier.verdict.rawValue),
      ])
    }
    return table
  }

  private static func words(_ row: PipelineRow) -> Phrase {
    if row.verdict == .none, row.countsForTier {
      return Phrase(en: "no target of its own, counts for its tier", zh: "无单独目标，计入本级别目标")
    }
    return words(
      row.verdict,
      missing: (row.target ?? 0) - row.won - row.candidates.count,
      until: row.scheme[Scheme.wonUntil].map { " \($0)" } ?? ""
    )
  }

  private static func words(
    _ verdict: PipelineRow.Verdict,
    missing: Int,
    until: String = ""
  ) -> Phrase {
    switch verdict {
    case .met: Phrase(en: "met", zh: "已完成")
    case .closed:
      Phrase(
        en: "no: the title ended\(until)",
        zh: until.isEmpty ? "不能：该类荣誉已停止授予" : "不能：该荣誉已于\(until) 停止授予"
      )
    case .over: Phrase(en: "missed: the year is over", zh: "未完成：年度已结束")
    case .ready: Phrase(en: "yes, by those that are ready", zh: "能：已具备条件者足够")
    case .unclear:
      Phrase(en: "if what is not known turns out well", zh: "取决于待查条件")
    case .behind: Phrase(en: "only if what is missing is made up", zh: "须补齐所缺条件")
    case .short:
      Phrase(
        en: "no: \(missing) candidates too few",
        zh: "不能：候选品牌还差 \(missing) 个"
      )
    case .none: Phrase(en: "no target", zh: "无目标")
    }
  }

  private static func candidates(_ pipeline: Pipeline, _ enterprises: Ledger.Table)
    -> Presentation.Table
  {
    var table = Presentation.Table(
      columns: [
        Column("brand", Phrase(en: "brand", zh: "品牌")),
        Column("owner", Phrase(en: "owner", zh: "企业")),
        Column("title", Phrase(en: "title", zh: "拟申报荣誉")),
        Column("planned", Phrase(en: "planned", zh: "拟申报年份"), .trailing),
        Column("stage", Phrase(en: "stage", zh: "阶段")),
        Column("readiness", Phrase(en: "readiness", zh: "准备情况")),
        Column("missing", Phrase(en: "missing or not known", zh: "所缺与待查"), overflow: .wrap),
      ]
    )
    let elsewhere = pipeline.rows.filter { $0.elsewhere > 0 }.map { row in
      "\(row.scheme[Scheme.name] ?? row.scheme.id.text) \(row.elsewhere)"
    }
    if !elsewhere.isEmpty {
      table.notes.append(
        Phrase(
          en: "not counted, their owners being on record elsewhere: "
            + elsewhere.joined(separator: ", "),
          zh: "企业登记在外地、未计入的：" + elsewhere.joined(separator: "、")
        )
      )
    }
    for candidate in pipeline.rows.flatMap(\.candidates) {
      let brand = candidate.brand
      let grade = candidate.readiness.grade
      let open = candidate.readiness.answers.filter { $0.isMet != true }
      let said = Phrase(
        en: open.map { "\($0.condition.label.en): \($0.reason.en)" }.joined(separator: "; "),
        zh: open.map { "\($0.condition.label.zh)：\($0.reason.zh)" }.joined(separator: "；")
      )
      let stage = brand[Brand.stage]?.choice
      table.append([
        .text(brand[Brand.name] ?? brand.id.text),
        (enterprises[brand[Brand.owner]]?[Enterprise.name]).map { .text($0) } ?? .empty,
        .text(candidate.scheme[Scheme.name] ?? candidate.scheme.id.text),
        brand[Brand.plannedYear].map { .integer(Int64($0)) } ?? .empty,
        stage.map { .phrase($0.label, code: $0.code) } ?? .empty,
        .phrase(grade.label, code: grade.rawValue),
        open.isEmpty ? .empty : .phrase(said, code: said.en),
      ])
    }
    return table
  }

  private static func show(_ brand: Record, _ snapshot: Snapshot, _ session: Session) throws {
    let judge = try ReadinessJudge(snapshot, on: session.today, for: [brand])
    guard let scheme = try snapshot.table(Scheme.self)[brand[Brand.plannedScheme]] else {
      throw Diagnostics(unplanned(brand))
    }
    let readiness = judge.readiness(of: brand, for: scheme)
    let grade = readiness.grade
    try session.show(
      Report(
        title: Phrase(
          en: "'\(brand[Brand.name] ?? "")' for \(scheme[Scheme.name] ?? "")",
          zh: "“\(brand[Brand.name] ?? "")”申报\(scheme[Scheme.name] ?? "")"
        ),
        [
          .fields([
            Report.Field(
              "readiness",
              Phrase(en: "readiness", zh: "准备情况"),
              .phrase(grade.label, code: grade.rawValue)
            ),
            Report.Field(
              "plannedYear",
              Brand.plannedYear.definition.label,
              brand[Brand.plannedYear].map { .integer(Int64($0)) } ?? .empty
            ),
            Report.Field(
              "nextStep",
              Brand.nextStep.definition.label,
              brand[Brand.nextStep].map { .text($0) } ?? .empty
            ),
          ]),
          .table(conditions(readiness)),
        ]
      )
    )
  }

  private static func unplanned(_ brand: Record) -> Diagnostic {
    Diagnostic(
      "no-planned-title",
      Phrase(
        en: "the brand \(brand.id) is not prepared for any title",
        zh: "品牌 \(brand.id) 未填写拟申报荣誉"
      ),
      help: Phrase(
        en: "'brandledger set brand \(brand.id) plannedScheme=… plannedYear=…'",
        zh: "请用 set brand \(brand.id) 填写拟申报荣誉和年份"
      ),
      at: brand.place
    )
  }

  /// What the title asks, and what the records say of it.
  private static func conditions(_ readiness: Readiness) -> Presentation.Table {
    var table = Presentation.Table(
      columns: [
        Column("condition", Phrase(en: "condition", zh: "条件"), overflow: .wrap),
        Column("met", Phrase(en: "met", zh: "具备")),
        Column("reason", Phrase(en: "by what", zh: "依据"), overflow: .wrap),
      ]
    )
    for answer in readiness.answers {
      let met: Cell =
        switch answer.isMet {
        case true?: .phrase(Phrase(en: "yes", zh: "是"), code: "yes")
        case false?: .phrase(Phrase(en: "no", zh: "否"), code: "no")
        case nil: .phrase(Phrase(en: "not known", zh: "不明"), code: "unknown")
        }
      table.append([
        .phrase(answer.condition.label, code: answer.condition.label.en), met,
        .phrase(answer.reason, code: answer.reason.en),
      ])
    }
    return table
  }
}
