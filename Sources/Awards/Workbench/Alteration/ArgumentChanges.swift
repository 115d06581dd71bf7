import Bilingual
import JSONLines

/// Small changes to the arguments of a clause, each to one place.
struct ArgumentChanges {
  /// What is changed.
  let phrase: Phrase
  /// All arguments after the change.
  let value: JSONValue

  /// Returns every small change to an object whose members are declared.
  static func all(of json: JSONValue, _ declared: [ParameterDefinition]) -> [ArgumentChanges] {
    let members = json.members ?? []
    var changes: [ArgumentChanges] = []
    for (index, member) in members.enumerated() {
      let definition = declared.first { $0.name.utf8.elementsEqual(member.key.utf8) }
      func put(_ value: JSONValue) -> JSONValue {
        var members = members
        members[index].value = value
        return .object(members)
      }
      changes += all(of: member.value, definition, member.key, isList: false).map { change in
        ArgumentChanges(phrase: change.phrase, value: put(change.value))
      }
      if let definition, isDroppable(definition, member.value) {
        var rest = members
        rest.remove(at: index)
        let text = text(member.value)
        changes.append(
          ArgumentChanges(
            phrase: Phrase(
              en: "\(member.key): \(text) → left out",
              zh: "\(member.key)：\(text) → 不填"
            ),
            value: .object(rest)
          )
        )
      }
    }
    return changes
  }

  /// Returns every small change to one value.
  private static func all(
    of value: JSONValue,
    _ definition: ParameterDefinition?,
    _ name: String,
    isList: Bool
  ) -> [ArgumentChanges] {
    switch value {
    case .object:
      return all(of: value, definition?.members ?? []).map { change in
        ArgumentChanges(
          phrase: Phrase(en: "\(name).\(change.phrase.en)", zh: "\(name).\(change.phrase.zh)"),
          value: change.value
        )
      }
    case .array(let elements):
      var changes: [ArgumentChanges] = []
      for (index, element) in elements.enumerated() {
        let place = "\(name)[\(index + 1)]"
        changes += all(of: element, definition, place, isList: true).map { change in
          var elements = elements
          elements[index] = change.value
          return ArgumentChanges(phrase: change.phrase, value: .array(elements))
        }
        guard elements.count > 1 else { continue }
        var rest = elements
        rest.remove(at: index)
        let text = text(element)
        changes.append(
          ArgumentChanges(
            phrase: Phrase(en: "\(name): without \(text)", zh: "\(name)：去掉 \(text)"),
            value: .array(rest)
          )
        )
      }
      return changes
    default:
      // A list is altered by taking its words away; another word for one of them says no more.
      let choices = isList ? [] : definition?.choices ?? []
      return ValueChanges.all(of: value, choices).map { altered in
        ArgumentChanges(
          phrase: Phrase(
            en: "\(name): \(text(value)) → \(text(altered))",
            zh: "\(name)：\(text(value)) → \(text(altered))"
          ),
          value: altered
        )
      }
    }
  }

  /// Whether leaving a value out may make a difference.
  private static func isDroppable(_ definition: ParameterDefinition, _ value: JSONValue) -> Bool {
    switch definition.requirement {
    case .required: false
    case .optional: true
    case .standard(let standard): standard != value
    }
  }

  static func text(_ value: JSONValue) -> String {
    value.string ?? value.text.span.text
  }
}
