import Bilingual
public import JSONLines
import Ledger

/// A member that two versions of a record have otherwise.
public struct MemberChange: Hashable, Sendable {
  /// The way to the member, such as `arguments.amount` or `arguments.steps[2].atLeast`.
  public let path: String
  /// The value before; `nil` where there was none.
  public let before: JSONValue?
  /// The value after; `nil` where there is none.
  public let after: JSONValue?

  /// Compares two objects member by member.
  static func all(from before: JSONValue?, to after: JSONValue?, path: String) -> [MemberChange] {
    switch (before, after) {
    case (let before?, let after?) where before.normalised == after.normalised: return []
    case (nil, nil): return []
    case (.object(let old)?, .object(let new)?):
      var keys: [String] = []
      for key in (old + new).map(\.key) where !keys.contains(key) { keys.append(key) }
      return keys.flatMap { key in
        all(from: before?[key], to: after?[key], path: path.isEmpty ? key : "\(path).\(key)")
      }
    case (.array(let old)?, .array(let new)?)
    where old.count == new.count && (old + new).allSatisfy { $0.members != nil }:
      return zip(old, new).enumerated().flatMap { index, pair in
        all(from: pair.0, to: pair.1, path: "\(path)[\(index + 1)]")
      }
    default: return [MemberChange(path: path, before: before, after: after)]
    }
  }

  /// Compares two records field by field, but for some fields.
  static func all(
    from before: Record,
    to after: Record,
    besides ignored: Set<String>
  ) -> [MemberChange] {
    func object(_ record: Record) -> JSONValue {
      .object(record.members.filter { !ignored.contains($0.key) })
    }
    return all(from: object(before), to: object(after), path: "")
  }

  var json: JSONValue {
    .object([
      JSONMember("path", .string(path)),
      JSONMember("before", before ?? .null),
      JSONMember("after", after ?? .null),
    ])
  }
}
