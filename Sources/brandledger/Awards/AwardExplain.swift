import Awards
import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// `award explain CLAIM`: the whole way of a claim, clause by clause.
enum AwardExplain {
  static let claim = Argument(
    .text(Phrase(en: "CLAIM", zh: "申领项")),
    help: Phrase(
      en:
        "A claim, an award, the record that it rewards, the id or a part of the name of a recipient, or a part of what it is for",
      zh: "申领项、奖励、所奖励的记录，奖励对象的编号或名称的一部分，或事由（如品牌名称）的一部分"
    )
  )

  static let command = Command<World>(
    "explain",
    summary: Phrase(
      en: "Tell how an amount came about, or why there is none",
      zh: "说明金额的由来或不予奖励的理由"
    ),
    examples: [
      Example(
        "brandledger award explain 'example-2024/第六条(一)#rec-20251103-k7m2qd' --year 2025",
        Phrase(en: "The whole way of one claim", zh: "说明一个申领项")
      )
    ],
    arguments: [claim],
    options: [AwardOptions.year, AwardOptions.policy]
  ) { session, arguments in
    let snapshot = try session.snapshot()
    let award = try snapshot.table(Award.self)[RecordID(arguments[claim])]
    let round = try AwardOptions.round(
      session,
      arguments,
      snapshot,
      traces: .all,
      else: award?[Award.year]
    )
    let claims = try find(arguments[claim], round, snapshot)
    guard !claims.isEmpty else { throw Diagnostics(nothing(arguments[claim], round)) }
    if session.isForPrograms {
      let objects = try claims.map {
        try AwardProspect.json($0, year: round.year, snapshot, session.language)
      }
      try session.show(json: JSONValue.array(objects).text)
      return nil
    }
    Failure.tell(try round.barred(on: session.today, in: snapshot, among: claims), session)
    try session.show(report(claims, round, snapshot))
    return nil
  }

  private static func find(_ text: String, _ round: Round, _ snapshot: Snapshot) throws -> [Claim] {
    let id = RecordID(text)
    let exact = round.claims.filter { RecordID($0.id) == id || $0.sealed == id }
    guard exact.isEmpty else { return exact }
    let named = round.claims.filter { claim in
      claim.facts.contains(id) || claim.recipient == id || claim.object == id
    }
    guard named.isEmpty else { return named }
    let key = plain(text)
    let recipients = round.claims.filter { claim in
      claim.recipientName.map { plain($0).contains(key) } == true
    }
    guard recipients.isEmpty else { return recipients }
    return try round.claims.filter { try plain(FactText.text($0, snapshot)).contains(key) }
  }

  /// A text without quotation marks: those of a table may be typed with it.
  private static func plain(_ text: String) -> String {
    Folding.key(text.filter { !"“”‘’「」『』\"'".contains($0) })
  }

  private static func nothing(_ text: String, _ round: Round) -> Diagnostic {
    let names =
      round.claims.compactMap(\.recipientName) + round.claims.map(\.id)
      + round.claims.flatMap { $0.facts.map(\.text) }
    let near = Nearest.name(to: text, among: Set(names).sorted())
    return Diagnostic(
      "unknown-claim",
      Phrase(
        en: "no clause of the policies of \(round.year) speaks about '\(text)'",
        zh: "\(round.year) 年的政策中没有与“\(text)”有关的申领项"
      ),
      help: near.map { Phrase(en: "did you mean '\($0)'?", zh: "是否指“\($0)”？") }
        ?? Phrase(
          en:
            "give a claim, a record or a recipient that 'award compute --all --year \(round.year)' shows, or "
            + "another --year",
          zh: "请给出 award compute --all --year \(round.year) 所列的申领项、记录或奖励对象，或另指定 --year"
        )
    )
  }

  private static func report(_ claims: [Claim], _ round: Round, _ snapshot: Snapshot) throws
    -> Report
  {
    var blocks: [Report.Block] = []
    let policies = try snapshot.table(Policy.self)
    for claim in claims {
      let name = claim.recipientName ?? claim.recipient?.text ?? ""
      let fact = try FactText.text(claim, snapshot)
      blocks.append(.heading(Phrase(en: "\(name): \(fact)", zh: "\(name)：\(fact)")))
      let outcome = claim.outcome.choice.label
      let policy = policies[claim.policy]?[Policy.name] ?? claim.policy.text
      blocks.append(
        .fields(
          [
            Report.Field("claim", Phrase(en: "claim", zh: "申领项"), .text(claim.id)),
            Report.Field("policy", Phrase(en: "policy", zh: "政策"), .text(policy)),
            Report.Field("facts", Phrase(en: "facts", zh: "事实"), .texts(claim.facts.map(\.text))),
            Report.Field(
              "outcome",
              Phrase(en: "outcome", zh: "结果"),
              .phrase(outcome, code: claim.outcome.rawValue)
            ),
            Report.Field(
              "amountFen",
              Phrase(en: "amount (CNY)", zh: "金额（元）"),
              .money(fen: claim.amount.fen)
            ),
          ] + sealed(claim)
        )
      )
      blocks.append(.tree(try nodes(claim, snapshot)))
      blocks += try AwardProspect.blocks(claim, year: round.year, snapshot)
    }
    return Report(
      title: Phrase(
        en: "Awards of \(round.year), at commit \(round.commit)",
        zh: "\(round.year) 年度奖励说明（提交 \(round.commit)）"
      ),
      blocks
    )
  }

  private static func sealed(_ claim: Claim) -> [Report.Field] {
    var fields: [Report.Field] = []
    if let award = claim.sealed {
      fields.append(
        Report.Field("sealed", Phrase(en: "sealed as", zh: "已封存为"), .text(award.text))
      )
    }
    if let amount = claim.sealedAmount, amount != claim.amount {
      fields.append(
        Report.Field(
          "sealedFen",
          Phrase(en: "sealed (CNY)", zh: "封存金额（元）"),
          .money(fen: amount.fen)
        )
      )
    }
    if let award = claim.recovered {
      fields.append(
        Report.Field("recovered", Phrase(en: "recovered as", zh: "已追回"), .text(award.text))
      )
    }
    switch claim.held {
    case nil: break
    case .refuted(let award)?:
      fields.append(
        Report.Field("refuted", Phrase(en: "found wrong as", zh: "异议成立作废"), .text(award.text))
      )
    case .lowered(let award)?:
      fields.append(
        Report.Field("lowered", Phrase(en: "missing beside", zh: "差额所属奖励"), .text(award.text))
      )
    case .paidLater(let award)?:
      fields.append(
        Report.Field("paidLater", Phrase(en: "not counted by", zh: "未计入的奖励"), .text(award.text))
      )
    }
    return fields
  }

  /// A clause by its number, and by its id where it is of a policy that overrides the claim's.
  static func number(of id: RecordID, _ clause: Record?, in claim: Claim) -> String {
    guard let clause, let number = clause[Clause.number], clause[Clause.policy] == claim.policy
    else { return id.text }
    return number
  }

  /// The steps of a claim; clauses that were not reached for one reason stand in one line.
  private static func nodes(_ claim: Claim, _ snapshot: Snapshot) throws -> [Report.Node] {
    let clauses = try snapshot.table(Clause.self)
    var nodes: [Report.Node] = []
    var rest = claim.trace[...]
    while let step = rest.first {
      let skipped = rest.prefix { $0.verdict == .skipped && $0.reason == step.reason }
      guard skipped.count > 1 else {
        nodes.append(try node(step, of: claim, snapshot))
        rest = rest.dropFirst()
        continue
      }
      let numbers = skipped.map { number(of: $0.clause, clauses[$0.clause], in: claim) }
      let verdict = step.verdict.choice.label
      nodes.append(
        Report.Node(
          Phrase(
            en: "\(verdict.en): \(step.reason.en): \(numbers.joined(separator: ", "))",
            zh: "\(verdict.zh)（\(step.reason.zh)）：\(numbers.joined(separator: "、"))"
          )
        )
      )
      rest = rest.dropFirst(skipped.count)
    }
    return nodes
  }

  /// One step: stage, clause, verdict and reason; below it the clause's text and what was read.
  private static func node(_ step: Step, of claim: Claim, _ snapshot: Snapshot) throws
    -> Report.Node
  {
    let clause = try snapshot.table(Clause.self)[step.clause]
    let number = number(of: step.clause, clause, in: claim)
    let verdict = step.verdict.choice.label
    var amount = ""
    if step.before != step.after { amount = " \(step.before) → \(step.after)" }
    let line = Phrase(
      en: "\(step.stage.label.en) · \(number) · \(verdict.en): \(step.reason.en)\(amount)",
      zh: "\(step.stage.label.zh) · \(number) · \(verdict.zh)：\(step.reason.zh)\(amount)"
    )
    var below: [Report.Node] = []
    if let text = clause?[Clause.text], step.verdict != .notApplicable, step.verdict != .skipped {
      below.append(Report.Node(Phrase(en: text, zh: text)))
    }
    below += try step.inputs.map { Report.Node(try phrase($0, snapshot)) }
    return Report.Node(line, below)
  }

  /// A value that was read: the record, the field's name, the value, and what it refers to.
  private static func phrase(_ input: Input, _ snapshot: Snapshot) throws -> Phrase {
    let label = input.label
    guard let value = input.value else {
      return Phrase(
        en: "\(input.record) \(label.en) = (missing)",
        zh: "\(input.record) \(label.zh) = (缺)"
      )
    }
    let words =
      input.definition?.words(of: value)
      ?? { Phrase(en: $0, zh: $0) }(value.string ?? value.text.span.text)
    let name = try named(value, by: input.definition, snapshot)
    return Phrase(
      en: "\(input.record) \(label.en) = \(words.en)" + (name.map { " (\($0))" } ?? ""),
      zh: "\(input.record) \(label.zh) = \(words.zh)" + (name.map { "（\($0)）" } ?? "")
    )
  }

  /// The name of the record to which a value refers.
  private static func named(
    _ value: JSONValue,
    by field: FieldDefinition?,
    _ snapshot: Snapshot
  ) throws -> String? {
    guard case .reference(let kind) = field?.type.form, let schema = snapshot.catalog[kind],
      let id = value.string, let name = schema.names.first
    else { return nil }
    return try snapshot.record(RecordID(id), schema)?[name]?.string
  }
}
