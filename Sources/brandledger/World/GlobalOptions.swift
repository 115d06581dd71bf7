import Bilingual
import CommandLine
import Portfolio
import Presentation

/// The options that every command knows.
enum GlobalOptions {
  enum Color: Sendable {
    case auto
    case always
    case never
  }

  static let ledger = Option(
    "ledger",
    .directory(),
    default: "data/ledger",
    environment: "BRANDLEDGER_DIR",
    help: Phrase(en: "The ledger's directory", zh: "账本目录")
  )

  static let asOf = Option(
    "as-of",
    .text(Phrase(en: "DATE", zh: "日期")),
    help: Phrase(
      en: "Answer as the ledger stood at the end of a day, at a moment, or at a commit",
      zh: "按某日结束时、某时刻或某次提交时的账本回答"
    )
  )

  static let language = Option(
    "lang",
    ValueKind(
      Phrase(en: "LANGUAGE", zh: "语言"),
      choices: [
        Choice(Language.chinese, "zh", Phrase(en: "Chinese", zh: "中文")),
        Choice(Language.english, "en", Phrase(en: "English", zh: "英文")),
      ]
    ),
    help: Phrase(en: "The language of messages and headers", zh: "消息和表头的语言")
  )

  static let format = Option(
    "format",
    ValueKind(
      Phrase(en: "FORMAT", zh: "格式"),
      choices: [
        Choice(OutputFormat.table, "table", Phrase(en: "for a terminal", zh: "终端表格")),
        Choice(OutputFormat.csv, "csv", Phrase(en: "for spreadsheets", zh: "电子表格")),
        Choice(OutputFormat.json, "json", Phrase(en: "for programs", zh: "供程序使用")),
        Choice(OutputFormat.jsonl, "jsonl", Phrase(en: "one object a line", zh: "每行一个对象")),
        Choice(OutputFormat.md, "md", Phrase(en: "Markdown", zh: "Markdown")),
        Choice(OutputFormat.html, "html", Phrase(en: "a page", zh: "网页")),
      ]
    ),
    short: "O",
    help: Phrase(en: "The form of the answer", zh: "输出格式")
  )

  static let output = Option(
    "output",
    .file(),
    short: "o",
    help: Phrase(
      en: "Write the answer to a file, in the format that its name ends with",
      zh: "将结果写入文件，格式随文件扩展名"
    )
  )

  static let by = Option(
    "user",
    .text(Phrase(en: "NAME", zh: "姓名")),
    help: Phrase(
      en: "Who writes, for the log; else $BRANDLEDGER_USER or the login name",
      zh: "操作人，记入日志；默认取 $BRANDLEDGER_USER 或登录名"
    )
  )

  static let dryRun = Option(
    flag: "dry-run",
    help: Phrase(
      en: "Show the exact lines that would be written, and write nothing",
      zh: "只显示将要写入的内容，不写入"
    )
  )

  static let noInput = Option(
    flag: "no-input",
    help: Phrase(en: "Never ask for anything", zh: "不作任何询问")
  )

  static let today = Option(
    "today",
    Values.day,
    help: Phrase(
      en:
        "The day on which to answer, for pace, deadlines and checks; else that of --as-of, else today",
      zh: "按该日计算进度、期限与检查；默认为 --as-of 所指之日，否则为今天"
    )
  )

  static let color = Option(
    "color",
    ValueKind(
      Phrase(en: "WHEN", zh: "时机"),
      choices: [
        Choice(Color.auto, "auto", Phrase(en: "on a terminal", zh: "仅终端")),
        Choice(Color.always, "always", Phrase(en: "always", zh: "始终")),
        Choice(Color.never, "never", Phrase(en: "never", zh: "从不")),
      ]
    ),
    default: "auto",
    help: Phrase(en: "When to mark text with colour", zh: "何时使用颜色")
  )

  // Their declarations, which are of one type: every command needs them, and a type costs time to make.
  static let all: [any AnyOption] = [
    ledger.declaration, asOf.declaration, language.declaration, format.declaration,
    output.declaration, by.declaration, dryRun.declaration, noInput.declaration,
    today.declaration, color.declaration,
  ]
}
