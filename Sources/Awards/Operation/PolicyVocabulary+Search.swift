import Ledger

extension PolicyVocabulary {
  /// Finds where a word has its place: as a term, a part of one, an argument or one of its words.
  ///
  /// - Parameter word: The word, in any case.
  /// - Returns: The terms, those of the vocabulary first; empty where nothing is called so.
  public static func search(_ word: String) -> [Term] {
    let key = Folding.key(word)
    let whole = terms.filter { Folding.key($0.name) == key }
    let partly = terms.filter { term in
      let parts = term.name.split(separator: ".").map { Folding.key(String($0)) }
      return parts.count > 1 && parts.contains(key)
    }
    var found = whole + partly
    for operation in Operations.all {
      for parameter in operation.parameters {
        let words = [parameter.name] + parameter.choices + parameter.members.map(\.name)
        guard words.contains(where: { Folding.key($0) == key }) else { continue }
        let place = Place.operation(operation.name, argument: parameter.name)
        guard !found.contains(where: { $0.place == place }) else { continue }
        found.append(Term("\(operation.name).\(parameter.name)", place))
      }
    }
    return found
  }
}
