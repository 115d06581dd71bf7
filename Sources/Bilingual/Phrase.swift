/// A text in both languages of the product; a missing translation does not compile.
public struct Phrase: Hashable, Sendable {
  /// The English text.
  public let en: String
  /// The Chinese text.
  public let zh: String

  /// Creates a phrase from both of its texts.
  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// Returns the text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: en
    case .chinese: zh
    }
  }
}
