import Bilingual

/// What may be wrong between the names of a header, of fields and of rules.
extension ExchangeError {
  static func unknownField(_ name: RuleName, known: [FieldTarget]) -> ExchangeError {
    ExchangeError(
      .unknownField,
      at: name.place,
      Phrase(en: "there is no field `\(name.text)`", zh: "没有字段 `\(name.text)`"),
      help: suggestion(
        for: name.text,
        among: known.flatMap(\.names),
        all: known.map(\.name),
        Phrase(en: "fields", zh: "字段")
      )
    )
  }

  static func unknownColumn(_ name: RuleName, known: [String]) -> ExchangeError {
    ExchangeError(
      .unknownColumn,
      at: name.place,
      Phrase(en: "the file has no column `\(name.text)`", zh: "文件中没有列 `\(name.text)`"),
      help: suggestion(
        for: name.text,
        among: known,
        all: known,
        Phrase(en: "columns", zh: "列")
      )
    )
  }

  static func ambiguousField(_ name: String, candidates: [String], at place: Place) -> ExchangeError
  {
    ExchangeError(
      .ambiguousField,
      at: place,
      Phrase(
        en: "`\(name)` may be any of the fields \(list(candidates, ", "))",
        zh: "`\(name)` 可以是字段 \(list(candidates, "、")) 中的任何一个"
      ),
      help: Phrase(
        en: "name the field itself, as in `--map 'column=\(candidates[0])'`",
        zh: "请直接写字段名，例如 `--map '列=\(candidates[0])'`"
      )
    )
  }

  static func ambiguousColumn(_ name: RuleName, numbers: [String]) -> ExchangeError {
    ExchangeError(
      .ambiguousColumn,
      at: name.place,
      Phrase(
        en: "the columns \(numbers.joined(separator: ", ")) are all called `\(name.text)`",
        zh: "第 \(numbers.joined(separator: "、")) 列都叫 `\(name.text)`"
      ),
      help: Phrase(
        en:
          "name one by its place, `column \(numbers[0])`, or give them different names in the file's header",
        zh: "请按位置指明，如 `第\(numbers[0])列`，或在文件表头中改用不同的名称"
      )
    )
  }

  static func matchedTwice(field: String, by first: String, and second: String, at place: Place)
    -> ExchangeError
  {
    ExchangeError(
      .fieldMatchedTwice,
      at: place,
      Phrase(
        en: "the field `\(field)` is filled twice, by \(first) and by \(second)",
        zh: "字段 `\(field)` 有两个来源：\(first) 和 \(second)"
      ),
      help: Phrase(
        en: "leave one out with `column = -`, or join them with `\(field) := {column|column}`; "
          + "of columns with one name `column 3` is the third of the table",
        zh: "请用 `列 = -` 去掉一个，或用 `\(field) := {列|列}` 合并；列名相同的按位置写，如 `第3列 = -`"
      )
    )
  }

  static func repeatedColumn(_ name: String, at place: Place) -> ExchangeError {
    ExchangeError(
      .repeatedRule,
      at: place,
      Phrase(
        en: "the column `\(name)` is left out by one rule and mentioned by another",
        zh: "列 `\(name)` 被一条规则去掉，又被另一条提到"
      ),
      help: Phrase(en: "keep one of them", zh: "请只保留一条")
    )
  }

  static func repeatedText(_ text: String, at place: Place) -> ExchangeError {
    ExchangeError(
      .repeatedRule,
      at: place,
      Phrase(en: "two rules say what `\(text)` stands for", zh: "有两条规则解释 `\(text)`"),
      help: Phrase(en: "keep one of them", zh: "请只保留一条")
    )
  }

  /// The nearest right name, or all of them where none is near.
  private static func suggestion(
    for name: String,
    among candidates: [String],
    all: [String],
    _ kind: Phrase
  ) -> Phrase {
    guard let nearest = FoldedName.nearest(to: name, in: candidates) else {
      return Phrase(
        en: "the \(kind.en) are \(list(all, ", "))",
        zh: "可用的\(kind.zh)：\(list(all, "、"))"
      )
    }
    return Phrase(en: "did you mean `\(nearest)`?", zh: "是否指 `\(nearest)`？")
  }

  private static func list(_ names: [String], _ separator: String) -> String {
    names.map { "`\($0)`" }.joined(separator: separator)
  }
}
