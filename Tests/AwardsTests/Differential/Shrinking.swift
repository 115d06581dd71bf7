import JSONLines
import Ledger
import Portfolio

extension AwardCase {
  /// Makes a case smaller as long as something holds of it.
  func shrunk(while holds: (AwardCase) -> Bool) -> AwardCase {
    var smallest = self
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      var position = 0
      while position < smallest.records.count {
        if let smaller = smallest.simpler(at: position).first(where: { $0.isWhole && holds($0) }) {
          smallest = smaller
          isSmaller = true
        } else {
          position += 1
        }
      }
    }
    return smallest
  }

  /// The case without a record, without one of its members, or with a simpler one.
  private func simpler(at position: Int) -> [AwardCase] {
    let record = records[position]
    var result: [AwardCase] = []
    if record.text("kind") != "policy" || record.text("id") != Self.policy {
      var smaller = self
      smaller.records.remove(at: position)
      result.append(smaller)
    }
    for changed in Self.simpler(record, keeping: Self.required(record)) {
      var smaller = self
      smaller.records[position] = changed
      result.append(smaller)
    }
    return result
  }

  private static func required(_ record: JSONValue) -> Set<String> {
    let schema = Kinds.catalog[record.text("kind") ?? ""]
    let names = schema?.fields.filter(\.isRequired).map(\.name) ?? []
    return Set(names).union(["kind", "id"])
  }

  private static func simpler(_ value: JSONValue, keeping required: Set<String>) -> [JSONValue] {
    switch value {
    case .object(let members):
      var result: [JSONValue] = []
      for (index, member) in members.enumerated() {
        if !required.contains(member.key) {
          var rest = members
          rest.remove(at: index)
          result.append(.object(rest))
        }
        if ["arguments", "for", "window", "designations", "facts", "amount", "each"]
          .contains(member.key) || member.value.array != nil
        {
          for changed in simpler(member.value, keeping: []) {
            var other = members
            other[index].value = changed
            result.append(.object(other))
          }
        }
      }
      return result
    case .array(let elements) where elements.count > 1:
      return elements.indices.map { index in
        var rest = elements
        rest.remove(at: index)
        return .array(rest)
      }
    case .string(let text) where text.hasSuffix("元") && text != "1元":
      return [.string("1元")]
    default:
      return []
    }
  }

  /// Whether every record that is named exists.
  private var isWhole: Bool {
    let ids = Set(records.compactMap { $0.text("id") })
    let keys = ["scheme", "holder", "brand", "owner", "enterprise", "recipient", "member"]
    return records.allSatisfy { record in
      keys.allSatisfy { record.text($0).map(ids.contains) ?? true }
    }
  }
}
