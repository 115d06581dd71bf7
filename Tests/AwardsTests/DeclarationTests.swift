import Awards
import Bilingual
import JSONLines
import Ledger
import Portfolio
import Testing

struct DeclarationTests {
  @Test(arguments: Operations.all.map(\.name))
  func `an operation has a meaning, documented parameters and an example that decodes`(
    name: String
  ) throws {
    let declaration = try #require(Operations.named(name))
    #expect(declaration.meaning.en.hasSuffix("."))
    #expect(declaration.meaning.zh.hasSuffix("。"))
    #expect(!declaration.exampleMeaning.en.isEmpty)
    #expect(!declaration.exampleMeaning.zh.isEmpty)
    for parameter in declaration.parameters {
      #expect(parameter.meaning.en.hasSuffix("."), "\(parameter.name)")
      #expect(parameter.meaning.zh.hasSuffix("。"), "\(parameter.name)")
      #expect(!parameter.expectation.en.isEmpty)
    }
    let (faults, asked) = try #require(
      Operations.trial(name, try JSONValue(parsing: declaration.example))
    )
    #expect(faults.isEmpty)
    #expect(asked == Set(declaration.parameters.map(\.name)), "every declared parameter is read")
  }

  @Test func `names are unique and stages come in their order`() {
    let names = Operations.all.map(\.name)
    #expect(Set(names).count == names.count)
    let stages = Operations.all.compactMap { Stage.allCases.firstIndex(of: $0.stage) }
    #expect(stages == stages.sorted())
  }

  @Test(arguments: [
    (#"{"ammount":"5万元","amount":"5万元"}"#, "there is no key 'ammount' here"),
    (#"{"amount":500000}"#, "500000 is not what is expected"),
    (#"{"amount":"500000"}"#, #""500000" is not what is expected"#),
    (#"{"amount":"0元"}"#, #""0元" is not what is expected"#),
    (#"{"amount":"0.001元"}"#, #""0.001元" is not what is expected"#),
    ("{}", "'amount' is missing"),
    ("[]", "[] is not what is expected: an object"),
    (#"{"facts":"patent","scheme":"x","amount":"1元"}"#, "facts of kind 'patent' have no 'scheme'"),
    (#"{"facts":"patents","amount":"1元"}"#, "'patents' is none of the values"),
    (#"{"level":"natonal","amount":"1元"}"#, "'natonal' is none of the values"),
    (#"{"scheme":[],"amount":"1元"}"#, "the list is empty; at least one is needed: a text"),
    (#"{"scheme":["a",5],"amount":"1元"}"#, "5 is not what is expected: a text"),
  ])
  func `a wrong argument of fixed is told`(arguments: String, message: String) throws {
    let (faults, _) = try #require(
      Operations.trial("fixed", try JSONValue(parsing: arguments))
    )
    #expect(faults.contains { $0.hasPrefix(message) }, "\(faults)")
  }

  @Test(arguments: [
    ("noIncident", #"{"years":0}"#, "0 is not what is expected"),
    ("entityType", "{}", "neither 'in' nor 'notIn' is given"),
    ("renewal", #"{"mode":"rate"}"#, "'rate' belongs to the mode rate"),
    ("renewal", #"{"mode":"none","rate":"50%"}"#, "'rate' belongs to the mode rate"),
    ("renewal", #"{"mode":"rate","rate":"150%"}"#, #""150%" is not what is expected"#),
    (
      "perCountry",
      #"{"each":"1元","groups":[{"countries":["EM"],"each":"2元"},{"countries":["EM"],"each":"3元"}]}"#,
      "EM stands in two groups"
    ),
    (
      "perCountry", #"{"each":"1元","groups":[{"country":["EM"],"each":"2元"}]}"#,
      "there is no key 'country' here"
    ),
    ("statusOperating", #"{"x":1}"#, "there is no key 'x' here"),
  ])
  func `a wrong argument is told`(name: String, arguments: String, message: String) throws {
    let (faults, _) = try #require(Operations.trial(name, try JSONValue(parsing: arguments)))
    #expect(faults.contains { $0.hasPrefix(message) }, "\(faults)")
  }
}
