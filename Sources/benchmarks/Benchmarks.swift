import Bilingual
import CommandLine

/// The benchmark program: every answer is compared before any time is told.
enum Benchmarks {
  static let program = Program(
    Command<Void>(
      "benchmarks",
      summary: Phrase(
        en: "Measure the product on seeded ledgers, beside other programs where they are installed",
        zh: "用带种子的台账测量本产品，并与已安装的其他程序对比"
      ),
      subcommands: {
        [LedgerBenchmark.generation, LedgerBenchmark.command, AwardBenchmark.command]
      }
    ),
    version: "0.1.0",
    exitCodes: [
      ExitCode(0, Phrase(en: "measured; all answers agree", zh: "测量完成，结果一致")),
      ExitCode(1, Phrase(en: "answers differ, or a run failed", zh: "结果不一致或运行失败")),
      ExitCode(2, Phrase(en: "the command line is wrong", zh: "命令行有误")),
    ]
  )

  /// Reads the command line and runs what it names; the result is the exit code.
  static func run(_ words: [String]) -> Int32 { program.run(words) }
}
