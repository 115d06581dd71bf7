import Bilingual

extension Resemblance {
  static let same = Phrase(
    en: "the same but for width, case, blanks and punctuation",
    zh: "相同（不计全半角、大小写、空格和标点）"
  )
  static let traditional = Phrase(
    en: "the same in traditional and simplified characters",
    zh: "繁简体之别"
  )
  static let reordered = Phrase(en: "the same characters in another order", zh: "文字相同，次序不同")

  static func lookAlike(_ pairs: String) -> Phrase {
    pairs.isEmpty
      ? Phrase(en: "looks alike", zh: "字形相近")
      : Phrase(en: "looks alike: \(pairs)", zh: "字形相近：\(pairs)")
  }

  static func sound(_ a: String, _ b: String) -> Phrase {
    // Characters of several readings may sound the same by another than the first.
    Phrase(
      en: "sounds the same: \(a == b ? a : "\(a), \(b)")",
      zh: "读音相同：\(a == b ? a : "\(a)、\(b)")"
    )
  }

  static func toneless(_ letters: String) -> Phrase {
    Phrase(en: "sounds the same but for tones: \(letters)", zh: "读音相同（不计声调）：\(letters)")
  }

  static func blurredSound(_ a: String, _ b: String) -> Phrase {
    Phrase(en: "sounds alike: \(a), \(b)", zh: "读音相近：\(a)、\(b)")
  }

  static func spelled(_ letters: String) -> Phrase {
    Phrase(en: "'\(letters)' is how the other is read", zh: "“\(letters)”是对方的拼音")
  }

  static func edited(_ edits: Int, _ pairs: String) -> Phrase {
    let which = pairs.isEmpty ? "" : ": \(pairs)"
    return Phrase(
      en: "\(edits == 1 ? "one character" : "\(edits) characters") off\(which)",
      zh: "相差 \(edits) 个字\(pairs.isEmpty ? "" : "：\(pairs)")"
    )
  }

  static func part(_ text: String) -> Phrase {
    Phrase(en: "one holds the other: \(text)", zh: "一方包含另一方：\(text)")
  }
}
