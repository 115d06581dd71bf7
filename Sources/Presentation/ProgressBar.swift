/// Returns a bar and the percentage reached, `████████░░ 82%`.
///
/// Both are rounded down, so that a full bar and 100% mean reached. Beyond the whole the bar stays
/// full and the percentage goes on.
///
/// - Parameters:
///   - part: What is reached; less than nothing counts as nothing.
///   - whole: What is to be reached; where it is not positive, the percentage is `—`.
///   - width: The columns of the bar without the percentage.
///   - ascii: Whether the bar is drawn as `########--`, for terminals without block characters.
/// - Returns: The bar, a space and the percentage.
public func progressBar(
  _ part: Int64,
  of whole: Int64,
  width: Int,
  ascii: Bool = false
) -> String {
  let (full, rest) = ascii ? ("#", "-") : ("█", "░")
  let columns = max(width, 0)
  let reached = whole > 0 ? UInt128(max(part, 0)) : 0
  let target = UInt128(max(whole, 1))
  let filled = Int(min(reached, target) * UInt128(columns) / target)
  let empty = String(repeating: rest, count: columns - filled)
  return String(repeating: full, count: filled) + empty + " "
    + (whole > 0 ? "\(reached * 100 / target)%" : "—")
}
