import Awards
import Bilingual
import CommandLine

/// `benchmarks award`: a round of a year, without and with traces, beside OpenFisca.
enum AwardBenchmark {
  static let claims = Option(
    "claims",
    .integer(Phrase(en: "COUNT", zh: "数量"), in: 1...10_000_000),
    default: "10000",
    help: Phrase(en: "How many claims the ledger has", zh: "台账的申领项数")
  )
  static let seed = Option(
    "seed",
    .integer(Phrase(en: "NUMBER", zh: "数字"), in: 0...Int(Int32.max)),
    default: "1",
    help: Phrase(en: "What the ledger is drawn from", zh: "随机种子")
  )
  static let rounds = Option(
    "rounds",
    .integer(Phrase(en: "COUNT", zh: "次数"), in: 1...99),
    default: "5",
    help: Phrase(en: "How often each is run; medians are told", zh: "每项运行次数，取中位数")
  )
  static let peers = Option(
    "peers",
    .directory(Phrase(en: "VENV", zh: "虚拟环境")),
    help: Phrase(
      en: "A Python environment with what is compared: OpenFisca-Core, DuckDB, Polars, chdb",
      zh: "装有 OpenFisca-Core 的 Python 虚拟环境，用于对比"
    )
  )
  static let product = Option(
    "product",
    .file(),
    help: Phrase(
      en: "The program brandledger, to measure how long a single call takes",
      zh: "brandledger 程序，用于测量单次调用耗时"
    )
  )
  static let trial = Option(
    "trial",
    .text(Phrase(en: "NAME", zh: "名称")),
    help: Phrase(
      en: "Only one run in this process, in --directory: generate, plain, or traced",
      zh: "仅在本进程、--directory 中运行一项：generate、plain 或 traced"
    )
  )
  static let directory = Option(
    "directory",
    .directory(),
    help: Phrase(en: "Where --trial finds the ledger", zh: "--trial 的台账所在目录")
  )

  static let command = Command<Void>(
    "award",
    summary: Phrase(
      en: "A round of awards: time and memory, without and with traces",
      zh: "一轮奖励计算：有无计算过程时的耗时与内存"
    ),
    discussion: Phrase(
      en: """
        Makes a ledger in a temporary directory, runs everything in processes of their own, compares the \
        answers for every claim, and only then prints a table. Without --peers and with one round it is \
        a smoke test.
        """,
      zh: "在临时目录生成台账，各项在独立进程中运行，逐项比对结果后输出表格。"
    ),
    examples: [
      Example(
        "benchmarks award --claims 1000000 --peers ~/venv --product .build/release/brandledger",
        Phrase(en: "The whole comparison", zh: "完整对比")
      )
    ],
    options: [claims, seed, rounds, peers, product, trial, directory],
    rules: [.needs(trial, directory)]
  ) { _, arguments in
    if let name = arguments[trial], let place = arguments[directory] {
      switch name {
      case "generate":
        try AwardTrial.generate(
          claims: arguments[claims],
          seed: arguments[seed],
          ledger: place + "/ledger"
        )
      case "plain", "traced":
        try AwardTrial.run(
          name == "traced" ? .all : .none,
          ledger: place + "/ledger",
          answers: place + "/" + name
        )
      default: throw Failure(description: "there is no trial '\(name)'")
      }
      return 0
    }
    try Files.inTemporaryDirectory { place in
      var comparison = AwardComparison(
        claims: arguments[claims],
        seed: arguments[seed],
        rounds: arguments[rounds],
        python: arguments[peers].map { $0 + "/bin/python" },
        product: arguments[product],
        program: try Files.ownPath(),
        directory: place
      )
      try comparison.run()
      print(comparison.report)
    }
    return 0
  }
}
