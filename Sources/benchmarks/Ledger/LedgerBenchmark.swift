import Bilingual
import CommandLine
import Glibc

/// `benchmarks generate` and `benchmarks ledger`: a city's ledger, and the questions about it.
enum LedgerBenchmark {
  static let marks = Option(
    "marks",
    .integer(Phrase(en: "COUNT", zh: "数量"), in: 10...50_000_000),
    default: "10000",
    help: Phrase(
      en: "How many trademarks: 10000, 100000, 3000000, 50000000; the other kinds in proportion",
      zh: "商标数量：10000、100000、3000000、50000000；其他种类按比例"
    )
  )
  static let place = Argument(
    .text(Phrase(en: "DIRECTORY", zh: "目录")),
    help: Phrase(en: "Where the ledger is made", zh: "台账所在目录")
  )
  static let product = Option(
    "product",
    .file(),
    help: Phrase(
      en: "The program brandledger; else the one beside this program",
      zh: "brandledger 程序；默认为与本程序同目录者"
    )
  )

  static let generation = Command<Void>(
    "generate",
    summary: Phrase(en: "Make a seeded ledger of a city", zh: "按种子生成一个城市的台账"),
    examples: [
      Example(
        "benchmarks generate /tmp/city --marks 3000000",
        Phrase(en: "Three million marks, some 1.2 GB", zh: "三百万件商标，约 1.2 GB")
      )
    ],
    arguments: [place],
    options: [marks, AwardBenchmark.seed]
  ) { _, arguments in
    var scene = LedgerScene(marks: arguments[marks], seed: arguments[AwardBenchmark.seed])
    try scene.write(to: arguments[place])
    return 0
  }

  static let command = Command<Void>(
    "ledger",
    summary: Phrase(
      en: "The questions and the writing of a city's ledger, beside other programs",
      zh: "城市台账的查询与写入，并与其他程序对比"
    ),
    discussion: Phrase(
      en: """
        Every answer is compared before a time is told: without a cache, with it, and those of the other \
        programs. Times of DuckDB, Polars and chdb are those of the question alone; all others are of \
        whole processes, ours among them.
        """,
      zh: "先逐项比对结果，再给出耗时。DuckDB、Polars、chdb 只计查询本身，其余（含本产品）计整个进程。"
    ),
    examples: [
      Example(
        "benchmarks ledger --marks 3000000 --peers ~/venv",
        Phrase(en: "The whole comparison", zh: "完整对比")
      )
    ],
    options: [
      marks, AwardBenchmark.seed, AwardBenchmark.rounds, AwardBenchmark.peers, product,
    ]
  ) { _, arguments in
    let program = try Files.ownPath()
    let beside = program.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/brandledger"
    try Files.inTemporaryDirectory { directory in
      unsafe setenv("XDG_CACHE_HOME", directory + "/user-cache", 1)
      var comparison = LedgerComparison(
        marks: arguments[marks],
        seed: arguments[AwardBenchmark.seed],
        rounds: arguments[AwardBenchmark.rounds],
        product: arguments[product] ?? beside,
        program: program,
        directory: directory,
        peers: try LedgerPeers(environment: arguments[AwardBenchmark.peers], in: directory)
      )
      try comparison.run()
      print(comparison.report)
    }
    return 0
  }
}
