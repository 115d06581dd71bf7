import Bilingual
import CommandLine
import JSONLines
import Ledger
import Portfolio
import Presentation

/// One run of a command: the world, and what the global options say about it.
struct Session: Sendable {
  let world: World
  let language: Language
  let directory: String
  let moment: LedgerStore.Moment
  /// The present day: the one that is named, else the one that is looked back to.
  let today: Day
  private let format: OutputFormat?
  /// The file that was named for the answer.
  let file: String?
  let style: Style
  private let by: String?
  private let isDry: Bool
  private let asksNothing: Bool
  private let words: [String]

  init(_ world: World, _ arguments: Arguments) throws {
    self.world = world
    language =
      arguments[GlobalOptions.language] ?? Language.preferred(in: world.environment)
    directory = arguments[GlobalOptions.ledger]
    file = arguments[GlobalOptions.output]
    format = arguments[GlobalOptions.format]
    by = arguments[GlobalOptions.by]
    isDry = arguments[GlobalOptions.dryRun]
    asksNothing = arguments[GlobalOptions.noInput]
    words = arguments.words
    let moment = try Self.moment(arguments, world)
    self.moment = moment
    today =
      try arguments[GlobalOptions.today]
      ?? Self.day(of: moment, Self.store(directory, world), world)
    if let file, format == nil, OutputFormat(fileName: file) == nil,
      file.split(separator: "/").last?.contains(".") == true
    {
      throw arguments.refusal(of: GlobalOptions.output, expected: Self.knownEndings)
    }
    if let file, let format, let told = OutputFormat(fileName: file),
      ![format, .table].contains(told)
    {
      throw arguments.refusal(of: GlobalOptions.output, expected: Self.ending(of: format))
    }
    for option in Self.outputs {
      guard let output = arguments[option] else { continue }
      try UserFiles.refuse(output, over: arguments.files(besides: option))
    }
    let isTerminal = world.console.isTerminal(.output) && file == nil
    let isPlain = world.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    switch arguments[GlobalOptions.color] {
    case .always: style = .ansi
    case .never: style = .plain
    case .auto:
      style = isTerminal && !isPlain && world.environment["TERM"] != "dumb" ? .ansi : .plain
    }
  }

  /// The options that name a file to be written.
  private static let outputs = [
    GlobalOptions.output, ImportCommand.skipBad, DueCommand.calendar,
  ]

  /// The output format: as asked for, else as the file's name says, else a table.
  var outputFormat: OutputFormat {
    format ?? file.flatMap { OutputFormat(fileName: $0) } ?? .table
  }

  /// The words of the command, for the log.
  var commandLine: String { words.joined(separator: " ") }

  /// Whether the output is for programs.
  var isForPrograms: Bool { outputFormat == .json || outputFormat == .jsonl }

  /// Whether a person can be asked for what is missing.
  var canAsk: Bool { !asksNothing && world.console.canAsk }

  /// Whether nothing is to be written.
  var isDryRun: Bool { isDry }

  /// The ledger.
  var store: LedgerStore { Self.store(directory, world) }

  private static func store(_ directory: String, _ world: World) -> LedgerStore {
    var storage = PosixStorage(directory)
    storage.userCaches =
      world.environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? world.environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.cache" }
    return LedgerStore(Kinds.catalog, storage)
  }

  /// Makes ids for new records.
  var ids: IDMaker {
    let date = world.today.description.filter { $0 != "-" }
    return IDMaker(date: date, random: world.random)
  }

  /// Random letters, for the name that a file has until it is whole.
  var letters: String { String(world.random(), radix: 36) }

  /// Who writes.
  var author: String {
    let names = [by, world.environment["BRANDLEDGER_USER"], world.environment["USER"]]
    // Without a login, as in a timer, the number of the account tells more than nothing.
    return (names + [world.environment["LOGNAME"]]).compactMap(\.self).first { !$0.isEmpty }
      ?? "uid \(world.account)"
  }

  /// Opens the records at the moment that was asked for, and tells what was odd about the files.
  func snapshot() throws -> Snapshot {
    let view = try store.snapshot(moment)
    Failure.tell(view.warnings, self)
    return view.snapshot
  }

  /// The number of the last commit at the moment that was asked for.
  func lastCommit() throws -> Int {
    try store.snapshot(moment).commit.number
  }

  /// Writes what a plan says, or shows the exact lines where nothing is to be written.
  ///
  /// - Parameter plan: Says what to write after a look at the records.
  /// - Returns: The commit; `nil` in a dry run, and where there was nothing to write.
  /// - Throws: What the plan or the ledger throws.
  @discardableResult
  func write(_ plan: (Snapshot) throws -> [Change]) throws -> Commit? {
    guard case .latest = moment else { throw Self.pastIsClosed }
    guard !isDry else {
      let snapshot = try store.snapshot().snapshot
      let changes = try plan(snapshot)
      try References.refuseLone(changes, in: snapshot)
      try showLines(changes)
      return nil
    }
    let outcome = try store.write(by: author, at: world.now, command: commandLine, plan)
    Failure.tell(outcome.warnings, self)
    return outcome.commit
  }

  /// The lines that would be appended, each behind the name of its file.
  private func showLines(_ changes: [Change]) throws {
    let count = changes.reduce(0) { $0 + $1.count }
    for change in changes {
      let file = isForPrograms ? "" : "\(change.schema.file): "
      for line in change.lines { try print(file + terminalSafe(json: line) + "\n") }
    }
    say(
      Phrase(
        en: "dry run: \(count, of: "line") would be appended, nothing was written",
        zh: "试运行：将追加 \(count) 行，未写入任何内容"
      )
    )
  }

  /// Keeps a value until the process ends: to give back millions of pieces takes longer than to end.
  func keep(_ value: some Sendable) {
    _ = unsafe Unmanaged.passRetained(Kept(value: value))
  }

  private final class Kept<Value: Sendable>: Sendable {
    let value: Value

    init(value: Value) {
      self.value = value
    }
  }

  /// Says something to a person, on the stream that does not carry the answer.
  ///
  /// Programs are told nothing there but diagnostics, so that the stream stays JSON.
  func say(_ phrase: Phrase) {
    guard !isForPrograms else { return }
    world.console.tell(terminalSafe(phrase[language]) + "\n")
  }

  /// Says that a commit was made.
  func said(_ commit: Commit?, _ phrase: Phrase) {
    guard let commit else { return }
    say(
      Phrase(en: "\(phrase.en) (commit \(commit.number))", zh: "\(phrase.zh)（提交 \(commit.number)）")
    )
  }

  /// Answers with the record that a commit wrote.
  func answer(_ id: RecordID, _ commit: Commit?) throws {
    guard let commit else { return }
    guard isForPrograms else {
      try print(id.text + "\n")
      return
    }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("id", id.text)
      writer.member("commit", .integer(Int64(commit.number)))
    }
    try print(terminalSafe(json: writer.bytes) + "\n")
  }

  private static let pastIsClosed = Diagnostics(
    Diagnostic(
      "past-is-closed",
      Phrase(
        en: "--as-of looks at the past; nothing can be written there",
        zh: "--as-of 只用于查看过去，不能写入"
      ),
      help: Phrase(en: "leave --as-of out", zh: "请去掉 --as-of")
    )
  )

  private static func ending(of format: OutputFormat) -> Phrase {
    let ending = format == .table ? "txt" : format.rawValue
    return Phrase(
      en: "a name that ends with .\(ending), as -O \(format.rawValue) asks for",
      zh: "以 .\(ending) 结尾的文件名，与 -O \(format.rawValue) 一致"
    )
  }

  private static let knownEndings = Phrase(
    en: "a name that ends with .txt, .csv, .json, .jsonl, .md or .html, or the format with -O",
    zh: "以 .txt、.csv、.json、.jsonl、.md 或 .html 结尾的文件名，或用 -O 指定格式"
  )

  /// The day on which a question about a moment is asked; nothing is asked in the future.
  private static func day(
    of moment: LedgerStore.Moment,
    _ store: LedgerStore,
    _ world: World
  ) throws -> Day {
    switch moment {
    case .latest: world.today
    case .time(let time): time < world.now ? Day(ordinal: time.day) : world.today
    case .commit: Day(ordinal: try store.snapshot(moment).commit.at.day)
    }
  }

  private static func moment(_ arguments: Arguments, _ world: World) throws -> LedgerStore.Moment {
    guard let text = arguments[GlobalOptions.asOf] else { return .latest }
    // A number of four digits is a year unless it is marked as a commit.
    let isMarked = text.hasPrefix("#")
    if let number = Int(isMarked ? String(text.dropFirst()) : text), number > 0,
      isMarked || !(1900...2200).contains(number), number < 1_000_000
    {
      return .commit(number)
    }
    if let time = Timestamp(text) { return .time(time) }
    if let date = PartialDate(typed: text),
      let time = Timestamp(endOf: date.last.description, offset: world.now.offset)
    {
      return .time(time)
    }
    throw arguments.refusal(
      of: GlobalOptions.asOf,
      expected: Phrase(
        en:
          "a date such as 2025-06-30, a moment such as 2025-06-30T12:00:00+08:00, or the number of a "
          + "commit such as 12 or #2025",
        zh: "日期（如 2025-06-30）、时刻（如 2025-06-30T12:00:00+08:00）或提交号（如 12 或 #2025）"
      )
    )
  }
}
