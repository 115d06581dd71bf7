/// A value for each of some keys, which are so few that to look at each of them takes less than to hash one.
struct ByKey<Value> {
  private var pairs: [(field: KeyField, value: Value)] = []

  /// Starts with none.
  init() {}

  /// Takes a value for each key; no key twice.
  init(_ pairs: some Sequence<(KeyField, Value)>) {
    for (field, value) in pairs { self.pairs.append((field, value)) }
  }

  subscript(field: KeyField) -> Value? {
    get { pairs.first { $0.field == field }?.value }
    set {
      pairs.removeAll { $0.field == field }
      if let newValue { pairs.append((field, newValue)) }
    }
  }
}

extension ByKey: Sendable where Value: Sendable {}
