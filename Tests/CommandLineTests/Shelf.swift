import Bilingual
import CommandLine

/// The world of the sample program: what its commands print goes here.
final class Desk: Sendable {
  let today: Int

  init(today: Int) {
    self.today = today
  }
}

/// A sample program with every kind of declaration: the catalogue of a small library.
enum Shelf {
  static let program = Program(
    root,
    version: "1.2.0",
    exitCodes: [
      ExitCode(0, Phrase(en: "Done", zh: "完成")),
      ExitCode(1, Phrase(en: "Done, and something was found", zh: "完成，但有发现")),
      ExitCode(2, Phrase(en: "The command line was refused", zh: "命令行有误")),
    ]
  )

  static let catalog = Option(
    "catalog",
    .directory(),
    short: "c",
    default: "./catalog",
    environment: "SHELF_CATALOG",
    help: Phrase(en: "Keep the catalogue in this directory", zh: "目录数据所在的文件夹")
  )

  static let lang = Option(
    "lang",
    ValueKind(
      Phrase(en: "LANG", zh: "语言"),
      choices: [
        Choice(Language.chinese, "zh", Phrase(en: "Chinese", zh: "中文")),
        Choice(Language.english, "en", Phrase(en: "English", zh: "英文")),
      ]
    ),
    help: Phrase(
      en: "Speak this language; otherwise the one of the locale",
      zh: "使用的语言；不写时按系统区域设置"
    )
  )

  static let quiet = Option(
    flag: "quiet",
    short: "q",
    environment: "SHELF_QUIET",
    help: Phrase(en: "Say nothing but errors", zh: "只报告错误")
  )

  static let year = ValueKind.integer(Phrase(en: "YEAR", zh: "年份"), in: 1000...2999)
  static let books = Phrase(en: "Books", zh: "图书")
  static let loans = Phrase(en: "Loans", zh: "借阅")

  static let root = Command<Desk>(
    "shelf",
    summary: Phrase(
      en: "Keep the catalogue and the loans of a small library",
      zh: "管理小型图书馆的目录与借阅"
    ),
    discussion: Phrase(
      en: """
        Every book has a title, authors and a kind. The catalogue is a directory of plain files, \
        so any other program can read it too.

        Titles are compared without regard to case.
        """,
      zh: """
        每本书都有书名、作者和类别。目录数据是一个由纯文本文件组成的文件夹，其他程序也能读取；\
        备份时，复制整个文件夹即可。

        比较书名时不区分大小写。
        """
    ),
    examples: [
      Example(
        "shelf add '红楼梦' 曹雪芹 --kind 小说",
        Phrase(en: "Add a novel with its author", zh: "登记一部小说及其作者")
      ),
      Example(
        "shelf list -O csv > books.csv",
        Phrase(en: "Write all books to a file", zh: "把全部图书写入文件")
      ),
    ],
    options: [catalog, lang, quiet],
    subcommands: { [Add.command, List.command, Show.command, Loan.command] }
  )
}

enum Add {
  static let title = Argument(
    .text(Phrase(en: "TITLE", zh: "书名")),
    help: Phrase(en: "The title as printed on the cover", zh: "封面上的书名")
  )
  static let authors = Argument(
    repeated: .text(Phrase(en: "AUTHOR", zh: "作者")),
    help: Phrase(en: "Who wrote it, the first author first", zh: "作者，第一作者在前")
  )
  static let year = Option(
    "year",
    Shelf.year,
    short: "y",
    help: Phrase(en: "The year it was printed", zh: "出版年份")
  )
  static let tags = Option(
    repeated: "tag",
    .text(Phrase(en: "TAG", zh: "标签")),
    short: "t",
    help: Phrase(en: "A word to find it by", zh: "便于查找的标签")
  )
  static let kind = Option(
    "kind",
    ValueKind(
      Phrase(en: "KIND", zh: "类别"),
      choices: [
        Choice("novel", "小说", Phrase(en: "Novels and short stories", zh: "长篇与短篇小说")),
        Choice("history", "史书", Phrase(en: "History", zh: "历史著作")),
        Choice("verse", "poetry", Phrase(en: "Poems, songs and plays in verse", zh: "诗、词、曲")),
      ]
    ),
    help: Phrase(en: "What kind of book it is", zh: "图书的类别")
  )
  static let balance = Option(
    "balance",
    .integer(Phrase(en: "COPIES", zh: "册数"), in: -100...100),
    help: Phrase(en: "How many copies came, or went if negative", zh: "增加的册数，负数表示减少")
  )
  static let cover = Option(
    "cover-image",
    .file(),
    help: Phrase(
      en:
        "A picture of the cover; it is copied into the catalogue, so the file may be removed later",
      zh: "封面图片；图片会复制到目录数据中，因此登记之后，原来的图片文件可以移走或删除，不影响显示"
    )
  )
  static let command = Command<Desk>(
    "add",
    section: Shelf.books,
    summary: Phrase(en: "Add a book to the catalogue", zh: "登记一本书"),
    examples: [
      Example(
        "shelf add 'Water Margin' --year 1589 -t classic -t outlaws",
        Phrase(en: "Add a book with its year and two tags", zh: "登记一本书及其年份和两个标签")
      )
    ],
    arguments: [title, authors],
    options: [year, tags, kind, balance, cover]
  ) { desk, arguments in
    Int32(desk.today - (arguments[year] ?? desk.today))
  }
}

enum List {
  enum Format: String {
    case table
    case csv
  }

  static let output = Option(
    "output",
    ValueKind(
      Phrase(en: "FORMAT", zh: "格式"),
      choices: [
        Choice(Format.table, "table", Phrase(en: "Aligned for reading", zh: "对齐的表格")),
        Choice(Format.csv, "csv", Phrase(en: "For spreadsheets", zh: "供电子表格使用")),
      ]
    ),
    short: "O",
    default: "table",
    help: Phrase(en: "How the list is written", zh: "列表的输出格式")
  )
  static let long = Option(
    flag: "long",
    short: "l",
    help: Phrase(en: "Show every field", zh: "显示全部字段")
  )
  static let brief = Option(
    flag: "brief",
    short: "b",
    help: Phrase(en: "Show titles only", zh: "只显示书名")
  )
  static let sort = Option(
    "sort",
    .text(Phrase(en: "FIELD", zh: "字段")),
    short: "s",
    help: Phrase(en: "Put the list in order of this field", zh: "按此字段排序")
  )
  static let reverse = Option(
    flag: "reverse",
    short: "r",
    help: Phrase(en: "Turn the order round", zh: "逆序")
  )
  static let command = Command<Desk>(
    "list",
    aliases: ["ls"],
    section: Shelf.books,
    summary: Phrase(en: "List the books", zh: "列出图书"),
    options: [output, long, brief, sort, reverse],
    rules: [.exclusive([long, brief]), .needs(reverse, sort)]
  ) { _, _ in 0 }
}

enum Show {
  static let field = Argument(
    optional: ValueKind(
      Phrase(en: "FIELD", zh: "字段"),
      choices: [
        Choice("title", "title", Phrase(en: "The title", zh: "书名")),
        Choice("authors", "authors", Phrase(en: "All authors", zh: "全部作者")),
      ]
    ),
    help: Phrase(en: "The one field to show", zh: "只显示这个字段")
  )
  static let book = Argument(
    .file(Phrase(en: "BOOK", zh: "图书文件")),
    help: Phrase(en: "The file of the book", zh: "图书的文件")
  )
  static let command = Command<Desk>(
    "show",
    section: Shelf.books,
    summary: Phrase(en: "Show one book", zh: "显示一本书"),
    arguments: [book, field]
  ) { _, _ in 0 }
}

enum Loan {
  static let books = Argument(
    repeated: .text(Phrase(en: "BOOK", zh: "图书")),
    atLeast: 1,
    help: Phrase(en: "The books, by title", zh: "图书，写书名")
  )
  static let reader = Option(
    required: "reader",
    .text(Phrase(en: "READER", zh: "读者")),
    short: "r",
    environment: "SHELF_READER",
    help: Phrase(en: "Who borrows", zh: "借书的读者")
  )
  static let fine = Option(
    "fine",
    ValueKind(Phrase(en: "AMOUNT", zh: "金额")) { (text) throws(Mismatch) in
      guard !text.contains(".") else {
        throw Mismatch(expected: Phrase(en: "whole fen without a point", zh: "不带小数点的分"))
      }
      guard let fen = Int(text) else {
        throw Mismatch(expected: Phrase(en: "an amount in fen, such as 150", zh: "以分计的金额，如 150"))
      }
      return fen
    },
    help: Phrase(en: "The fine that was paid", zh: "已付的罚款")
  )
  static let open = Command<Desk>(
    "open",
    aliases: ["借出"],
    summary: Phrase(en: "Lend books to a reader", zh: "借出图书"),
    examples: [
      Example(
        "shelf loan open --reader 张三 三国演义",
        Phrase(en: "Lend one book", zh: "借出一本书")
      )
    ],
    arguments: [books],
    options: [reader]
  ) { _, _ in 0 }
  static let close = Command<Desk>(
    "close",
    aliases: ["归还"],
    summary: Phrase(en: "Take books back", zh: "收回图书"),
    arguments: [books],
    options: [fine]
  ) { _, _ in 0 }
  static let command = Command<Desk>(
    "loan",
    section: Shelf.loans,
    summary: Phrase(en: "Lend books and take them back", zh: "借出与归还图书"),
    subcommands: { [open, close] }
  )
}
