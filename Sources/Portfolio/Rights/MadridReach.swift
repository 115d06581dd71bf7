/// Where an international registration cannot be extended to.
package enum MadridReach {
  /// Codes of WIPO ST.3 to which the Madrid Protocol does not apply: 台湾, 香港 and 澳门 (China did not extend it to the
  /// latter two), and offices that register no marks by it.
  private static let outside: Set<String> = [
    "TW", "HK", "MO", "AP", "EA", "EP", "GC", "IB", "QZ", "WO", "XN", "XU", "XV",
  ]

  /// Whether an office can be designated.
  package static func includes(_ office: String) -> Bool { !outside.contains(office) }
}
