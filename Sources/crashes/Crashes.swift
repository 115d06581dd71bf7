import Bilingual
import CommandLine

/// The program that treats ledgers badly: it kills, crowds and starves real processes.
enum Crashes {
  static let program = Program(
    Command<Void>(
      "crashes",
      summary: Phrase(
        en:
          "Kill writers, let many write at once, fill the disk, and look whether anything was lost",
        zh: "终止写入进程、多进程同时写入、写满磁盘，并核对数据有无丢失"
      ),
      subcommands: { [Kills.command, Crowd.command, FullDisk.command, Writer.command] }
    ),
    version: "0.1.0",
    exitCodes: [
      ExitCode(0, Phrase(en: "nothing was lost", zh: "数据无丢失")),
      ExitCode(1, Phrase(en: "a promise was broken", zh: "有承诺未守住")),
      ExitCode(2, Phrase(en: "the command line is wrong", zh: "命令行有误")),
    ]
  )

  /// Reads the command line and runs what it names; the result is the exit code.
  static func run(_ words: [String]) -> Int32 { program.run(words) }

  static func count(_ name: String, _ value: String, _ help: Phrase) -> Option<Int> {
    Option(
      name,
      .integer(Phrase(en: "N", zh: "数"), in: 1...1_000_000),
      default: value,
      help: help
    )
  }
}

/// A promise that was not kept.
struct Broken: Error, CustomStringConvertible {
  let description: String
}
