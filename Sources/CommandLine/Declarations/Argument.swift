public import Bilingual

/// A word that is known by its place; the same value is the key under which it is read.
///
/// The type tells what reading gives: `String` for a required argument, `String?` for one that may be
/// left out, `[String]` for one that takes all words that are left.
public struct Argument<Value: Sendable>: AnyArgument {
  /// The argument without its type.
  public let declaration: ArgumentDeclaration
  /// Makes the value out of all that was given, in the order given.
  let value: @Sendable ([any Sendable]) -> Value
}

/// An argument of any type.
public protocol AnyArgument: Sendable {
  /// The argument without its type.
  var declaration: ArgumentDeclaration { get }
}

extension Argument {
  /// Declares an argument without which the command is refused.
  public init(_ kind: ValueKind<Value>, help: Phrase) {
    declaration = ArgumentDeclaration(kind: kind.erased, help: help, least: 1, isRepeatable: false)
    value = { given in
      guard let value = given.last as? Value else {
        preconditionFailure(
          "\(kind.name.en) is not of this command, or the command line was refused"
        )
      }
      return value
    }
  }

  /// Declares an argument that may be left out.
  public init<Element>(optional kind: ValueKind<Element>, help: Phrase) where Value == Element? {
    declaration = ArgumentDeclaration(kind: kind.erased, help: help, least: 0, isRepeatable: false)
    value = { $0.last as? Element }
  }

  /// Declares an argument that takes all words that are left, and at least so many.
  public init<Element>(repeated kind: ValueKind<Element>, atLeast least: Int = 0, help: Phrase)
  where Value == [Element] {
    declaration = ArgumentDeclaration(
      kind: kind.erased,
      help: help,
      least: least,
      isRepeatable: true
    )
    value = { $0.compactMap { $0 as? Element } }
  }
}

/// What is known of an argument apart from its type.
public struct ArgumentDeclaration: Sendable {
  /// What the argument takes; its English name identifies the argument.
  public let kind: ValueKind<any Sendable>
  /// What the argument is, without a full stop.
  public let help: Phrase
  /// How many words it needs: 0 where it may be left out.
  public let least: Int
  /// Whether it takes all words that are left.
  public let isRepeatable: Bool

  /// The name as usage lines write it: `FILE`, `[FILE]`, `FILE...`, `[FILE...]`.
  func usage(in language: Language) -> String {
    let name = kind.name[language] + (isRepeatable ? "..." : "")
    return least > 0 ? name : "[\(name)]"
  }
}
