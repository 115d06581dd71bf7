import Bilingual
import CommandLine
import TestSupport
import Testing

struct UsageErrorTests {
  struct Row: CustomTestStringConvertible {
    let code: UsageError.Code
    let words: [String]
    var environment: [String: String] = [:]
    let en: String
    let zh: String
    var helpEn: String?
    var helpZh: String?

    var testDescription: String { "\(code.rawValue): \(words)" }
  }

  static let rows = [
    Row(
      code: .unknownCommand,
      words: ["lsit"],
      en: "'shelf' has no command 'lsit'",
      zh: "“shelf”没有命令“lsit”",
      helpEn: "did you mean 'list'?",
      helpZh: "您是否想输入“list”？"
    ),
    Row(
      code: .unknownCommand,
      words: ["loan", "归换", "A"],
      en: "'shelf loan' has no command '归换'",
      zh: "“shelf loan”没有命令“归换”",
      helpEn: "did you mean '归还'?",
      helpZh: "您是否想输入“归还”？"
    ),
    Row(
      code: .unknownOption,
      words: ["add", "A", "--yaer", "1999"],
      en: "'shelf add' has no option '--yaer'",
      zh: "“shelf add”没有选项“--yaer”",
      helpEn: "did you mean '--year'?",
      helpZh: "您是否想输入“--year”？"
    ),
    Row(
      code: .unknownOption,
      words: ["list", "-long"],
      en: "'shelf list' has no option '-long'",
      zh: "“shelf list”没有选项“-long”",
      helpEn: "did you mean '--long'?",
      helpZh: "您是否想输入“--long”？"
    ),
    Row(
      code: .unknownOption,
      words: ["list", "-o", "csv"],
      en: "'shelf list' has no option '-o'",
      zh: "“shelf list”没有选项“-o”",
      helpEn: "did you mean '-O'?",
      helpZh: "您是否想输入“-O”？"
    ),
    Row(
      code: .unknownOption,
      words: ["add", "A", "-kind=小说"],
      en: "'shelf add' has no option '-kind'",
      zh: "“shelf add”没有选项“-kind”",
      helpEn: "did you mean '--kind'?",
      helpZh: "您是否想输入“--kind”？"
    ),
    Row(
      code: .misplacedOption,
      words: ["--reader", "张三", "loan", "open", "A"],
      en: "'--reader' stands before the command it belongs to",
      zh: "“--reader”写在了所属命令之前",
      helpEn: "write it after 'shelf loan open'",
      helpZh: "请写在“shelf loan open”之后"
    ),
    Row(
      code: .unexpectedValue,
      words: ["list", "--long=yes"],
      en: "'--long' takes no value, but got 'yes'",
      zh: "“--long”不带值，却得到了“yes”",
      helpEn: "write '--long' alone",
      helpZh: "请只写“--long”"
    ),
    Row(
      code: .missingValue,
      words: ["add", "A", "--year"],
      en: "'--year' needs a value",
      zh: "“--year”缺少值",
      helpEn: "write '--year YEAR', or '--year=YEAR' if the value begins with '-'",
      helpZh: "请写“--year 年份”；值以“-”开头时写“--year=年份”"
    ),
    Row(
      code: .missingValue,
      words: ["list", "--sort", "--long"],
      en: "'--sort' needs a value",
      zh: "“--sort”缺少值",
      helpEn: "write '--sort FIELD', or '--sort=FIELD' if the value begins with '-'",
      helpZh: "请写“--sort 字段”；值以“-”开头时写“--sort=字段”"
    ),
    Row(
      code: .invalidValue,
      words: ["add", "A", "-y", "MMXX"],
      en: "'MMXX' is no value for '--year'",
      zh: "“MMXX”不能作为“--year”的值",
      helpEn: "expected a whole number from 1000 to 2999",
      helpZh: "应填写从 1000 到 2999 的整数"
    ),
    Row(
      code: .invalidValue,
      words: ["loan", "close", "A", "--fine=1.50"],
      en: "'1.50' is no value for '--fine'",
      zh: "“1.50”不能作为“--fine”的值",
      helpEn: "expected whole fen without a point",
      helpZh: "应填写不带小数点的分"
    ),
    Row(
      code: .invalidChoice,
      words: ["list", "-O", "tabel"],
      en: "'tabel' is no value for '--output'",
      zh: "“tabel”不能作为“--output”的值",
      helpEn: "expected one of table, csv; did you mean 'table'?",
      helpZh: "应填写 table、csv 之一；您是否想输入“table”？"
    ),
    Row(
      code: .invalidChoice,
      words: ["show", "b.txt", "colour"],
      en: "'colour' is no value for 'FIELD'",
      zh: "“colour”不能作为“字段”的值",
      helpEn: "expected one of title, authors",
      helpZh: "应填写 title、authors 之一"
    ),
    Row(
      code: .repeatedOption,
      words: ["add", "A", "-y1999", "--year", "2000"],
      en: "'--year' is given more than once",
      zh: "“--year”重复给出",
      helpEn: "keep one of them",
      helpZh: "请只保留一个"
    ),
    Row(
      code: .repeatedOption,
      words: ["list", "-ll"],
      en: "'--long' is given more than once",
      zh: "“--long”重复给出",
      helpEn: "keep one of them",
      helpZh: "请只保留一个"
    ),
    Row(
      code: .missingArgument,
      words: ["loan", "close"],
      en: "BOOK is missing",
      zh: "缺少参数“图书”",
      helpEn: "The books, by title",
      helpZh: "图书，写书名"
    ),
    Row(
      code: .missingOption,
      words: ["loan", "open", "A"],
      en: "'--reader' is missing",
      zh: "缺少选项“--reader”",
      helpEn: "Who borrows",
      helpZh: "借书的读者"
    ),
    Row(
      code: .unexpectedArgument,
      words: ["list", "－－long"],
      en: "'shelf list' takes no further argument: '－－long'",
      zh: "“shelf list”不接受多余的参数“－－long”",
      helpEn: "did you mean '--long'?",
      helpZh: "您是否想输入“--long”？"
    ),
    Row(
      code: .unexpectedArgument,
      words: ["list", "a\u{1B}[2J\u{202E}"],
      en: #"'shelf list' takes no further argument: 'a\u{1B}[2J\u{202E}'"#,
      zh: #"“shelf list”不接受多余的参数“a\u{1B}[2J\u{202E}”"#
    ),
    Row(
      code: .conflictingOptions,
      words: ["list", "-b", "-l"],
      en: "'--brief' and '--long' exclude each other",
      zh: "“--brief”与“--long”不能同时使用",
      helpEn: "keep one of them",
      helpZh: "请只保留一个"
    ),
    Row(
      code: .neededOption,
      words: ["list", "-r"],
      en: "'--reverse' works only with '--sort'",
      zh: "“--reverse”须与“--sort”一起使用",
      helpEn: "add '--sort', or leave it out",
      helpZh: "请加上“--sort”，或去掉它"
    ),
  ]

  @Test(arguments: rows)
  func `one thing wrong gives one message in each language`(row: Row) throws {
    let found = errors(row.words, row.environment)
    try #require(found.count == 1, "\(found)")
    #expect(found[0].code == row.code)
    #expect(found[0].message.en == row.en)
    #expect(found[0].message.zh == row.zh)
    #expect(found[0].help?.en == row.helpEn)
    #expect(found[0].help?.zh == row.helpZh)
  }

  @Test func `every code has a row`() {
    #expect(Set(Self.rows.map(\.code)) == Set(UsageError.Code.allCases))
  }

  @Test(arguments: Language.allCases)
  func `the whole text shows the line and a caret`(language: Language) throws {
    let blocks = Self.rows.compactMap { row -> String? in
      guard case .refuse(let errors) = parse(row.words, row.environment).request else { return nil }
      return "\(row.testDescription)\n\n\(errors.text(in: language))"
    }
    try expectGolden(blocks.joined(separator: "\n\n"), "errors.\(language.rawValue).txt")
  }

  @Test func `everything wrong is said at once, in the order of the words`() {
    let found = errors(["loan", "open", "--bogus", "--lang", "fr", "--raeder=x", "-q", "-q"])
    #expect(
      found.map(\.code) == [
        .unknownOption, .invalidChoice, .unknownOption, .repeatedOption, .missingArgument,
        .missingOption,
      ]
    )
    #expect(found.map(\.origin) == [.word(2), .word(4), .word(5), .word(7), nil, nil])
  }

  @Test func `a bad value of a variable names the variable`() throws {
    let program = Program(
      Command<Desk>(
        "tool",
        summary: Phrase(en: "A tool", zh: "工具"),
        options: [
          Option(
            "year",
            Shelf.year,
            environment: "TOOL_YEAR",
            help: Phrase(en: "The year", zh: "年份")
          )
        ],
        run: { _, _ in 0 }
      ),
      version: "1",
      exitCodes: []
    )
    let parsed = program.parse([], environment: ["TOOL_YEAR": "soon"])
    guard case .refuse(let refusal) = parsed.request else { return #expect(Bool(false)) }
    #expect(refusal.errors[0].origin == .environment("TOOL_YEAR"))
    #expect(
      refusal.errors[0].message.en == "'soon' in the variable TOOL_YEAR is no value for '--year'"
    )
    #expect(refusal.errors[0].message.zh == "环境变量 TOOL_YEAR 中的“soon”不能作为“--year”的值")
    #expect(
      program.parse(["--year=2000"], environment: ["TOOL_YEAR": "soon"]).request.kind == "run"
    )
  }

  @Test func `a word that may be the value of an unknown option is not called superfluous`() {
    #expect(errors(["list", "--colour", "red"]).map(\.code) == [.unknownOption])
    #expect(errors(["--colour", "red", "list"]).map(\.code) == [.unknownOption])
    #expect(
      errors(["list", "--colour=red", "more"]).map(\.code) == [.unknownOption, .unexpectedArgument]
    )
  }

  @Test func `a value can be refused after parsing`() {
    let arguments = parse(["list", "-s", "titel"]).arguments
    let expected = Phrase(en: "a field", zh: "字段名")
    let refusal = arguments.refusal(of: List.sort, expected: expected, suggestion: "title")
    #expect(
      refusal.text(in: .english) == """
        error[invalid-value]: 'titel' is no value for '--sort'
          shelf list -s titel
                        ^^^^^
          help: expected a field; did you mean 'title'?
        'shelf list --help' shows what is possible.

        """
    )
  }

  @Test func `a long line is shown around the word, by columns`() {
    let authors = (1...30).map { "作者\($0)" }
    let parsed = parse(["add", "红楼梦"] + authors + ["--yaer"] + authors)
    guard case .refuse(let refusal) = parsed.request else { return #expect(Bool(false)) }
    let lines = refusal.text(in: .chinese, width: 60).split(separator: "\n").map(String.init)
    #expect(lines[1].columns <= 60)
    #expect(lines[1].contains("… 作者"))
    #expect(lines[1].hasSuffix(" …"))
    let lead = lines[2].prefix { $0 == " " }.count
    var before = lines[1]
    while before.columns > lead { before.removeLast() }
    #expect(lines[1].dropFirst(before.count).hasPrefix("--yaer"))
    #expect(lines[2].filter { $0 == "^" }.count == 6)
  }
}
