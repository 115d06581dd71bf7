import Bilingual
public import JSONLines
public import Ledger

/// One clause of a policy as an operation with its arguments.
public enum Clause: Kind {
  /// The policy.
  public static let policy = Field<RecordID>(
    "policy",
    Phrase(en: "policy", zh: "政策"),
    .reference(to: "policy"),
    required: true,
    privacy: .public,
    Phrase(en: "The policy.", zh: "所属政策。")
  )
  /// The number in the document, such as 第五条(一).
  public static let number = Field<String>(
    "number",
    Phrase(en: "number", zh: "条款号"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "The number in the document, such as 第五条(一).", zh: "文件中的条款号。")
  )
  /// What the clause does, one of the engine's operations.
  public static let operation = Field<String>(
    "operation",
    Phrase(en: "operation", zh: "操作"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "What the clause does, one of the engine's operations.", zh: "条款的操作。")
  )
  /// The arguments of the operation.
  public static let arguments = Field<JSONValue>(
    "arguments",
    Phrase(en: "arguments", zh: "参数"),
    .object,
    privacy: .public,
    Phrase(en: "The arguments of the operation.", zh: "操作的参数。")
  )
  /// The wording, or what it says in the office's own words.
  public static let text = Field<String>(
    "text",
    Phrase(en: "text", zh: "条文"),
    .text,
    required: true,
    privacy: .public,
    Phrase(en: "The wording, or what it says in the office's own words.", zh: "条文或其内容。")
  )
  /// The numbers of the clauses to which it applies; none means all of the policy.
  public static let `for` = Field<[String]>(
    "for",
    Phrase(en: "applies to", zh: "适用条款"),
    .list(of: .text),
    privacy: .public,
    Phrase(
      en: "The numbers of the clauses to which it applies; none means all of the policy.",
      zh: "适用的条款号；空为全部。"
    )
  )
  /// Its place among clauses of the same stage; the order of the file where nothing stands here.
  public static let order = Field<Int>(
    "order",
    Phrase(en: "order", zh: "次序"),
    .count,
    privacy: .public,
    Phrase(
      en:
        "Its place among clauses of the same stage; the order of the file where nothing stands here.",
      zh: "同一阶段内的次序。"
    )
  )

  /// The declaration.
  public static let schema = Schema(
    "clause",
    Phrase(en: "clause", zh: "条款"),
    file: "clauses.jsonl",
    key: .chosen,
    meaning: Phrase(
      en: "One clause of a policy as an operation with its arguments.",
      zh: "政策的一个条款：操作及其参数。"
    ),
    unlisted: Phrase(
      en:
        "one by which another pays needs only id=…, policy=…, number=…, text=… and operation=unexpressed",
      zh: "其他支付方所依据的条款，只须填写 id、policy、number、text 和 operation=unexpressed"
    ),
    fields: [
      policy.definition,
      number.definition,
      operation.definition,
      arguments.definition,
      text.definition,
      `for`.definition,
      order.definition,
    ],
    identities: [
      [policy.definition, number.definition]
    ]
  )
}
