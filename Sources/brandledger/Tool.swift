import Bilingual
import CommandLine
import Presentation

/// The program as data, and how it is run.
enum Tool {
  static let version = "0.1.0"

  static let program = Program(
    Command<World>(
      "brandledger",
      summary: Phrase(
        en: "Keep a city's brands: titles won, awards to pay, targets to meet, rights to protect",
        zh: "管理全市品牌：荣誉登记、奖励计算、目标进度、维权援助"
      ),
      examples: [
        Example(
          "brandledger award compute --year 2025",
          Phrase(en: "What is to be paid, to whom, and by which clause", zh: "计算应发奖励及依据条款")
        ),
        Example(
          "brandledger progress --year 2025",
          Phrase(en: "The year against the plan", zh: "年度进度与规划目标对照")
        ),
        Example(
          "brandledger list recognition --where 'awarded>=2025-01-01'",
          Phrase(en: "The titles won since a day", zh: "列出某日以来获得的荣誉")
        ),
      ],
      options: GlobalOptions.all,
      entries: { commands }
    ),
    version: version,
    exitCodes: [
      ExitCode(0, Phrase(en: "done", zh: "完成")),
      ExitCode(1, Phrase(en: "done, with findings", zh: "完成，但有发现的问题")),
      ExitCode(2, Phrase(en: "the command line is wrong", zh: "命令行有误")),
      ExitCode(3, Phrase(en: "data is refused", zh: "数据被拒绝")),
      ExitCode(4, Phrase(en: "the ledger needs recovery", zh: "账本需要恢复")),
      ExitCode(5, Phrase(en: "another process is writing", zh: "另一进程正在写入")),
      ExitCode(6, Phrase(en: "the disk failed or is full", zh: "磁盘故障或已满")),
      ExitCode(70, Phrase(en: "a fault of the program", zh: "程序内部错误")),
    ]
  )

  /// Reads the command line, runs the command, tells what went wrong.
  ///
  /// - Parameters:
  ///   - words: The words of the command line.
  ///   - world: The world.
  ///   - prepare: Told in which form and language faults are told, before the command runs.
  /// - Returns: The exit code.
  static func run(
    _ words: [String],
    _ world: World,
    prepare: (OutputFormat?, Language) -> Void = { _, _ in }
  ) -> Int32 {
    let parsed = program.parse(words, environment: world.environment)
    let language =
      parsed.arguments[GlobalOptions.language] ?? Language.preferred(in: world.environment)
    let format = parsed.arguments[GlobalOptions.format]
    do {
      switch parsed.request {
      case .help(let isAsked):
        let width = min(world.console.width(isAsked ? .output : .errors) ?? 80, 100)
        let text = program.help(of: parsed.path, in: language, width: width)
        guard isAsked else {
          world.console.tell(text)
          return UsageErrors.exitCode
        }
        try world.console.put(text)
        return 0
      case .version:
        try world.console.put(program.versionLine + "\n")
        return 0
      case .refuse(let errors):
        return Failure.tell(errors, format, language, world)
      case .run(let action):
        prepare(format, language)
        return try action(world, parsed.arguments)
      }
    } catch is Console.ReaderLeft {
      return 0
    } catch {
      return Failure.tell(error, format, language, world)
    }
  }
}

extension Command<World> {
  /// A command that runs in a session and ends with 0 unless it says otherwise.
  init(
    _ name: String,
    aliases: [String] = [],
    section: Phrase? = nil,
    summary: Phrase,
    discussion: Phrase? = nil,
    examples: @autoclosure @escaping @Sendable () -> [Example] = [],
    arguments: @autoclosure @escaping @Sendable () -> [any AnyArgument] = [],
    options: @autoclosure @escaping @Sendable () -> [any AnyOption] = [],
    rules: @autoclosure @escaping @Sendable () -> [OptionRule] = [],
    does: @escaping @Sendable (Session, Arguments) throws -> Int32?
  ) {
    self.init(
      name,
      aliases: aliases,
      section: section,
      summary: summary,
      discussion: discussion,
      examples: examples(),
      arguments: arguments(),
      options: options(),
      rules: rules()
    ) { world, arguments in
      try does(Session(world, arguments), arguments) ?? 0
    }
  }
}
