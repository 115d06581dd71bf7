/// The two-letter codes of WIPO ST.3 for countries and for organisations that keep a register.
public enum OfficeCode {
  /// Tells whether a country or organisation has a code, or had it before it ended.
  ///
  /// - Parameter code: The two letters.
  /// - Returns: Whether ST.3 gives them to anybody.
  public static func isKnown(_ code: String) -> Bool { codes.contains(code) }

  // By bytes: to look at each letter as a character took a tenth of the time of a small entry.
  private static let codes = Set(
    [countries, organisations, former].flatMap { text in
      text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        .map { String(Substring($0)) }
    }
  )

  private static let countries = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
    JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
    MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
    RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV
    TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
    """

  private static let organisations = "AP BX EA EM EP GC IB OA QZ WO XI XN XU XV"

  private static let former = "AN CS DD SU YD YU"
}
