import Bilingual
import CommandLine
import JSONLines
import Ledger
import Oversight
import Presentation

/// `check`: the files, the records, and what they say.
enum CheckCommand {
  static let names = Argument(
    repeated: ValueKind<String>(
      Phrase(en: "CHECK", zh: "检查项"),
      expected: Phrase(
        en: "a check; 'brandledger check --list' shows them",
        zh: "检查项名称，可用 brandledger check --list 查看"
      )
    ) { name in Checks.all.contains { $0.name == name } ? name : nil },
    help: Phrase(en: "Only these checks", zh: "只运行这些检查")
  )
  static let strict = Option(
    flag: "strict",
    help: Phrase(en: "Run the strict checks too", zh: "同时运行严格检查")
  )
  static let list = Option(
    flag: "list",
    help: Phrase(en: "List the checks and what they demand", zh: "列出全部检查项及其要求")
  )

  static let command = Command<World>(
    "check",
    section: Section.upkeep,
    summary: Phrase(en: "Check hashes, references and the records' sense", zh: "检查哈希、引用与数据合理性"),
    discussion: Phrase(
      en: """
        First every byte is proved to be as it was committed; then every record is read and checked. All \
        findings are told, in the order of files and lines; the exit code is 1 where there is one.
        """,
      zh: "先逐字节核对提交后的内容未被改动，再检查每条记录。按文件和行号列出全部问题；有问题时退出码为 1。"
    ),
    examples: [
      Example("brandledger check", Phrase(en: "All basic checks", zh: "运行全部基本检查")),
      Example(
        "brandledger check target-contradiction",
        Phrase(en: "Where the plan contradicts itself", zh: "规划自身矛盾之处")
      ),
      Example(
        "brandledger check --json-lines list.jsonl",
        Phrase(en: "Whether a file of any origin is strict JSON lines", zh: "检查任意文件是否为严格的 JSON 行")
      ),
    ],
    arguments: [names],
    options: [strict, list, CheckFile.lines, CheckFile.document],
    rules: [.exclusive([strict, list, CheckFile.lines, CheckFile.document])]
  ) { session, arguments in
    guard !arguments[list] else {
      try session.show(catalog())
      return nil
    }
    if let path = arguments[CheckFile.lines] { return try CheckFile.lines(path, session) }
    if let path = arguments[CheckFile.document] { return try CheckFile.document(path, session) }
    let wanted = arguments[names]
    let store = session.store
    var findings = wanted.isEmpty ? try store.verify() : []
    let snapshot: Snapshot
    do {
      // What stands behind the commit is told by the verification already.
      snapshot = try store.snapshot(session.moment).snapshot
    } catch let unreadable as Diagnostics where !findings.isEmpty {
      findings += unreadable.list.filter { fault in !findings.contains { $0.name == fault.name } }
      try tell(findings, session)
      return 1
    }
    if wanted.isEmpty { findings += try AttachmentCommand.findings(snapshot, store) }
    findings += try Checks.run(
      snapshot,
      today: session.today,
      names: wanted,
      tier: arguments[strict] ? .strict : .basic
    )
    try tell(findings, session)
    return findings.isEmpty ? 0 : 1
  }

  static func tell(_ findings: [Diagnostic], _ session: Session) throws {
    guard session.outputFormat == .table else {
      try session.show(table(findings))
      return
    }
    try session.print(findings.map { Failure.text($0, session.language) }.joined())
    let errors = findings.filter { $0.severity == .error }.count
    session.say(
      findings.isEmpty
        ? Phrase(en: "nothing found", zh: "未发现问题")
        : Phrase(
          en: "\(errors, of: "error"), \(findings.count - errors, of: "warning")",
          zh: "错误 \(errors) 个，警告 \(findings.count - errors) 个"
        )
    )
  }

  static func table(_ findings: [Diagnostic]) -> Presentation.Table {
    func number(_ value: Int?) -> Cell { value.map { .integer(Int64($0)) } ?? .empty }
    var table = Presentation.Table(columns: [
      Column("file", Phrase(en: "file", zh: "文件"), overflow: .keep),
      Column("line", Phrase(en: "line", zh: "行"), .trailing),
      Column("column", Phrase(en: "column", zh: "列"), .trailing),
      Column("offset", Phrase(en: "byte", zh: "字节"), .trailing),
      Column("severity", Phrase(en: "severity", zh: "级别")),
      Column("name", Phrase(en: "name", zh: "名称"), overflow: .keep),
      Column("message", Phrase(en: "message", zh: "内容"), overflow: .wrap),
      Column("help", Phrase(en: "help", zh: "处理"), overflow: .wrap),
    ])
    for finding in findings {
      table.append([
        finding.place.map { .text($0.file) } ?? .empty, number(finding.place?.line),
        number(finding.place?.column), number(finding.place?.offset),
        severity(finding.severity), .text(finding.name),
        .phrase(finding.message, code: finding.message.en),
        finding.help.map { .phrase($0, code: $0.en) } ?? .empty,
      ])
    }
    return table
  }

  private static func severity(_ severity: Diagnostic.Severity) -> Cell {
    .phrase(severity.label, code: severity.rawValue)
  }

  /// When a check is run.
  static func tier(_ check: Check) -> Phrase {
    switch check.tier {
    case .basic: Phrase(en: "always", zh: "始终")
    case .strict: Phrase(en: "with --strict", zh: "--strict 时")
    }
  }

  private static func catalog() -> Presentation.Table {
    var table = Presentation.Table(columns: [
      Column("name", Phrase(en: "check", zh: "检查项"), overflow: .keep),
      Column("tier", Phrase(en: "run", zh: "运行")),
      Column("severity", Phrase(en: "severity", zh: "级别")),
      Column("demand", Phrase(en: "what is wanted", zh: "要求"), overflow: .wrap),
    ])
    for check in Checks.all {
      table.append([
        .text(check.name),
        .phrase(tier(check), code: check.tier.name),
        severity(check.severity),
        .phrase(check.demand, code: check.demand.en),
      ])
    }
    return table
  }
}
