/// What a user says about the columns of a foreign file, in `--map` options and mapping files.
///
/// One rule a line; empty lines, and lines that begin with `#`, mean nothing:
///
/// ```
/// # 公开名单 → 荣誉记录
/// enterprise = holder              a column fills a field
/// enterprise = applicant           … and another one
/// tier = -                         a column is left out on purpose
/// route := administrative          a field is the same text in every row
/// brand := {mark|enterprise}       … the first of these cells that is not empty
/// number := {list_id}-{seq}        … cells put together
/// note := {goods_or_note|} {seq}   … of which the first may be empty
/// list_id:changzhou_lzh_4 = cz-lzh a cell's text stands for another one, wherever the column is used
/// valid_to:长期 =                   … or for nothing
/// tier:拟推荐 = -                    rows with this text are left out on purpose
/// ```
///
/// (The remarks on the right are not part of the lines.)
///
/// - Names of fields and columns may be spelt as in the header match: a label in either language, any case
///   and width. Blanks around them mean nothing.
/// - A name or cell text that holds `:`, `=` or blanks at its ends, or begins with `#` or `"`, is put in double
///   quotes, with each quote in it doubled: `"a=b" = note`. In a template, so is a name that holds `|` or `}`.
/// - A template takes everything after `:=`; `{{` and `}}` stand for braces. Where a `{…}` finds only
///   empty cells, the field stays empty, unless it is written `{…|}`: half an identifier is worse than none.
/// - A cell's text is compared without the blanks at its ends; `""` stands for an empty cell.
public struct MappingRules: Sendable {
  var columns: [ColumnRule] = []
  var fills: [FillRule] = []
  var translations: [TranslationRule] = []

  /// Creates an empty set of rules.
  public init() {}

  /// Reads a mapping file.
  ///
  /// - Parameter text: The file.
  /// - Throws: `malformed-rule`, once for each line that cannot be read.
  public init(_ text: SourceText) throws(ExchangeErrors) {
    let lines = text.bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
    try self.init(
      lines: lines.map { line in
        String(decoding: line.last == .carriageReturn ? line.dropLast() : line, as: UTF8.self)
      },
      origin: text.origin
    )
  }

  /// Reads the rules given as options, one in each.
  ///
  /// - Parameters:
  ///   - options: The text of each option.
  ///   - origin: The option's name, as messages show it; its line is the number of the option.
  /// - Throws: `malformed-rule`, once for each option that cannot be read.
  public init(options: [String], origin: String) throws(ExchangeErrors) {
    try self.init(lines: options, origin: origin)
  }

  private init(lines: [String], origin: String) throws(ExchangeErrors) {
    var errors: [ExchangeError] = []
    for (index, line) in lines.enumerated() {
      do throws(ExchangeError) {
        var parser = RuleParser(line, number: index + 1, origin: origin)
        switch try parser.rule() {
        case .column(let rule): columns.append(rule)
        case .fill(let rule): fills.append(rule)
        case .translation(let rule): translations.append(rule)
        case nil: break
        }
      } catch {
        errors.append(error)
      }
    }
    guard errors.isEmpty else { throw ExchangeErrors(errors: errors) }
  }

  /// Returns these rules with those of another set that they say nothing about.
  ///
  /// A rule on a field replaces the other set's rules on that field; a rule on a column, or on a text in it,
  /// those on that column or text.
  ///
  /// - Parameter other: The rules that give way, such as those of a file to those of options.
  /// - Returns: Both sets in one.
  public func overriding(_ other: MappingRules) -> MappingRules {
    let fields = Set(
      columns.compactMap { $0.field.map { FoldedName($0.text) } }
        + fills.map { FoldedName($0.field.text) }
    )
    let names = Set(columns.map { FoldedName($0.column.text) })
    var result = self
    result.columns += other.columns.filter { rule in
      let isFieldTaken = rule.field.map { fields.contains(FoldedName($0.text)) } ?? false
      return !isFieldTaken && !names.contains(FoldedName(rule.column.text))
    }
    result.fills += other.fills.filter { !fields.contains(FoldedName($0.field.text)) }
    result.translations += other.translations.filter { rule in
      !translations.contains { $0.isAboutSameText(as: rule) }
    }
    return result
  }
}

/// A name that a rule mentions, and where.
struct RuleName: Sendable {
  let text: String
  let place: Place
}

/// The rule `column = field`, or `column = -`.
struct ColumnRule: Sendable {
  let column: RuleName
  /// The field that the column fills; `nil` where it is left out.
  let field: RuleName?
}

/// The rule `field := template`.
struct FillRule: Sendable {
  /// A piece of a template.
  enum Part: Sendable {
    case text(String)
    case cells([RuleName], mayBeEmpty: Bool)
  }

  let field: RuleName
  let parts: [Part]
}

/// The rule `column:cell text = text`.
struct TranslationRule: Sendable {
  let column: RuleName
  let text: RuleName
  let replacement: String

  func isAboutSameText(as other: TranslationRule) -> Bool {
    FoldedName(column.text) == FoldedName(other.column.text)
      && text.text.utf8.elementsEqual(other.text.text.utf8)
  }
}
