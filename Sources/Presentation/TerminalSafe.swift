/// Returns a text with everything invisible in it made visible, so that it can neither steer a
/// terminal nor deceive its reader.
///
/// Controls, bidirectional and zero-width characters, line separators, tags and unassigned scalars
/// become `\u{…}`; a line end becomes `⏎`. Variation selectors stay: they only choose a glyph.
/// Everything that came from data and goes to a person passes through here.
public func terminalSafe(_ text: String) -> String {
  visible(text, lineEnd: "⏎")
}

/// Returns a text with everything invisible in it made visible, and each line end replaced.
func visible(_ text: String, lineEnd: String) -> String {
  let scalars = text.unicodeScalars
  guard !scalars.allSatisfy(isHarmless) else { return text }
  var result = ""
  var afterReturn = false
  for scalar in scalars {
    if afterReturn, scalar != "\n" { result += escape(of: "\r") }
    afterReturn = scalar == "\r"
    if scalar == "\n" {
      result += lineEnd
    } else if isHarmless(scalar) {
      result.unicodeScalars.append(scalar)
    } else if !afterReturn {
      result += escape(of: scalar)
    }
  }
  if afterReturn { result += escape(of: "\r") }
  return result
}

/// Returns a text with its control characters made visible, but for tab, LF and CR.
func withoutControls(_ text: String) -> String {
  func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": false
    default: scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
  }
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  return text.unicodeScalars.map { isControl($0) ? escape(of: $0) : String($0) }.joined()
}

/// Whether a scalar shows what it is: not a control, not invisible, not unassigned.
func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20..<0x7F, 0x4E00...0x9FFF, 0x3001...0x301F, 0xFF01...0xFF5E: return true
  default: break
  }
  let properties = scalar.properties
  switch properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
    return false
  case .unassigned:
    return isWide(scalar)  // An ideograph newer than this standard library's data.
  default:
    return !properties.isDefaultIgnorableCodePoint || properties.isVariationSelector
  }
}

/// Returns the visible form of a scalar, as Swift writes it.
func escape(of scalar: Unicode.Scalar) -> String {
  "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
}
