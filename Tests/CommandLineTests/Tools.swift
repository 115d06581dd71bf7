import Foundation

/// Whether a program of the host can be run; tests that need it are skipped where it cannot.
func hasTool(_ name: String) -> Bool {
  toolPath(name) != nil
}

/// Runs a program of the host with a text as its input.
func runTool(
  _ name: String,
  _ arguments: [String],
  input: String
) throws -> (output: String, errors: String, status: Int32) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: toolPath(name) ?? name)
  process.arguments = arguments
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("shelf-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appendingPathComponent("input")
  try Data(input.utf8).write(to: file)
  let (output, errors) = (Pipe(), Pipe())
  process.standardInput = try FileHandle(forReadingFrom: file)
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  let text = output.fileHandleForReading.readDataToEndOfFile()
  let complaints = errors.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (
    String(decoding: text, as: UTF8.self), String(decoding: complaints, as: UTF8.self),
    process.terminationStatus
  )
}

private func toolPath(_ name: String) -> String? {
  let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
  return path.split(separator: ":").map { "\($0)/\(name)" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}
