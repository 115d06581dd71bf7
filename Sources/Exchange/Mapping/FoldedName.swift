import Bilingual

/// The letters and digits of a name, so that spellings of one name are equal.
///
/// Case, full and half width, spaces and punctuation make no difference: `Valid-Until`, `valid until` and
/// `ＶＡＬＩＤ＿ＵＮＴＩＬ` fold to the same name.
struct FoldedName: Hashable {
  /// What is left of the name.
  let scalars: [Unicode.Scalar]

  init(_ name: some StringProtocol) {
    var scalars: [Unicode.Scalar] = []
    for scalar in name.unicodeScalars {
      let half = scalar.halfWidth
      guard half.properties.isAlphabetic || half.properties.numericType != nil else { continue }
      scalars.append(contentsOf: half.properties.lowercaseMapping.unicodeScalars)
    }
    self.scalars = scalars
  }

  /// The name that was probably meant; `nil` where none is near.
  ///
  /// - Parameters:
  ///   - name: What was written.
  ///   - candidates: The names that exist.
  /// - Returns: The nearest, if it is near: a third of the letters may differ, or half of the Chinese characters.
  static func nearest(to name: String, in candidates: [String]) -> String? {
    Bilingual.nearest(
      to: FoldedName(name).scalars,
      among: candidates.lazy.map { candidate in
        let letters = FoldedName(candidate).scalars
        return RightName(
          candidate,
          letters: letters,
          tolerance: letters.allSatisfy(\.isASCII) ? 3 : 2
        )
      }
    )
  }
}

extension Unicode.Scalar {
  /// The ASCII character of which this is the full-width form; otherwise the scalar itself.
  fileprivate var halfWidth: Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(value) else { return self }
    return Unicode.Scalar(value - 0xFEE0) ?? self
  }

  /// Whether the scalar is a space, a tab, a no-break space or an ideographic space, or ends a line.
  var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0xA0, 0x3000: true
    default: false
    }
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[start...last]))
  }

  /// Whether the text has nothing but blanks.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }
}
