import Bilingual
import Ledger

/// The right name for a wrong one.
enum Suggestion {
  /// Names the nearest right name, or all of them where none is near.
  ///
  /// - Parameters:
  ///   - name: What was written.
  ///   - names: The right names.
  ///   - list: What lists them, where they are too many for a message.
  /// - Returns: The help for a message.
  static func help(for name: String, among names: [String], list: Phrase? = nil) -> Phrase {
    guard !names.isEmpty else {
      return Phrase(en: "nothing may stand here", zh: "此处不能填写任何内容")
    }
    let near = Nearest.name(to: name, among: names).map {
      Phrase(en: "did you mean '\($0)'?", zh: "是否指“\($0)”？")
    }
    switch (near, list) {
    case (let near?, let list?): return Phrase(en: "\(near.en) \(list.en)", zh: near.zh + list.zh)
    case (let known?, nil), (nil, let known?): return known
    case (nil, nil):
      return Phrase(
        en: "it may be: \(names.joined(separator: ", "))",
        zh: "可用：\(names.joined(separator: "、"))"
      )
    }
  }
}
