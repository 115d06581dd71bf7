public import Bilingual

/// A class of bad input, one of its kind, and what the program answers.
///
/// ``all`` is the reference that `brandledger explain bad-input` prints; a test gives every row to the
/// program.
public struct BadInput: Sendable {
  /// Where the input comes in.
  public enum Way: String, CaseIterable, Sendable {
    /// A file given to `check --json-lines`.
    case jsonLines = "json-lines"
    /// A file of records given to `import`, its kind before the first colon.
    case records
    /// A table of enterprises given to `import`.
    case table
    /// A command line.
    case command
    /// A file given to `attach`, its name before the first colon.
    case paper
    /// A file of the ledger, altered: bytes are added, cut or replaced, then `check` or `list` is run.
    case ledger

    /// The name shown to people.
    public var label: Phrase {
      switch self {
      case .jsonLines: Phrase(en: "JSON lines", zh: "JSON 行")
      case .records: Phrase(en: "records to import", zh: "导入的记录")
      case .table: Phrase(en: "tables to import", zh: "导入的表格")
      case .command: Phrase(en: "command lines", zh: "命令行")
      case .paper: Phrase(en: "papers to attach", zh: "附加的材料")
      case .ledger: Phrase(en: "the ledger's files", zh: "账本文件")
      }
    }
  }

  /// The class.
  public let what: Phrase
  /// Where it comes in.
  public let way: Way
  /// One input of the class; `%XX` stands for a byte.
  public let input: String
  /// The name of the answer; `nil` where it is taken as it is.
  public let answer: String?
  /// The exit code.
  public let exit: Int32

  init(_ en: String, _ zh: String, _ way: Way, _ input: String, _ answer: String?, _ exit: Int32) {
    what = Phrase(en: en, zh: zh)
    self.way = way
    self.input = input
    self.answer = answer
    self.exit = exit
  }

  /// The input as bytes.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    var rest = Array(input.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// Every row, by the way the input comes in.
  public static let all = lines + records + tables + others
}

extension BadInput {
  private static let lines: [BadInput] = [
    BadInput("a key twice", "键重复", .jsonLines, #"{"a":1,"a":2}"#, "json-duplicate-key", 3),
    BadInput(
      "a key twice, once escaped",
      "键重复（其一转义）",
      .jsonLines,
      #"{"a":1,"\u0061":2}"#,
      "json-duplicate-key",
      3
    ),
    BadInput("a comma too many", "多余逗号", .jsonLines, #"{"a":1,}"#, "json-trailing-comma", 3),
    BadInput("a torn line", "残行", .jsonLines, #"{"a":"甲"#, "json-unexpected-end", 3),
    BadInput(
      "half a surrogate pair",
      "半个代理对",
      .jsonLines,
      #"{"a":"\ud83e"}"#,
      "json-lone-surrogate",
      3
    ),
    BadInput("NUL in a text", "文字含 NUL", .jsonLines, #"{"a":"%00"}"#, "json-control-character", 3),
    BadInput("NUL between values", "值间有 NUL", .jsonLines, "%00{}", "json-unexpected-byte", 3),
    BadInput("GBK", "GBK 编码", .jsonLines, #"{"a":"%C6%F4"}"#, "json-invalid-utf8", 3),
    BadInput("UTF-16", "UTF-16 编码", .jsonLines, "%FF%FE{%00}%00", "json-invalid-utf8", 3),
    BadInput(
      "an overlong sequence",
      "超长编码",
      .jsonLines,
      #"{"a":"%C0%AF"}"#,
      "json-invalid-utf8",
      3
    ),
    BadInput("a byte order mark", "BOM", .jsonLines, "%EF%BB%BF{}", "json-byte-order-mark", 3),
    BadInput(
      "300 brackets within each other",
      "300 层括号",
      .jsonLines,
      String(repeating: "[", count: 300),
      "json-too-deep",
      3
    ),
    BadInput("two values on a line", "一行两个值", .jsonLines, "{} {}", "json-trailing-text", 3),
    BadInput("a comment", "注释", .jsonLines, "{} // x", "json-trailing-text", 3),
    BadInput("single quotes", "单引号", .jsonLines, "{'a':1}", "json-unexpected-byte", 3),
    BadInput(
      "a full-width comma",
      "全角逗号",
      .jsonLines,
      #"{"a":1，"b":2}"#,
      "json-unexpected-byte",
      3
    ),
    BadInput("NaN", "NaN", .jsonLines, #"{"a":NaN}"#, "json-bad-literal", 3),
    BadInput("a leading zero", "前导零", .jsonLines, #"{"a":007}"#, "json-bad-number", 3),
    BadInput("a tab in a text", "文字含制表符", .jsonLines, #"{"a":"%09"}"#, "json-control-character", 3),
    BadInput("an unknown escape", "未知转义", .jsonLines, #"{"a":"\x41"}"#, "json-bad-escape", 3),
    BadInput("an empty line", "空行", .jsonLines, "{}%0A%0A{}", "json-empty-line", 3),
    BadInput("CR LF", "CR LF 换行", .jsonLines, "{}%0D%0A{}%0D%0A", nil, 0),
    BadInput("U+2028 in a text", "文字含 U+2028", .jsonLines, #"{"a":"%E2%80%A8"}"#, nil, 0),
    BadInput("more digits than 64 bits", "超过 64 位的数字", .jsonLines, #"{"a":1e400}"#, nil, 0),
    BadInput(
      "é composed and decomposed as two keys",
      "组合与分解的 é 为两键",
      .jsonLines,
      #"{"%C3%A9":1,"e%CC%81":2}"#,
      nil,
      0
    ),
  ]

  private static let records: [BadInput] = [
    BadInput("a line that is no object", "非对象行", .records, "brand:[1]", "json-not-an-object", 3),
    BadInput("no required field", "缺必填字段", .records, #"brand:{"sector":"食品"}"#, "missing-field", 3),
    BadInput("an empty name", "名称为空", .records, #"brand:{"name":" "}"#, "missing-field", 3),
    BadInput("an empty id", "编号为空", .records, #"brand:{"id":"","name":"甲"}"#, "missing-field", 3),
    BadInput(
      "the end of a record",
      "终止记录的行",
      .records,
      #"brand:{"id":"b1","removed":"误"}"#,
      "removal-not-imported",
      3
    ),
    BadInput(
      "a grant before the filing",
      "授权早于申请",
      .records,
      #"patent:{"number":"US1","type":"invention","office":"US","filedOn":"2024-05","grantedOn":"2023"}"#,
      "dates-out-of-order",
      3
    ),
    BadInput(
      "a value outside the choices",
      "值不在选项内",
      .records,
      #"enterprise:{"name":"甲公司","size":"巨大"}"#,
      "bad-value",
      3
    ),
    BadInput(
      "a whole number beyond 64 bits",
      "整数超过 64 位",
      .records,
      #"holiday:{"id":"x","year":99999999999999999999}"#,
      "bad-value",
      3
    ),
    BadInput(
      "an impossible date",
      "不存在的日期",
      .records,
      #"brand:{"name":"甲牌","firstUsedOn":"2025-02-30"}"#,
      "bad-value",
      3
    ),
    BadInput(
      "a reference to nothing",
      "引用不存在",
      .records,
      #"brand:{"name":"甲牌","owner":"没有"}"#,
      "unknown-reference",
      3
    ),
  ]

  private static let tables: [BadInput] = [
    BadInput(
      "a quote that never closes",
      "引号未闭合",
      .table,
      "名称,镇区%0A%22甲公司,汇龙镇%0A",
      "unclosed-quote",
      3
    ),
    BadInput(
      "a quote within a bare cell",
      "裸单元格含引号",
      .table,
      "名称,镇区%0A甲%22公司,汇龙镇%0A",
      "stray-quote",
      3
    ),
    BadInput(
      "text behind a closing quote",
      "引号后有内容",
      .table,
      "名称,镇区%0A%22甲%22公司,汇龙镇%0A",
      "text-after-quote",
      3
    ),
    BadInput("too few cells", "单元格过少", .table, "名称,镇区%0A甲公司%0A", "too-few-cells", 3),
    BadInput("too many cells", "单元格过多", .table, "名称,镇区%0A甲公司,汇龙镇,x%0A", "too-many-cells", 3),
    BadInput("an empty file", "空文件", .table, "", "missing-header", 3),
    BadInput("a zero character", "零字符", .table, "名称,镇区%0A甲%00,汇龙镇%0A", "zero-character", 3),
    BadInput("a picture", "图片", .table, "%89PNG%0D%0A%1A%0A%FF%FF", "unknown-encoding", 3),
  ]

  private static let others: [BadInput] = [
    BadInput("a misspelt command", "命令拼写错误", .command, "lst", "unknown-command", 2),
    BadInput("a misspelt option", "选项拼写错误", .command, "log --yaer 2025", "unknown-option", 2),
    BadInput(
      "a value of another form",
      "值格式错误",
      .command,
      "award compute --year next",
      "invalid-value",
      2
    ),
    BadInput(
      "a misspelt field",
      "字段拼写错误",
      .command,
      "list brand --where nmae=x",
      "unknown-field",
      3
    ),
    BadInput("a name that nobody has", "不存在的名称", .command, "show 没有这条记录", "unknown-record", 3),
    BadInput(
      "writing into the past",
      "写入过去",
      .command,
      "add brand name=甲 --as-of 1",
      "past-is-closed",
      3
    ),
    BadInput("a program", "程序", .paper, "tool.exe:MZ", "attachment-type", 3),
    BadInput("a page called pdf", "冒充 pdf 的网页", .paper, "page.pdf:<html>", "attachment-type", 3),
    BadInput("an empty paper", "空附件", .paper, "empty.txt:", "attachment-size", 3),
    BadInput("a torn tail", "残尾", .ledger, "add brands.jsonl", "uncommitted-bytes", 1),
    BadInput("an altered byte", "被改动的字节", .ledger, "replace towns.jsonl", "altered-bytes", 1),
    BadInput("a file cut short", "被截短的文件", .ledger, "cut towns.jsonl", "file-too-short", 4),
  ]
}
