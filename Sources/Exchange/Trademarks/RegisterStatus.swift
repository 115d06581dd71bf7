/// The states of a mark, by the names that the product's own field has.
enum RegisterStatus: String {
  case pending
  case published
  case registered
  case refused
  case withdrawn
  case expired
  case cancelled
  case invalidated

  /// Whether the mark no longer counts.
  var isEnd: Bool {
    switch self {
    case .pending, .published, .registered: false
    case .refused, .withdrawn, .expired, .cancelled, .invalidated: true
    }
  }

  /// Finds a state by the code of an office, or by the words of WIPO ST.66 and ST.96.
  static func find(_ code: String, office: String) -> RegisterStatus? {
    if let number = Int(code) { return office == "US" ? american(number) : nil }
    return words[code.lowercased()]
  }

  /// The status codes of the USPTO, by its notice "Trademark status line codes"
  /// (https://www.uspto.gov/news/og/con/files/cons181.htm).
  private static func american(_ code: Int) -> RegisterStatus? {
    switch code {
    case 603, 604: .refused
    case 400...417, 600...610, 614, 618: .withdrawn
    case 612, 616, 630...681, 692, 694, 715, 760...766, 794, 968...973: .pending
    case 686, 688...690, 730...757, 774...777, 782, 801...803, 806...819: .published
    case 700...708, 780, 781, 783, 790, 800: .registered
    case 709...714, 717...725: .cancelled
    case 626, 900, 901: .expired
    default: nil
    }
  }

  private static let words: [String: RegisterStatus] = [
    "application filed": .pending,
    "filing date accorded": .pending,
    "application under examination": .pending,
    "formalities checked": .pending,
    "classification checked": .pending,
    "registration pending": .pending,
    "application published": .published,
    "application opposed": .published,
    "opposition pending": .published,
    "registered": .registered,
    "registration published": .registered,
    "registration renewed": .registered,
    "cancellation pending": .registered,
    "application refused": .refused,
    "application rejected": .refused,
    "application withdrawn": .withdrawn,
    "application abandoned": .withdrawn,
    "application lapsed": .withdrawn,
    "expired": .expired,
    "ended": .expired,
    "registration expired": .expired,
    "cancelled": .cancelled,
    "registration cancelled": .cancelled,
    "registration surrendered": .cancelled,
    "surrendered": .cancelled,
    "revoked": .cancelled,
    "invalidated": .invalidated,
    "registration invalidated": .invalidated,
  ]
}
