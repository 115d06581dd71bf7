import Ledger

/// The name of an enterprise taken apart: the place, what it calls itself, and its legal form.
struct EnterpriseName: Sendable {
  /// The whole name.
  let whole: Spelling
  /// What it calls itself, with its trade.
  let core: Spelling
  /// The places in front.
  let place: [Unicode.Scalar]
  /// The legal form behind.
  let form: [Unicode.Scalar]

  init(_ name: String, _ places: Places) {
    let bare = Self.withoutRemarks(name, places)
    whole = Spelling(name)
    let (rest, place) = places.removed(from: Spelling(bare).scalars)
    var core = rest[...]
    var form: ArraySlice<Unicode.Scalar> = []
    while let end = Self.forms.first(where: {
      core.count > $0.count && core.suffix($0.count).elementsEqual($0)
    }) {
      form = core.suffix(end.count) + form
      core = core.dropLast(end.count)
    }
    self.core = Spelling(written: Array(core))
    self.place = place
    self.form = Array(form)
  }

  /// Legal forms, the longer ones before those they end with.
  private static let forms: [[Unicode.Scalar]] = """
    股份有限公司 有限责任公司 有限公司 股份公司 总公司 分公司 公司 有限合伙 普通合伙 股份 集团
    """.split(separator: " ").map { Array(Folding.trim(String($0)).unicodeScalars) }

  /// Takes out brackets that say a place or a legal form: 南通（启东）…, …（集团）….
  private static func withoutRemarks(_ name: String, _ places: Places) -> String {
    var result = ""
    var remark: String?
    for character in Folding.key(name) {
      switch character {
      case "(", "（", "[", "【": remark = ""
      case ")", "）", "]", "】":
        let text = remark ?? ""
        let scalars = Spelling(text).scalars
        if !places.isPlace(scalars), !forms.contains(scalars) { result += text }
        remark = nil
      default:
        if remark == nil { result.append(character) } else { remark?.append(character) }
      }
    }
    return result + (remark ?? "")
  }
}
