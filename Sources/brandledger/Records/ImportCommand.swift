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
    help: Phrase(en: "A CSV file; - is the standard input", zh: "CSV 文件;- 表示标准输入")
  )
  static let map = Option(
    repeated: "map",
    .text(Phrase(en: "RULE", zh: "规则")),
    short: "m",
    help: Phrase(
      en: "COLUMN=FIELD, COLUMN=- to leave a column out, FIELD:=TEXT {COLUMN} for all rows",
      zh: "列=字段;列=- 表示忽略该列;字段:=文字 {列} 适用于所有行"
    )
  )
  static let mapping = Option(
    "mapping",
    .file(),
    help: Phrase(en: "A file with such rules, one a line", zh: "规则文件,每行一条")
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
    help: Phrase(en: "The file's encoding, where it is not found out", zh: "文件编码(自动判断有误时指定)")
  )
  static let delimiter = Option(
    "delimiter",
    ValueKind(
      Phrase(en: "CHARACTER", zh: "字符"),
      expected: Phrase(en: "comma, semicolon or tab", zh: "comma、semicolon 或 tab")
    ) { Delimiter(name: $0) },
    help: Phrase(en: "What stands between cells, where it is not found out", zh: "分隔符(自动判断有误时指定)")
  )
  static let headerLine = Option(
    "header-line",
    .integer(Phrase(en: "LINE", zh: "行号"), in: 1...10_000),
    default: "1",
    help: Phrase(en: "The line of the header, where titles stand above it", zh: "表头所在行")
  )
  static let skipBad = Option(
    "skip-bad",
    .file(),
    help: Phrase(
      en: "Import the good rows, and write the refused ones to this file",
      zh: "导入合格的行,被拒绝的行写入该文件"
    )
  )

  static let command = Command<World>(
    "import",
    section: Section.records,
    summary: Phrase(en: "Import a table, all of it or nothing", zh: "导入表格,全部成功或全部不导入"),
    discussion: Phrase(
      en: """
        Headers are matched to fields in either language. Rows that are in the ledger already are \
        changed or left alone, so the same file may be imported twice. With --create, what a row names \
        and the ledger has not is created with it.
        """,
      zh: """
        表头按中英文字段名匹配。账本中已有的行会被更新或保持不变,同一文件可重复导入。加 --create 时,\
        行中提到而账本没有的对象一并创建。
        """
    ),
    examples: [
      Example(
        "brandledger import recognition 2025.csv --dry-run",
        Phrase(en: "Show what would be new, changed, same and refused", zh: "预览新增、更新、相同和被拒绝的行")
      ),
      Example(
        "brandledger import enterprise 企业.csv --map 单位=name --skip-bad refused.csv",
        Phrase(en: "Name a column, and keep what is refused", zh: "指定列,并保存被拒绝的行")
      ),
    ],
    arguments: [RecordArguments.kind, file],
    options: [
      map, mapping, RecordArguments.creates, encoding, delimiter, headerLine, skipBad,
    ]
  ) { session, arguments in
    try ImportRun(session, arguments).run()
  }
}

/// One import: the rows, what became of each, and what is told of it.
private struct ImportRun {
  private let session: Session
  private let schema: Schema
  private let path: String
  private let creates: Bool
  private let refusedFile: String?
  private var table: TableReader
  private let mapping: HeaderMapping

  init(_ session: Session, _ arguments: Arguments) throws {
    self.session = session
    schema = arguments[RecordArguments.kind]
    path = arguments[ImportCommand.file]
    creates = arguments[RecordArguments.creates]
    refusedFile = arguments[ImportCommand.skipBad]
    let bytes = try UserFiles.read(path)
    do {
      let text = try SourceText(bytes, origin: path, encoding: arguments[ImportCommand.encoding])
      if !text.detection.isCertain { session.say(text.detection.explanation) }
      table = try TableReader(
        CSVReader(text, delimiter: arguments[ImportCommand.delimiter]),
        headerLine: arguments[ImportCommand.headerLine]
      )
      var rules = try MappingRules(options: arguments[ImportCommand.map], origin: "--map")
      if let file = arguments[ImportCommand.mapping] {
        let text = try SourceText(UserFiles.read(file), origin: file)
        rules = rules.overriding(try MappingRules(text))
      }
      mapping = try HeaderMapping(table.header, targets: Self.targets(schema), rules: rules)
    } catch let error as ExchangeError {
      throw Diagnostics(Diagnostic(error))
    } catch let errors as ExchangeErrors {
      throw Diagnostics(errors.errors.map { Diagnostic($0) })
    }
    if !mapping.ignored.isEmpty {
      let names = mapping.ignored.map(\.name)
      session.say(
        Phrase(
          en: "columns left out: \(names.joined(separator: ", "))",
          zh: "未使用的列:\(names.joined(separator: "、"))"
        )
      )
    }
  }

  /// The fields that a column may fill: those of the kind, and those of what they refer to.
  private static func targets(_ schema: Schema) -> [FieldTarget] {
    schema.fields.flatMap { field in
      [
        FieldTarget(
          name: field.name,
          labels: [field.label.en, field.label.zh],
          aliases: field.aliases
        )
      ]
        + (field.referredKind.flatMap { Kinds.catalog[$0] }?.fields ?? []).map { inner in
          FieldTarget(name: "\(field.name).\(inner.name)")
        }
    }
  }

  func run() throws -> Int32 {
    var result = ImportResult(mapping: mapping, header: table.header)
    let commit = try session.write { snapshot in
      result = try plan(snapshot)
      guard !session.isDryRun else { return [] }
      guard refusedFile != nil || result.refused.isEmpty else {
        throw Diagnostics(result.diagnostics)
      }
      return result.changes
    }
    try tell(result, commit)
    return session.isDryRun && !result.refused.isEmpty ? 1 : 0
  }

  /// Reads the rows; those that the rules of registering refuse are left out of a second reading, with
  /// all that would have been created for them.
  private func plan(_ snapshot: Snapshot) throws -> ImportResult {
    var refusals: [Int: [Diagnostic]] = [:]
    while true {
      var result = try read(snapshot, leavingOut: refusals)
      let findings = try Registration.findings(result.changes, in: snapshot, today: session.today)
      var isSettled = true
      for (id, finding) in findings {
        guard let line = result.lines[id] else { continue }
        var finding = finding
        finding.place = Ledger.Place(file: path, line: line)
        if finding.severity == .error {
          refusals[line, default: []].append(finding)
          isSettled = false
        } else {
          result.note(finding)
        }
      }
      if isSettled { return result }
    }
  }

  private func read(_ snapshot: Snapshot, leavingOut refusals: [Int: [Diagnostic]]) throws
    -> ImportResult
  {
    var table = table
    let editor = session.editor(snapshot, creates: creates)
    var result = ImportResult(mapping: mapping, header: table.header)
    var progress = Progress(session)
    while let row = try next(&table) {
      progress.step()
      let known = refusals[row.line] ?? row.problems.map { Diagnostic($0) }
      guard known.isEmpty else {
        result.refuse(row, known)
        continue
      }
      guard !mapping.leavesOut(row) else {
        result.leaveOut()
        continue
      }
      let values = mapping.values(of: row).filter { !ImportResult.isNothing($0.text) }
      guard !values.isEmpty else { continue }
      let before = editor.diagnostics.count
      let effect = try editor.add(
        schema,
        values.map { Assignment($0.field, $0.text, at: Ledger.Place(of: $0, path)) },
        at: Ledger.Place(file: path, line: row.line),
        merging: true
      )
      let found = result.named(Array(editor.diagnostics[before...]), values)
      if effect == .refused {
        result.refuse(row, found)
      } else {
        result.accept(row, effect, found)
      }
    }
    progress.end()
    result.changes = editor.changes
    return result
  }

  private func next(_ table: inout TableReader) throws -> Row? {
    do {
      return try table.next()
    } catch {
      throw Diagnostics(Diagnostic(error))
    }
  }

  private func tell(_ result: ImportResult, _ commit: Commit?) throws {
    if session.isDryRun { try session.show(result.table(schema)) }
    Failure.tell(result.diagnostics, session)
    if let refusedFile, !result.refused.isEmpty {
      if !session.isDryRun { try UserFiles.write(result.refusedRows.bytes, to: refusedFile) }
      session.say(
        Phrase(
          en: "\(result.refused.count) refused rows: \(refusedFile)",
          zh: "被拒绝的 \(result.refused.count) 行:\(refusedFile)"
        )
      )
    }
    session.say(result.summary(schema))
    session.said(commit, Phrase(en: "imported", zh: "已导入"))
  }
}

/// What became of the rows of an import.
struct ImportResult {
  private let mapping: HeaderMapping
  private(set) var effects: [(line: Int, effect: Editor.Effect)] = []
  private(set) var refused: [Int] = []
  private(set) var leftOut = 0
  private(set) var refusedRows: RefusedRows
  private(set) var diagnostics: [Diagnostic] = []
  /// The line from which each record came.
  private(set) var lines: [RecordID: Int] = [:]
  var changes: [Change] = []

  init(mapping: HeaderMapping, header: Header) {
    self.mapping = mapping
    refusedRows = RefusedRows(header: header)
  }

  /// Whether a cell says in words that it holds nothing.
  static func isNothing(_ text: String) -> Bool {
    ["n/a", "-", "—", "/", "null"].contains(Folding.key(text))
  }

  mutating func refuse(_ row: Row, _ found: [Diagnostic]) {
    refused.append(row.line)
    effects.append((row.line, .refused))
    refusedRows.append(row)
    diagnostics += found
  }

  mutating func accept(_ row: Row, _ effect: Editor.Effect, _ found: [Diagnostic]) {
    effects.append((row.line, effect))
    diagnostics += found
    switch effect {
    case .new(let id), .changed(let id, _): lines[id] = row.line
    case .same, .refused: break
    }
  }

  /// Counts a row that the mapping leaves out on purpose.
  mutating func leaveOut() {
    leftOut += 1
  }

  mutating func note(_ finding: Diagnostic) {
    diagnostics.append(finding)
  }

  /// Puts the column's name before what is said of its cell.
  func named(_ found: [Diagnostic], _ values: [Exchange.FieldValue]) -> [Diagnostic] {
    found.map { diagnostic in
      guard let place = diagnostic.place, let column = place.column,
        let value = values.first(where: {
          $0.position.line == place.line && $0.position.column == column
        }), let name = value.columns.first?.name
      else { return diagnostic }
      var diagnostic = diagnostic
      diagnostic.message = Phrase(
        en: "column '\(name)': \(diagnostic.message.en)",
        zh: "列“\(name)”:\(diagnostic.message.zh)"
      )
      return diagnostic
    }
  }

  /// How many rows are new, changed, same and refused.
  func summary(_ schema: Schema) -> Phrase {
    var new = 0
    var changed = 0
    var same = 0
    for (_, effect) in effects {
      switch effect {
      case .new: new += 1
      case .changed: changed += 1
      case .same: same += 1
      case .refused: break
      }
    }
    let rows = effects.count + leftOut
    let others = changes.count - new - changed
    var en = "\(rows) rows: \(new) new, \(changed) changed, \(same) same, \(refused.count) refused"
    var zh = "共 \(rows) 行:新增 \(new),更新 \(changed),相同 \(same),拒绝 \(refused.count)"
    if leftOut > 0 {
      en += ", \(leftOut) left out by the mapping"
      zh += ",按映射规则略过 \(leftOut)"
    }
    if others > 0 {
      en += "; \(others) records created for them"
      zh += ";另创建 \(others) 条相关记录"
    }
    return Phrase(en: en, zh: zh)
  }

  /// What would become of each row.
  func table(_ schema: Schema) -> Presentation.Table {
    var table = Presentation.Table(
      title: schema.label,
      columns: [
        Presentation.Column("line", Phrase(en: "line", zh: "行"), .trailing),
        Presentation.Column("effect", Phrase(en: "effect", zh: "结果")),
        Presentation.Column("id", CommonField.id.definition.label, overflow: .keep),
        Presentation.Column("fields", Phrase(en: "changed fields", zh: "变更字段"), overflow: .wrap),
      ]
    )
    for (line, effect) in effects {
      let cells: [Presentation.Cell] =
        switch effect {
        case .new(let id):
          [.phrase(Phrase(en: "new", zh: "新增"), code: "new"), .text(id.text), .empty]
        case .changed(let id, let fields):
          [
            .phrase(Phrase(en: "changed", zh: "更新"), code: "changed"), .text(id.text),
            .list(fields),
          ]
        case .same(let id):
          [.phrase(Phrase(en: "same", zh: "相同"), code: "same"), .text(id.text), .empty]
        case .refused:
          [.phrase(Phrase(en: "refused", zh: "拒绝"), code: "refused"), .empty, .empty]
        }
      table.append([.integer(Int64(line))] + cells)
    }
    return table
  }
}

/// Says how far a long run is, once a second and not before the first.
private struct Progress {
  private let session: Session
  private let start: Int64
  private var told: Int64
  private var count = 0
  private var isShown = false

  init(_ session: Session) {
    self.session = session
    start = session.world.milliseconds()
    told = start
  }

  mutating func step() {
    count += 1
    guard count % 256 == 0 else { return }
    let now = session.world.milliseconds()
    guard now - told >= 1_000 else { return }
    told = now
    isShown = true
    let text = Phrase(en: "\(count) rows …", zh: "已读 \(count) 行…")
    let start = session.world.console.isTerminal(.errors) ? "\r" : ""
    let end = start.isEmpty ? "\n" : ""
    session.world.console.write(start + text[session.language] + end, to: .errors)
  }

  func end() {
    if isShown, session.world.console.isTerminal(.errors) {
      session.world.console.write("\n", to: .errors)
    }
  }
}

extension Ledger.Place {
  /// The place of a cell.
  init(of value: Exchange.FieldValue, _ path: String) {
    self.init(file: path, line: value.position.line, column: value.position.column)
  }
}

extension Diagnostic {
  /// Tells what is wrong with a foreign file.
  init(_ error: ExchangeError) {
    self.init(
      error.code.name,
      error.message,
      help: error.help,
      at: Ledger.Place(
        file: error.place.origin,
        line: error.place.position.line,
        column: error.place.position.column
      )
    )
  }
}
