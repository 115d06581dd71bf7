extension AwardComparison {
  /// What was measured, as Markdown.
  var report: String {
    var lines = [
      "\(claims) claims, seed \(seed), medians of \(rounds) interleaved runs, each in a process of its own.",
      "",
      "| | read the files | compute | both | processor time | peak memory | a claim, besides its record |",
      "|---|---|---|---|---|---|---|",
      row("brandledger, no traces", plain),
      row("brandledger, all \(steps) steps kept", traced),
    ]
    if python != nil {
      lines += [
        row(peerVersion, peer),
        "| OpenFisca ÷ brandledger without traces | \(ratio(\.read)) | \(ratio(\.compute)) "
          + "| \(ratio(\.whole)) | \(ratio(\.processor)) | \(ratio(\.peak)) | |",
        "",
        "OpenFisca's compute is the building of the simulation, its inputs, and the formulas.",
      ]
    }
    lines += ["", exactness]
    if let call = sentence { lines += ["", call] }
    return lines.joined(separator: "\n")
  }

  private func row(_ name: String, _ side: Side) -> String {
    let bytes = side.answers.median
    return "| \(name) | \(Figure.time(side.read.median)) | \(Figure.time(side.compute.median)) "
      + "| \(Figure.time(side.whole.median)) | \(Figure.time(side.processor.median)) "
      + "| \(Figure.megabytes(side.peak.median)) "
      + "| \(bytes > 0 ? "\(bytes / claims) bytes" : "–") |"
  }

  private func ratio(_ sample: KeyPath<Side, Sample>) -> String {
    Figure.ratio(peer[keyPath: sample].median, plain[keyPath: sample].median)
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

  private var sentence: String? {
    let parts = [
      call.values.isEmpty
        ? nil : "brandledger \(Figure.time(call.median)) (`award compute`, whole process)",
      peerCall.values.isEmpty ? nil : "OpenFisca \(Figure.time(peerCall.median))",
      call.values.isEmpty || peerCall.values.isEmpty
        ? nil : "ratio \(Figure.ratio(peerCall.median, call.median))",
    ].compactMap(\.self)
    return parts.isEmpty
      ? nil : "A single call on one claim: " + parts.joined(separator: "; ") + "."
  }
}
