import Bilingual
import JSONLines
import Ledger
import Portfolio

extension PolicySource {
  /// Reads the examples, and tells what is wrong with their records and expectations.
  func readExamples() -> (cases: [ExampleCase], faults: [Diagnostic]) {
    var faults: [Diagnostic] = []
    let cases = examples.map { example in
      var found: [ArgumentFault] = []
      let read = ExampleCase(example, &found)
      if !(policies + read.policies).contains(where: { $0.id == example.policy }) {
        let message = Phrase(
          en: "there is no policy '\(example.policy)' in the file or among the facts",
          zh: "文件和事实中没有政策“\(example.policy)”"
        )
        found.append(ArgumentFault("unknown-policy", message, at: [.key("policy")]))
      }
      faults += found.map { diagnostic($0, at: example.place) }
      return read
    }
    return (cases, faults)
  }
}
