import Bilingual
import Ledger
import Presentation

/// Asks a person for the required fields that were not given.
struct Prompt {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  /// Completes values by asking; off a terminal they stay as they are.
  func complete(_ values: [Assignment], _ schema: Schema) -> [Assignment] {
    guard session.canAsk else { return values }
    var values = values
    let given = values.compactMap { value in
      schema.field(named: String(value.field.prefix { $0 != "." }))
    }
    for field in schema.fields where field.isRequired && !given.contains(where: { $0 === field }) {
      // Ids are made, unless the kind wants them chosen.
      if field === CommonField.id.definition {
        guard case .chosen = schema.key else { continue }
      }
      guard let answer = ask(field) else { break }
      values.append(Assignment(field.name, answer))
    }
    return values
  }

  /// Asks until the answer fits the field; an empty answer leaves the field out.
  private func ask(_ field: FieldDefinition) -> String? {
    let language = session.language
    while true {
      let question = "\(field.label[language])(\(field.type.expectation[language])): "
      guard let answer = session.world.console.ask(terminalSafe(question)) else { return nil }
      guard case .failure(let problem) = field.type.parse(Folding.trim(answer)) else {
        return answer
      }
      guard !answer.isEmpty else { return answer }
      session.say(problem.message)
    }
  }
}
