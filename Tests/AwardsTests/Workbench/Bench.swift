import Awards
import Bilingual
import Foundation
import JSONLines
import Ledger
import Portfolio
import Testing

/// Policies written in a test, or taken from the library.
enum Bench {
  /// A policy with its clauses and examples, one a line; clauses come without `record` and `text`.
  static func source(
    _ clauses: [String],
    policy: String = #""id":"p","name":"办法","inForceFrom":"2000-01-01""#,
    examples: [String] = []
  ) -> PolicySource {
    let lines =
      [#"{"record":"policy",\#(policy)}"#]
      + clauses.map { #"{"record":"clause","text":"…",\#($0.dropFirst())"# }
      + examples.map { #"{"record":"example",\#($0.dropFirst())"# }
    return PolicySource(Array((lines.joined(separator: "\n") + "\n").utf8), fileName: "p.jsonl")
  }

  static func library(_ name: String) throws -> PolicySource {
    PolicySource(try bytes(name), fileName: name + ".jsonl")
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: root.appendingPathComponent("data/policies/\(name).jsonl")))
  }

  /// A ledger of records written with their kinds.
  static func ledger(_ records: String, base: String = Sample.base) throws -> Snapshot {
    Snapshot(Kinds.catalog, drafts: try Sample.drafts(base) + (try Sample.drafts(records)))
  }

  /// `line severity name at` what stands at the column, finding by finding.
  static func told(_ check: PolicyCheck) -> [String] {
    check.findings.map { finding in
      let (line, column) = (finding.place?.line ?? 0, finding.place?.column ?? 0)
      let shown = finding.excerpt.map { excerpt in
        String(String.UnicodeScalarView(excerpt.unicodeScalars.dropFirst(column - 1).prefix(10)))
      }
      return "\(line) \(finding.severity.rawValue) \(finding.name) at \(shown ?? "-")"
    }
  }
}
