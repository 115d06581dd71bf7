public import Bilingual
public import JSONLines

extension FieldType {
  /// Any text, kept byte for byte.
  public static let text = FieldType(
    "text",
    expectation: Phrase(en: "a text", zh: "文字"),
    form: .text,
    parse: { .success(.string($0)) },
    check: { $0.string == nil ? .shape(Phrase(en: "a text", zh: "文字"), $0) : nil }
  ).seen(as: .text)

  /// A whole number.
  public static let integer = FieldType(
    "integer",
    expectation: Phrase(en: "a whole number", zh: "整数"),
    form: .integer,
    parse: { text in
      guard let digits = Folding.ungrouped(Folding.key(text)), let number = Int64(digits) else {
        return .failure(.shape(Phrase(en: "a whole number", zh: "整数"), .string(text)))
      }
      return .success(.integer(number))
    },
    check: { $0.integer == nil ? .shape(Phrase(en: "a whole number", zh: "整数"), $0) : nil }
  )

  /// `true` or `false`, typed in either language.
  public static let boolean = FieldType(
    "boolean",
    expectation: Phrase(en: "yes or no", zh: "是 或 否"),
    form: .boolean,
    parse: { text in
      switch Folding.key(text) {
      case "true", "yes", "y", "1", "是", "有", "√", "✓", "✔": .success(.boolean(true))
      case "false", "no", "n", "0", "否", "无", "×", "✗", "✘": .success(.boolean(false))
      default: .failure(.shape(Phrase(en: "yes or no", zh: "是 或 否"), .string(text)))
      }
    },
    check: {
      $0.boolean == nil ? .shape(Phrase(en: "true or false", zh: "true 或 false"), $0) : nil
    }
  )

  /// A value without fixed shape, written as JSON.
  public static let object = FieldType(
    "object",
    expectation: Phrase(en: "a JSON value", zh: "JSON 值"),
    form: .object,
    parse: { text in
      do throws(JSONError) {
        return .success(try JSONValue(parsing: text))
      } catch {
        return .failure(FieldProblem(error.code.rawValue, error.message))
      }
    },
    check: { _ in nil }
  )

  /// The id of a record; what is typed may also be its name.
  ///
  /// - Parameter kind: The kind of record referred to.
  /// - Returns: The type.
  public static func reference(to kind: String) -> FieldType {
    @Sendable func expectation() -> Phrase {
      Phrase(en: "the id or the name of a record of kind \(kind)", zh: "\(kind) 记录的编号或名称")
    }
    return FieldType(
      "reference",
      expectation: expectation(),
      form: .reference(kind),
      parse: { .success(.string($0)) },
      check: { ($0.string ?? "").isEmpty ? .shape(expectation(), $0) : nil }
    ).seen(as: .someText)
  }

  /// One of a closed set of codes, typed as code or as name in either language.
  ///
  /// - Parameter choices: The codes with their names.
  /// - Returns: The type.
  public static func choice(_ choices: [Choice]) -> FieldType {
    @Sendable func expectation() -> Phrase {
      Phrase(
        en: "one of: "
          + choices.map { $0.code == $0.label.en ? $0.code : "\($0.code) (\($0.label.en))" }
          .joined(separator: ", "),
        zh: "以下之一：" + choices.map { "\($0.code)(\($0.label.zh))" }.joined(separator: "、")
      )
    }
    return FieldType(
      "choice",
      expectation: expectation(),
      form: .choice(choices),
      parse: { text in
        let key = Folding.key(text)
        let match = choices.first { choice in
          ([choice.code, choice.label.en, choice.label.zh] + choice.also).contains {
            Folding.key($0) == key
          }
        }
        guard let match else { return .failure(.shape(expectation(), .string(text))) }
        return .success(.string(match.code))
      },
      check: { value in
        let isKnown = choices.contains { $0.code == value.string }
        return isKnown ? nil : .shape(expectation(), value)
      }
    )
  }

  /// Several values of one type, typed with commas, semicolons or 、 between them; see ``ListText``.
  ///
  /// - Parameters:
  ///   - element: The type of each value.
  ///   - isSet: Whether a value that is typed twice counts once.
  /// - Returns: The type.
  public static func list(of element: FieldType, isSet: Bool = false) -> FieldType {
    FieldType(
      "list",
      expectation: Phrase(
        en: "\(element.expectation.en); several with commas between them",
        zh: "\(element.expectation.zh)；多个用逗号隔开"
      ),
      form: .list(element),
      parse: { text in
        var values: [JSONValue] = []
        for part in ListText.parts(of: text) {
          switch element.parse(part) {
          case .success(let value) where isSet && values.contains(value): continue
          case .success(let value): values.append(value)
          case .failure(let problem): return .failure(problem)
          }
        }
        return .success(.array(values))
      },
      check: { value in
        guard let elements = value.array else {
          let text = value.text.span.text
          return .shape(
            Phrase(en: "a list in brackets, as in [\(text)]", zh: "方括号中的列表，如 [\(text)]"),
            value
          )
        }
        let problems = elements.compactMap(element.check)
        return problems.first { !$0.isWarning } ?? problems.first
      }
    )
  }
}

extension FieldProblem {
  /// Says that another shape was expected than the value has.
  ///
  /// - Parameters:
  ///   - expected: What was expected.
  ///   - value: What was given.
  /// - Returns: The problem.
  public static func shape(_ expected: Phrase, _ value: JSONValue) -> FieldProblem {
    let given = value.string ?? value.text.span.text
    return FieldProblem(
      "bad-value",
      Phrase(
        en: "'\(given)' is not what is expected: \(expected.en)",
        zh: "“\(given)”不符合要求：\(expected.zh)"
      )
    )
  }
}
