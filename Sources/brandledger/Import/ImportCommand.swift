import Bilingual
import CommandLine
import Exchange
import Ledger
import Portfolio
import Presentation

/// `import KIND FILE`: the rows of a table as records, all or nothing.
enum ImportCommand {
  static let file = Argument(
    ValueKind<String>.file(),
    help: Phrase(
      en:
        "A CSV or .xlsx table, a register's XML of trademarks, or JSON lines; - is the standard input",
      zh: "CSV 或 .xlsx 表格、商标登记 XML，或 JSON 行；- 表示标准输入"
    )
  )
  static let map = Option(
    repeated: "map",
    .text(Phrase(en: "RULE", zh: "规则")),
    short: "m",
    help: Phrase(
      en: "COLUMN=FIELD, COLUMN=- to leave a column out, COLUMN:TEXT=VALUE to translate a cell, "
        + "FIELD:=TEXT {COLUMN} for all rows",
      zh: "列=字段；列=- 表示忽略该列；列:原文=值 转换单元格的写法；字段:=文字 {列} 适用于所有行"
    )
  )
  static let mapping = Option(
    "mapping",
    .file(),
    help: Phrase(en: "A file with such rules, one a line", zh: "规则文件，每行一条")
  )
  static let encoding = Option(
    "encoding",
    ValueKind(
      Phrase(en: "ENCODING", zh: "编码"),
      expected: Phrase(
        en: "utf-8, gb18030, gbk, utf-16le or utf-16be",
        zh: "utf-8、gb18030、gbk、utf-16le 或 utf-16be"
      )
    ) { TextEncoding(name: $0) },
    help: Phrase(en: "The file's encoding, where it is not found out", zh: "文件编码（自动判断有误时指定）")
  )
  static let delimiter = Option(
    "delimiter",
    ValueKind(
      Phrase(en: "CHARACTER", zh: "字符"),
      expected: Phrase(en: "comma, semicolon or tab", zh: "comma、semicolon 或 tab")
    ) { Delimiter(name: $0) },
    help: Phrase(en: "What stands between cells, where it is not found out", zh: "分隔符（自动判断有误时指定）")
  )
  static let headerLine = Option(
    "header-line",
    .integer(Phrase(en: "LINE", zh: "行号"), in: 1...10_000),
    default: "1",
    help: Phrase(en: "The line of the header, where titles stand above it", zh: "表头所在行")
  )
  static let sheet = Option(
    "sheet",
    .text(Phrase(en: "NAME", zh: "名称")),
    help: Phrase(
      en: "The sheet of a spreadsheet, by name or number; else the first one shown",
      zh: "电子表格的工作表（名称或序号），默认为第一个可见的"
    )
  )
  static let skipBad = Option(
    "skip-bad",
    .file(),
    help: Phrase(
      en: "Import the good rows, and write the refused ones to this file",
      zh: "导入合格的行，被拒绝的行写入该文件"
    )
  )

  static let command = Command<World>(
    "import",
    section: Section.records,
    summary: Phrase(en: "Import a table, all of it or nothing", zh: "导入表格，全部成功或全部不导入"),
    discussion: Phrase(
      en: """
        Headers are matched to fields in either language. Rows that are in the ledger already are \
        changed or left alone, so the same file may be imported twice. A row names all values of a \
        list, as in 7;9: the rows of a register with one for each class are to be joined first. With \
        --create, what a row names and the ledger has not is created with it. JSON lines are records, \
        unless a mapping says what their keys mean. XML is read in the forms WIPO ST.66, WIPO ST.96 \
        and the USPTO's daily files.
        """,
      zh: """
        表头按中英文字段名匹配。账本中已有的行会被更新或保持不变，同一文件可重复导入。列表字段须在一行中\
        列出全部取值（如 7;9），每个类别各占一行的登记表请先合并。加 --create 时，行中提到而账本没有的对象\
        一并创建。JSON 行默认是记录，有映射规则时按规则解释其键。XML 支持 WIPO ST.66、WIPO ST.96 与 USPTO \
        每日数据。
        """
    ),
    examples: [
      Example(
        "brandledger import recognition 2025.csv --dry-run",
        Phrase(en: "Show what would be new, changed, same and refused", zh: "预览新增、更新、相同和被拒绝的行")
      ),
      Example(
        "brandledger import enterprise 企业.csv --map 单位=name --skip-bad refused.csv",
        Phrase(en: "Name a column, and keep what is refused", zh: "指定列，并保存被拒绝的行")
      ),
      Example(
        "brandledger import trademark 商标.csv --map 状态:有效=已注册 --map 类别:第7类=7",
        Phrase(en: "Say what the cells of a table mean", zh: "转换表中的写法")
      ),
      Example(
        "brandledger import patent 公开数据.xlsx --mapping data/mappings/cnipa-patents.map --create",
        Phrase(en: "A spreadsheet of the patent office", zh: "导入专利局的电子表格")
      ),
    ],
    arguments: [RecordArguments.kind, file],
    options: [
      map, mapping, RecordArguments.creates, encoding, delimiter, headerLine, sheet, skipBad,
    ]
  ) { session, arguments in
    if let refused = arguments[skipBad]?.lowercased(),
      [".xlsx", ".xlsm", ".xls", ".ods"].contains(where: refused.hasSuffix)
    {
      throw arguments.refusal(
        of: skipBad,
        expected: Phrase(
          en: "a name such as refused.csv: the rows of a spreadsheet are written as CSV",
          zh: "refused.csv 之类的文件名：电子表格的行以 CSV 写出"
        )
      )
    }
    let schema = arguments[RecordArguments.kind]
    let path = arguments[file]
    let isMapped = arguments[mapping] != nil || !arguments[map].isEmpty
    let isEachAskedFor = session.isDryRun || Registration.judges(schema)
    let bytes = try UserFiles.map(path)
    let source: any ImportSource =
      ForeignRows.areJSON(bytes, path) && !isMapped
      ? LinesSource(bytes, path, schema, isEachAskedFor: isEachAskedFor)
      : try TableSource(session, schema, bytes, arguments, isEachAskedFor: isEachAskedFor)
    return try ImportRun(
      session,
      schema,
      source,
      creates: arguments[RecordArguments.creates],
      refusedFile: arguments[skipBad]
    ).run()
  }
}
