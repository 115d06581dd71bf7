import Foundation
public import Testing

/// Compares a text with the golden file beside the calling test, line by line.
///
/// A missing golden file, or `RECORD_GOLDEN=1` in the environment, writes the file and fails, so that
/// a recording is always read by a person before it counts.
///
/// - Parameters:
///   - text: What the product printed.
///   - name: The file's name below `Golden/` beside the test's file, with its ending.
///   - filePath: The test's own file.
///   - sourceLocation: Where a difference is reported.
/// - Throws: What the file system answers when a recording cannot be written.
public func expectGolden(
  _ text: String,
  _ name: String,
  filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")
  let file = folder.appendingPathComponent(name)
  let recording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
  guard !recording, let data = try? Data(contentsOf: file) else {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name): read it, then run again", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  guard !text.utf8.elementsEqual(expected.utf8) else { return }
  Issue.record(
    "\(name) differs:\n\(difference(from: expected, to: text))",
    sourceLocation: sourceLocation
  )
}

/// Returns the lines that differ, `-` for the expected and `+` for the actual ones.
private func difference(from expected: String, to actual: String) -> String {
  let old = expected.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
    String(decoding: $0, as: UTF8.self)
  }
  let new = actual.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
    String(decoding: $0, as: UTF8.self)
  }
  return new.difference(from: old).map { change in
    switch change {
    case .insert(let offset, let line, _): "+\(offset + 1): \(line)"
    case .remove(let offset, let line, _): "-\(offset + 1): \(line)"
    }
  }.joined(separator: "\n")
}
