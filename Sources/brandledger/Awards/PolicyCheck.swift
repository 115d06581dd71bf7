import Awards
import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// `policy check [FILE]`: what is wrong with policies before anybody is paid by them.
enum PolicyCheckCommand {
  static let file = Argument(
    optional: ValueKind<String>.file(),
    help: Phrase(
      en: "A policy file; the policies of the ledger where it is left out",
      zh: "政策文件；缺省为账本中的政策"
    )
  )

  static let command = Command<World>(
    "check",
    summary: Phrase(en: "Find what is wrong with policies", zh: "检查政策"),
    discussion: Phrase(
      en: """
        Unknown keys and operations, wrong values, references that lead nowhere, clauses that can never \
        act, clauses that pay for the same fact, brackets without values, gaps and overlaps between \
        versions, and days that no round pays; each with file, line and column. What cannot be analysed is \
        said. The exit code is 1 where something is found, 3 where the file cannot be imported as it is.
        """,
      zh: """
        检查未知的键和操作、错误的取值、无效的引用、不起作用的条款、重复奖励同一事实的条款、空的分档、版本之间的\
        空档和重叠、各年度均不奖励的日期，并注明文件、行、列；无法分析的内容另行说明。有问题时退出码为 1，文件\
        不能导入时为 3。
        """
    ),
    examples: [
      Example(
        "brandledger policy check data/policies/liangshan-2008.jsonl",
        Phrase(en: "A policy before it is imported", zh: "导入前检查政策文件")
      ),
      Example("brandledger policy check", Phrase(en: "Those of the ledger", zh: "检查账本中的政策")),
    ],
    arguments: [file]
  ) { session, arguments in
    let check: PolicyCheck
    if let path = arguments[file] {
      let bytes = try UserFiles.read(path)
      check = try PolicyCheck(PolicySource(bytes, fileName: path), against: try ledger(session))
    } else {
      let snapshot = try session.snapshot()
      let source = try PolicySource(snapshot, files: try files(session))
      check = try PolicyCheck(source, against: snapshot)
    }
    try tell(check, session)
    let isBarred = arguments[file] != nil && check.findings.contains(where: PolicyCheck.isMistake)
    return check.isRefused || isBarred ? 3 : check.findings.isEmpty ? 0 : 1
  }

  /// The ledger; `nil` where there is none, which is no fault before one is made.
  private static func ledger(_ session: Session) throws -> Snapshot? {
    do {
      return try session.snapshot()
    } catch let error as Diagnostics where error.list.allSatisfy({ $0.name == "no-ledger" }) {
      return nil
    }
  }

  /// The files in which policies stand, to tell columns; without one, lines are told.
  private static func files(_ session: Session) throws -> [String: [UInt8]] {
    let names = [Policy.schema.file, Clause.schema.file]
    let bytes = names.compactMap { name in
      (try? UserFiles.read("\(session.directory)/\(name)")).map { (name, $0) }
    }
    return Dictionary(uniqueKeysWithValues: bytes)
  }

  private static func tell(_ check: PolicyCheck, _ session: Session) throws {
    if session.isForPrograms {
      try session.show(json: check.json(in: session.language).text)
      return
    }
    guard session.outputFormat == .table else {
      try session.show(CheckCommand.table(check.findings))
      return
    }
    try session.print(check.findings.map { Failure.text($0, session.language) }.joined())
    for omission in check.omissions {
      let place = omission.place.map { at in
        ([at.file] + [at.line.map(String.init)].compactMap(\.self)).joined(separator: ":") + ": "
      }
      session.say(
        Phrase(
          en: "\(place ?? "")not analysed: \(omission.reason.en)",
          zh: "\(place ?? "")未分析：\(omission.reason.zh)"
        )
      )
    }
    let errors = check.findings.count { $0.severity == .error }
    session.say(
      check.findings.isEmpty
        ? Phrase(en: "nothing found", zh: "未发现问题")
        : Phrase(
          en: "\(errors, of: "error"), \(check.findings.count - errors, of: "warning")",
          zh: "错误 \(errors) 个，警告 \(check.findings.count - errors) 个"
        )
    )
  }
}
