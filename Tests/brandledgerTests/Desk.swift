import Foundation
import Testing

/// What a run of the program left behind.
struct Outcome {
  let code: Int32
  let output: String
  let errors: String

  /// The lines of the output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// The names of the errors and warnings, such as `unknown-field`, in order.
  var names: [String] {
    errors.split(separator: "\n").compactMap { line in
      guard let end = line.range(of: "]:") ?? line.range(of: "]："),
        let start = line.range(of: "[", range: line.startIndex..<end.lowerBound)
      else { return nil }
      return String(line[start.upperBound..<end.lowerBound])
    }
  }

  /// The output as JSON.
  func json() throws -> Any {
    try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
  }

  /// The output as an array of JSON objects.
  func rows() throws -> [[String: Any]] {
    try #require(json() as? [[String: Any]])
  }
}

/// A folder of its own with the built program beside it, as a clerk has it.
final class Desk {
  let folder: URL

  /// Opens a desk, by default with a new ledger in `ledger`.
  init(isEmpty: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("brandledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if !isEmpty {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("ledger"),
        withIntermediateDirectories: true
      )
      for (name, bytes) in try Self.fresh.get() {
        try bytes.write(to: folder.appendingPathComponent("ledger/\(name)"))
      }
    }
  }

  /// Opens a desk with a copy of the example city's ledger, which may be written.
  static func city() throws -> Desk {
    let desk = try Desk(isEmpty: true)
    try FileManager.default.copyItem(atPath: path("data/ledger"), toPath: desk.path("ledger"))
    return desk
  }

  /// The files of a ledger that `init` has just started: started once, copied to every desk.
  private static let fresh = Result {
    let desk = try Desk(isEmpty: true)
    try desk.expect("init", "ledger")
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.path("ledger"))
    return try names.map { name in
      (name, try Data(contentsOf: desk.folder.appendingPathComponent("ledger/\(name)")))
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The checkout that the tests stand in.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program that was built with the tests, beside their bundle.
  private static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("brandledger")

  /// A path in the checkout.
  static func path(_ name: String) -> String { checkout.appendingPathComponent(name).path }

  /// A path in the desk's folder.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// Reads a file of the folder.
  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }

  /// Runs the program at noon of 2026-01-31 in a clean environment, off a terminal.
  @discardableResult
  func run(_ words: String..., ledger: String? = "ledger", lang: String = "en") throws -> Outcome {
    try run(words, ledger: ledger, lang: lang)
  }

  /// Runs the program with words from a list, with a text at its input, and perhaps with its answer into a device.
  @discardableResult
  func run(
    _ words: [String],
    ledger: String? = "ledger",
    lang: String = "en",
    input: String? = nil,
    into device: String? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = [
      "LANG": lang == "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8", "TZ": "UTC",
      "SOURCE_DATE_EPOCH": "1769860800", "BRANDLEDGER_USER": "tester",
    ].merging(ledger.map { ["BRANDLEDGER_DIR": $0] } ?? [:]) { $1 }
    // Files, not pipes: a full pipe would stop the program for as long as nobody reads.
    let names = [".out", ".err"].map { UUID().uuidString + $0 }
    let handles = try names.map { name in
      try write("", to: name)
      return try FileHandle(forWritingTo: folder.appendingPathComponent(name))
    }
    if let input { try write(input, to: ".in") }
    process.standardInput =
      try input == nil
      ? .nullDevice : FileHandle(forReadingFrom: folder.appendingPathComponent(".in"))
    process.standardOutput =
      try device.map { try FileHandle(forWritingTo: URL(fileURLWithPath: $0)) } ?? handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    for handle in handles { try handle.close() }
    defer {
      for name in names { try? FileManager.default.removeItem(atPath: path(name)) }
    }
    return Outcome(
      code: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: try read(names[0]),
      errors: try read(names[1])
    )
  }

  /// Runs a command that must succeed, and returns what it printed without the last line end.
  @discardableResult
  func expect(
    _ words: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let outcome = try run(words)
    #expect(
      outcome.code == 0,
      "\(words.joined(separator: " ")): \(outcome.errors)",
      sourceLocation: sourceLocation
    )
    return outcome.output.hasSuffix("\n") ? String(outcome.output.dropLast()) : outcome.output
  }

  /// The records of a kind as JSON objects.
  func records(_ kind: String, _ options: String...) throws -> [[String: Any]] {
    try run(["list", kind, "-O", "json"] + options).rows()
  }

  /// The tool that runs a program on a terminal of its own.
  static let script = "/usr/bin/script"

  /// Runs the program on a terminal, types a text, and returns all that the terminal showed.
  func typed(_ text: String, to words: [String], lang: String = "en") throws -> String {
    let command = ([Self.program.path] + words).map { "'\($0)'" }.joined(separator: " ")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.script)
    process.arguments = ["-qec", command, "/dev/null"]
    process.currentDirectoryURL = folder
    process.environment = [
      "LANG": lang == "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8", "TZ": "UTC", "TERM": "xterm",
      "SOURCE_DATE_EPOCH": "1769860800", "BRANDLEDGER_USER": "tester", "SHELL": "/bin/sh",
      "BRANDLEDGER_DIR": "ledger", "PATH": "/usr/bin:/bin", "COLUMNS": "100",
    ]
    try write("", to: "screen")
    try write(text, to: "keys")
    let screen = try FileHandle(forWritingTo: folder.appendingPathComponent("screen"))
    process.standardInput = try FileHandle(forReadingFrom: folder.appendingPathComponent("keys"))
    process.standardOutput = screen
    process.standardError = screen
    try process.run()
    process.waitUntilExit()
    try screen.close()
    return try read("screen")
  }
}
