extension String {
  /// How many columns of a terminal the text takes, wide characters counted as two.
  package var columns: Int {
    reduce(0) { $0 + $1.columns }
  }

  /// The text and as many spaces as it needs to take a number of columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }
}

extension Character {
  /// How many columns of a terminal the character takes.
  var columns: Int {
    if isASCII { return 1 }
    var widest = 0
    for scalar in unicodeScalars {
      // An emoji variation selector makes the character before it wide.
      if scalar.value == 0xFE0F { return 2 }
      widest = max(widest, scalar.columns)
    }
    return widest
  }
}

extension Unicode.Scalar {
  /// How many columns the scalar takes by itself, after Unicode Standard Annex 11.
  fileprivate var columns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      return 1
    }
  }
}
