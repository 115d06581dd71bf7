import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// Tells a person, or a program, what went wrong.
enum Failure {
  /// Tells an error and returns the exit code that fits it.
  static func tell(
    _ error: any Error,
    _ format: OutputFormat?,
    _ language: Language,
    _ world: World
  )
    -> Int32
  {
    switch error {
    case let errors as UsageErrors:
      tell(errors, format, language, world)
      return UsageErrors.exitCode
    case let diagnostics as Diagnostics:
      tell(diagnostics.list, format, language, world)
      return diagnostics.outcome.rawValue
    case let diagnostic as Diagnostic:
      tell([diagnostic], format, language, world)
      return Diagnostics.Outcome.refused.rawValue
    case is Money.Overflow:
      tell([sumTooLarge], format, language, world)
      return Diagnostics.Outcome.refused.rawValue
    default:
      let fault = Diagnostic(
        "internal-error",
        Phrase(en: "this should not happen: \(error)", zh: "程序内部错误：\(error)"),
        help: Phrase(en: "nothing was written; please report it", zh: "未写入任何内容；请报告此问题")
      )
      tell([fault], format, language, world)
      return 70
    }
  }

  private static let sumTooLarge = Diagnostic(
    "amount-overflow",
    Phrase(en: "the amounts add up to more than can be counted exactly", zh: "金额合计超出可精确计算的范围"),
    help: Phrase(
      en:
        "one of them has many digits too many: 'brandledger list KIND --sort FIELD' shows the largest",
      zh: "其中有金额位数过多：可用 brandledger list 类型 --sort 字段 查看"
    )
  )

  /// Tells what was odd, in the way the session asks for.
  static func tell(_ diagnostics: [Diagnostic], _ session: Session) {
    tell(diagnostics, session.outputFormat, session.language, session.world)
  }

  private static func tell(
    _ diagnostics: [Diagnostic],
    _ format: OutputFormat?,
    _ language: Language,
    _ world: World
  ) {
    guard !diagnostics.isEmpty else { return }
    if format == .json || format == .jsonl {
      let text = terminalSafe(json: json(diagnostics, language))
      world.console.tell(text + "\n")
      return
    }
    world.console.tell(diagnostics.map { text($0, language) }.joined())
    // A person can ask on; a script that reads the stream is told nothing new.
    guard world.console.isTerminal(.errors), let name = diagnostics.first?.name else { return }
    let more = Phrase(
      en: "'brandledger explain \(name)' says more",
      zh: "详情：brandledger explain \(name)"
    )
    world.console.tell("  " + more[language] + "\n")
  }

  private static func tell(
    _ errors: UsageErrors,
    _ format: OutputFormat?,
    _ language: Language,
    _ world: World
  ) {
    guard format == .json || format == .jsonl else {
      world.console.tell(errors.text(in: language, width: world.console.width(.errors) ?? 80))
      return
    }
    let list = errors.errors.map { Diagnostic($0.code.rawValue, $0.message, help: $0.help) }
    world.console.tell(terminalSafe(json: json(list, language)) + "\n")
  }

  /// `FILE:LINE:COL: error[name]: what is wrong`, the line with a caret, and what to do.
  static func text(_ diagnostic: Diagnostic, _ language: Language) -> String {
    var place = ""
    if let at = diagnostic.place {
      place =
        ([at.file] + [at.line, at.column].compactMap { $0.map(String.init) })
        .joined(separator: ":") + ": "
    }
    let word = diagnostic.severity.label
    var text =
      terminalSafe(place) + "\(word[language])[\(diagnostic.name)]"
      + Phrase(en: ": ", zh: "：")[language]
      + terminalSafe(diagnostic.message[language]) + "\n"
    text += excerpt(diagnostic)
    if let help = diagnostic.help {
      let head = Phrase(en: "  help: ", zh: "  提示：")
      text += head[language] + terminalSafe(help[language]) + "\n"
    }
    return text
  }

  /// The part of the line around the fault, and a caret that counts Chinese characters as two columns.
  private static func excerpt(_ diagnostic: Diagnostic) -> String {
    guard let line = diagnostic.excerpt, let column = diagnostic.place?.column else { return "" }
    let scalars = Array(line.unicodeScalars)
    let fault = min(max(0, column - diagnostic.excerptColumn), scalars.count)
    let first = max(0, fault - 40)
    let last = min(scalars.count, fault + 30)
    func shown(_ range: Range<Int>) -> String {
      terminalSafe(String(String.UnicodeScalarView(scalars[range])))
    }
    let isCut = first > 0 || diagnostic.excerptColumn > 1
    let before = (isCut ? "…" : "") + shown(first..<fault)
    let after = shown(fault..<last) + (last < scalars.count ? "…" : "")
    let caret = String(repeating: " ", count: displayWidth(before)) + "^"
    return "  \(before)\(after)\n  \(caret)\n"
  }

  /// The diagnostics as programs read them.
  static func json(_ diagnostics: [Diagnostic], _ language: Language) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("errors")
      writer.array { writer in
        for diagnostic in diagnostics { write(diagnostic, language, &writer) }
      }
    }
    return writer.bytes
  }

  /// One diagnostic as programs read it.
  static func write(_ diagnostic: Diagnostic, _ language: Language, _ writer: inout JSONWriter) {
    func number(_ value: Int?) -> JSONValue {
      value.map { .integer(Int64($0)) } ?? .null
    }
    writer.object { writer in
      writer.member("file", diagnostic.place.map { .string($0.file) } ?? .null)
      writer.member("line", number(diagnostic.place?.line))
      writer.member("column", number(diagnostic.place?.column))
      writer.member("offset", number(diagnostic.place?.offset))
      writer.member("name", diagnostic.name)
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("message", diagnostic.message[language])
      writer.member("help", diagnostic.help.map { .string($0[language]) } ?? .null)
    }
  }
}

extension Diagnostic.Severity {
  /// What people read.
  var label: Phrase {
    switch self {
    case .error: Phrase(en: "error", zh: "错误")
    case .warning: Phrase(en: "warning", zh: "警告")
    }
  }
}

extension Failure {
  /// What is said of a loss after which nothing can go on.
  static func lastWords(_ loss: LastWords.Loss, _ format: OutputFormat?, _ language: Language)
    -> String
  {
    let diagnostic = Diagnostic(loss)
    return format == .json || format == .jsonl
      ? terminalSafe(json: json([diagnostic], language)) + "\n" : text(diagnostic, language)
  }
}

extension Diagnostic {
  fileprivate init(_ loss: LastWords.Loss) {
    switch loss {
    case .pages:
      self.init(
        "file-shortened",
        Phrase(
          en: "a file was shortened in place while it was read, or its disk failed",
          zh: "文件在读取过程中被就地截短，或磁盘出错"
        ),
        help: Phrase(
          en:
            "run the command again; 'brandledger recover --show' tells if a file of the ledger is "
            + "too short",
          zh: "请重新运行；账本文件若已变短，brandledger recover --show 会指出"
        )
      )
    case .waitingLines:
      self.init(
        "disk-read",
        Phrase(
          en: "the lines that waited to be written cannot be read any more",
          zh: "等待写入的内容无法再读取"
        ),
        help: Phrase(
          en: "nothing was committed; mend the disk, then run the command again",
          zh: "没有提交任何内容；请排除磁盘故障后重新运行"
        )
      )
    }
  }
}
