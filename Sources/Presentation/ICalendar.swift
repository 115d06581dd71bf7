public import Bilingual

/// A calendar of whole days that calendar programs take in.
///
/// Source: RFC 5545. Lines end with CR LF and are folded at 75 octets without splitting a character;
/// texts escape backslash, comma, semicolon and line end; every event has its `UID` and its `DTSTAMP`.
public struct ICalendar: Sendable {
  /// Something on one day.
  public struct Event: Sendable {
    /// What names it for ever, so that a calendar that is read again moves it instead of doubling it.
    public let uid: String
    /// The day, as `2025-03-01`.
    public let day: String
    /// The line that a calendar shows.
    public let summary: Phrase
    /// What else there is to know.
    public let description: Phrase
    /// Under what it is sorted.
    public let category: Phrase

    /// Creates an event.
    public init(
      uid: String,
      day: String,
      summary: Phrase,
      description: Phrase,
      category: Phrase
    ) {
      self.uid = uid
      self.day = day
      self.summary = summary
      self.description = description
      self.category = category
    }
  }

  /// The name that a calendar program shows.
  public let name: Phrase
  /// When the calendar was written, in UTC as `20250301T120000Z`.
  public let stamp: String
  /// The events.
  public let events: [Event]

  /// Creates a calendar.
  public init(name: Phrase, stamp: String, events: [Event]) {
    self.name = name
    self.stamp = stamp
    self.events = events
  }

  /// Returns the calendar as a file.
  ///
  /// - Parameter language: The language of its texts.
  /// - Returns: The text, with CR LF.
  public func rendered(in language: Language) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0",
      "PRODID:-//BrandLedger//BrandLedger//\(language == .chinese ? "ZH" : "EN")",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:" + Self.escaped(name[language]),
    ]
    for event in events {
      let day = event.day.filter { $0 != "-" }
      lines += [
        "BEGIN:VEVENT", "UID:" + Self.escaped(event.uid), "DTSTAMP:" + stamp,
        "DTSTART;VALUE=DATE:" + day, "SUMMARY:" + Self.escaped(event.summary[language]),
      ]
      let description = event.description[language]
      if !description.isEmpty { lines.append("DESCRIPTION:" + Self.escaped(description)) }
      lines += [
        "CATEGORIES:" + Self.escaped(event.category[language]), "TRANSP:TRANSPARENT", "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// Escapes a text value; control characters, which no calendar can carry, become spaces, and what is
  /// invisible is shown.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\r": continue
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      case _ where !isHarmless(scalar): result += "\\" + escape(of: scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Folds a line so that no part of it is longer than 75 octets; no scalar is split.
  static func folded(_ line: String) -> String {
    var result = ""
    var count = 0
    for scalar in line.unicodeScalars {
      let width = scalar.utf8.count
      if count + width > 75 {
        result += "\r\n "
        count = 1
      }
      result.unicodeScalars.append(scalar)
      count += width
    }
    return result
  }
}
