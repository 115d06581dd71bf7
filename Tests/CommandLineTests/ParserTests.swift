import Bilingual
import CommandLine
import Testing

struct ParserTests {
  @Test(arguments: [
    (["add", "A", "--year", "1999"], 1999),
    (["add", "A", "--year=1999"], 1999),
    (["add", "A", "-y", "1999"], 1999),
    (["add", "A", "-y1999"], 1999),
    (["add", "A", "-y=1999"], 1999),
    (["add", "-qy1999", "A"], 1999),
    (["add", "-qy", "1999", "A"], 1999),
    (["add", "--year", "1999", "--", "A"], 1999),
    (["--quiet", "add", "A", "--year", "1999"], 1999),
  ])
  func `a value is read however it is attached`(words: [String], year: Int) throws {
    let parsed = parse(words)
    #expect(parsed.request.kind == "run")
    #expect(parsed.arguments[Add.year] == year)
    #expect(parsed.arguments[Add.title] == "A")
  }

  @Test(arguments: [
    (["list", "-lqr", "-s", "title"], [true, true, true]),
    (["list", "-l", "-q", "-rstitle"], [true, true, true]),
    (["-q", "list", "--sort=title"], [false, true, false]),
    (["list", "-lrs=title"], [true, false, true]),
  ])
  func `letters of flags may be joined`(words: [String], flags: [Bool]) {
    let arguments = parse(words).arguments
    #expect([arguments[List.long], arguments[Shelf.quiet], arguments[List.reverse]] == flags)
    #expect(arguments[List.sort] == "title")
  }

  @Test func `a repeated option keeps every value in order`() {
    let arguments = parse(["add", "A", "-t", "x", "--tag=y", "-tz", "--tag", "x", "-t=\u{338}"])
      .arguments
    #expect(arguments[Add.tags] == ["x", "y", "z", "x", "\u{338}"])
  }

  @Test func `after two dashes every word is an argument`() {
    let arguments = parse(["add", "--", "--year", "-q", "--", "--help"]).arguments
    #expect(arguments[Add.title] == "--year")
    #expect(arguments[Add.authors] == ["-q", "--", "--help"])
    #expect(!arguments[Shelf.quiet])
  }

  @Test(arguments: ["-5", "-.5", "-", "-1,234.56", "", "-50万"])
  func `a lone dash and a negative number are values`(text: String) {
    let arguments = parse(["add", text, text, "--tag", text]).arguments
    #expect(arguments[Add.title] == text)
    #expect(arguments[Add.authors] == [text])
    #expect(arguments[Add.tags] == [text])
  }

  @Test func `a value that begins with a dash is given after the equals sign`() {
    #expect(parse(["add", "A", "--tag=--year"]).arguments[Add.tags] == ["--year"])
    #expect(parse(["add", "A", "--tag=a=b"]).arguments[Add.tags] == ["a=b"])
    #expect(parse(["add", "A", "--tag="]).arguments[Add.tags] == [""])
    #expect(parse(["add", "A", "--balance", "-3"]).arguments[Add.balance] == -3)
  }

  @Test func `what is not given is nil, false, empty or the default`() {
    let arguments = parse(["list"]).arguments
    #expect(arguments[Add.year] == nil)
    #expect(arguments[List.long] == false)
    #expect(arguments[Add.tags] == [])
    #expect(arguments[List.output] == .table)
    #expect(arguments.origin(of: List.output) == nil)
  }

  @Test func `a command is known by its aliases, also Chinese ones`() {
    #expect(parse(["ls"]).arguments.command == ["shelf", "list"])
    #expect(parse(["loan", "归还", "A"]).arguments.command == ["shelf", "loan", "close"])
  }

  @Test func `global options stand before, between and after the commands`() {
    for words in [
      ["--lang", "zh", "loan", "close", "A"], ["loan", "--lang=zh", "close", "A"],
      ["loan", "close", "--lang", "zh", "A"], ["loan", "close", "A", "--lang", "zh"],
    ] {
      let parsed = parse(words)
      #expect(parsed.request.kind == "run", "\(words)")
      #expect(parsed.arguments[Shelf.lang] == .chinese)
      #expect(parsed.arguments[Loan.books] == ["A"])
    }
  }

  @Test func `the command line comes before the environment, that before the default`() {
    let environment = ["SHELF_CATALOG": "/env", "SHELF_QUIET": "1"]
    let typed = parse(["list", "-c", "/typed"], environment).arguments
    #expect(typed[Shelf.catalog] == "/typed")
    #expect(typed.origin(of: Shelf.catalog) == .word(2))
    let inherited = parse(["list"], environment).arguments
    #expect(inherited[Shelf.catalog] == "/env")
    #expect(inherited[Shelf.quiet])
    #expect(inherited.origin(of: Shelf.catalog) == .environment("SHELF_CATALOG"))
    let bare = parse(["list"], ["SHELF_CATALOG": "", "SHELF_QUIET": ""]).arguments
    #expect(bare[Shelf.catalog] == "./catalog")
    #expect(!bare[Shelf.quiet])
  }

  @Test func `a required option may come from the environment`() {
    let parsed = parse(["loan", "open", "A"], ["SHELF_READER": "张三"])
    #expect(parsed.request.kind == "run")
    #expect(parsed.arguments[Loan.reader] == "张三")
  }

  @Test(arguments: [
    ([], "group", ["shelf"]),
    (["loan"], "group", ["shelf", "loan"]),
    (["-q", "loan"], "group", ["shelf", "loan"]),
    (["--help"], "help", ["shelf"]),
    (["help"], "help", ["shelf"]),
    (["help", "loan", "借出"], "help", ["shelf", "loan", "open"]),
    (["loan", "open", "-h"], "help", ["shelf", "loan", "open"]),
    (["-h", "loan", "open"], "help", ["shelf", "loan", "open"]),
    (["list", "-lh"], "help", ["shelf", "list"]),
    (["add", "--yaer", "x", "--help"], "help", ["shelf", "add"]),
    (["loan", "open", "--reader", "--help"], "help", ["shelf", "loan", "open"]),
    (["--version"], "version", ["shelf"]),
    (["-q", "--version"], "version", ["shelf"]),
    (["lsit", "--help"], "refuse", ["shelf"]),
    (["help", "loan", "opne"], "refuse", ["shelf", "loan"]),
    (["list", "--version"], "refuse", ["shelf", "list"]),
    (["add", "help"], "run", ["shelf", "add"]),
  ])
  func `help and version are found wherever they stand`(
    words: [String],
    kind: String,
    command: [String]
  ) {
    let parsed = parse(words)
    #expect(parsed.request.kind == kind)
    #expect(parsed.arguments.command == command)
    #expect(parsed.path.map(\.name) == command)
  }

  @Test func `the action gets the context and the arguments`() throws {
    let parsed = parse(["add", "A", "-y1990"])
    guard case .run(let action) = parsed.request else { return #expect(Bool(false)) }
    #expect(try action(Desk(today: 2025), parsed.arguments) == 35)
  }

  @Test func `a refused line still tells the language that was asked for`() {
    let parsed = parse(["lsit", "--lang", "zh"])
    #expect(parsed.request.kind == "refuse")
    #expect(parsed.arguments[Shelf.lang] == .chinese)
    #expect(parse(["add", "--nope", "-y", "x", "--lang=en"]).arguments[Shelf.lang] == .english)
  }
}
