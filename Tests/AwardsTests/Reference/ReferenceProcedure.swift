import JSONLines

/// How the office goes about the awards of a clause.
extension ReferenceEngine {
  /// A line for each clause that gives an award; of two clauses that say the same the last holds.
  func procedures() -> [String] {
    let operations = [
      "preCheckBy", "publication", "approveBy", "payWithin", "payAs", "clawback",
    ]
    return clauses(Self.stages[1] + ["percentOfTotal"]).map { value in
      let number = value.text("number") ?? ""
      var said: [String: String] = [:]
      var clawbacks: [String] = []
      for clause in clauses(operations) where governs(clause, number) {
        let (name, arguments) = (clause.text("operation") ?? "", clause.arguments)
        switch name {
        case "publication":
          said[name] =
            "\(arguments.number("days") ?? 0) \(arguments.text("count") ?? "working")"
        case "payWithin": said[name] = "\(arguments.number("workingDays") ?? 0)"
        case "payAs":
          said[name] = "\(arguments.text("form") ?? "cash") \(arguments.text("use") ?? "-")"
        case "clawback":
          let ban = arguments.number("banYears") ?? 0
          let banned = arguments.texts("banned") ?? ["applicant"]
          clawbacks += (arguments.texts("reasons") ?? []).map {
            "\($0) \(arguments.text("share") ?? "100%") \(ban) "
              + banned.joined(separator: "+")
          }
        default: said[name] = arguments.text("office")
        }
      }
      let words = operations.map { said[$0] ?? ($0 == "payAs" ? "cash -" : "-") }
      return "\(policyID)/\(number): " + (words.dropLast() + clawbacks).joined(separator: ", ")
    }
  }
}
