import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import TestSupport
import Testing

struct GoldenTests {
  @Test(arguments: Language.allCases)
  func `the round of one title as JSON`(language: Language) throws {
    let round = try Sample(
      Sample.title("r1", "nat", "2025-05-10", more: #","route":"judicial""#)
        + Sample.award("a", 2023, "provincial", yuan: 100_000),
      clauses: [
        Sample.nat,
        #"{"number":"v","operation":"noIncident","arguments":{"years":2}}"#,
        #"{"number":"u","operation":"upgrade","arguments":{"mode":"difference"}}"#,
        #"{"number":"k","operation":"capPerEnterprise","arguments":{"amount":"30万元"}}"#,
      ]
    ).round()
    try expectGolden(Self.lines(round.json(in: language)) + "\n", "round.\(language.rawValue).json")
  }

  private static let shown = [
    ("第六条(一)", "rec-1"), ("第六条(二)", "rec-1"), ("第六条(五)", "rec-5"), ("第六条(七)", "rec-2"),
    ("第六条(八)", "rec-6"), ("第六条(五)", "rec-8"), ("第七条(二)", "WO/1700001"), ("第八条", "rec-7"),
  ]

  @Test(arguments: Language.allCases)
  func `the way of claims of every outcome`(language: Language) throws {
    let round = try ExampleCity.sample().round()
    var text = ""
    for (clause, fact) in Self.shown {
      let claim = try round.claim(clause, fact)
      let outcome = claim.outcome.choice.label[language]
      text += "\(claim.id) · \(claim.recipientName ?? "") · \(outcome) · \(claim.amount)\n"
      for step in claim.trace {
        text +=
          "  \(step.stage.label[language]) \(step.clause) \(step.verdict.choice.label[language])"
        text += " · \(step.reason[language]) · \(step.before) → \(step.after)\n"
      }
    }
    try expectGolden(text, "traces.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `the operations as their declarations tell them`(language: Language) throws {
    var text = ""
    for declaration in Operations.all {
      text += "\(declaration.name) (\(declaration.stage.label[language]))\n"
      text += "  \(declaration.meaning[language])\n"
      text += Self.told(declaration.parameters, language)
      text += "  \(declaration.example)\n  \(declaration.exampleMeaning[language])\n"
    }
    try expectGolden(text, "operations.\(language.rawValue).txt")
  }

  /// Each parameter with what it takes, what stands for it where it is left out, and its own ones.
  private static func told(
    _ parameters: [ParameterDefinition],
    _ language: Language,
    under name: String = ""
  ) -> String {
    parameters.map { parameter in
      let key = name + parameter.name
      var text = "  - \(key): \(parameter.expectation[language])"
      if case .standard(let value) = parameter.requirement { text += " [\(value.line)]" }
      return text + "\n    \(parameter.meaning[language])\n"
        + told(parameter.members, language, under: key + ".")
    }.joined()
  }

  /// One member or element a line, so that a difference is seen.
  private static func lines(_ value: JSONValue, indent: String = "") -> String {
    let inner = indent + "  "
    switch value {
    case .object(let members) where members.contains { $0.value.array?.isEmpty == false }:
      let parts = members.map { "\(inner)\"\($0.key)\": \(lines($0.value, indent: inner))" }
      return "{\n" + parts.joined(separator: ",\n") + "\n\(indent)}"
    case .array(let elements) where !elements.isEmpty:
      let parts = elements.map { inner + lines($0, indent: inner) }
      return "[\n" + parts.joined(separator: ",\n") + "\n\(indent)]"
    default:
      return value.text.span.text
    }
  }
}
