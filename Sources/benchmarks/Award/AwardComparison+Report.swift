extension AwardComparison {
  /// What was measured, as Markdown.
  var report: String {
    var lines = [
      "\(claims) claims, seed \(seed), medians of \(rounds) interleaved rounds, each run in a process of "
        + "its own; all answers were compared before.",
      "",
      "| | brandledger | against | takes | ratio | at most | reached |",
      "|---|---|---|---|---|---|---|",
    ]
    lines += rows.map(\.markdown)
    lines += [
      "",
      "| | read the files | compute | both | processor time | peak memory | a claim |",
      "|---|---|---|---|---|---|---|",
      line("brandledger, no traces", plain),
      line("the same, nothing kept from before", cold),
      line("brandledger, all \(steps) steps kept", traced),
    ]
    if python != nil { lines.append(line(peerVersion, peer)) }
    lines += [
      "",
      "Files are read late, so computing reads what it needs. A claim is all memory besides mapped files "
        + "that the round takes, by the number of claims.",
    ]
    if python != nil {
      lines.append(
        "OpenFisca's compute is the building of the simulation, its inputs, and the formulas."
      )
    }
    return (lines + ["", exactness]).joined(separator: "\n")
  }

  private var rows: [AwardRow] {
    let other = python == nil ? "–" : peerVersion
    return [
      AwardRow("a round without traces", plain.whole, other, peer.whole, atMost: 100),
      AwardRow("the same, nothing kept from before", cold.whole, other, peer.whole, atMost: 100),
      AwardRow("a round with all steps of all claims", traced.whole, other, peer.whole),
      AwardRow("a single call on one claim, whole process", call, other, peerCall, atMost: 1),
      AwardRow(
        "processor time of a round",
        plain.processor,
        "a tenth of the claims",
        tenth.processor,
        atMost: 1_100
      ),
      AwardRow(memoryOfClaim: traced.memory(of: claims), atMost: 500),
    ]
  }

  private func line(_ name: String, _ side: Side) -> String {
    let bytes = side.memory(of: claims)
    return "| \(name) | \(Figure.time(side.read.median)) | \(Figure.time(side.compute.median)) "
      + "| \(Figure.time(side.whole.median)) | \(Figure.time(side.processor.median)) "
      + "| \(Figure.megabytes(side.peak.median)) | \(bytes > 0 ? "\(bytes) bytes" : "–") |"
  }

  private var exactness: String {
    guard let difference else {
      return "Answers with and without traces are the same for every claim."
    }
    return "Outcomes are the same for all \(difference.count) claims. Amounts: "
      + (difference.differing == 0
        ? "the same to the fen."
        : "OpenFisca keeps amounts as 32-bit floats, and \(difference.differing) of them are not "
          + "the exact fen, by up to \(difference.largest) fen.")
      + " The total is \(total) fen here and \(peerTotal) fen there."
  }
}

extension AwardComparison.Side {
  /// What the round takes besides mapped files, by the number of claims.
  func memory(of claims: Int) -> Int { answers.median / claims }
}

/// A row of the award benchmark: what we take beside what it is measured by.
private struct AwardRow {
  let markdown: String

  /// Compares times; `atMost` is in hundredths of the other's.
  init(_ name: String, _ ours: Sample, _ against: String, _ theirs: Sample, atMost: Int? = nil) {
    let (own, other) = (ours.median, theirs.median)
    guard own > 0, other > 0 else {
      markdown = "| \(name) | \(own > 0 ? Figure.time(own) : "–") | \(against) | – | – | – | |"
      return
    }
    markdown =
      "| \(name) | \(Figure.time(own)) | \(against) | \(Figure.time(other)) "
      + "| \(Figure.ratio(own, other)) | \(atMost.map { Figure.ratio($0, 100) } ?? "–") "
      + "| \(atMost.map { own * 100 <= other * $0 ? "yes" : "no" } ?? "") |"
  }

  init(memoryOfClaim bytes: Int, atMost most: Int) {
    markdown =
      "| memory of a claim with all of its steps | \(bytes) bytes | – | – | – | \(most) bytes "
      + "| \(bytes <= most ? "yes" : "no") |"
  }
}
