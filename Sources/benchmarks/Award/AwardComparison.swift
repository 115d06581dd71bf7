/// The runs of the award benchmark: interleaved, and compared before a figure is told.
struct AwardComparison {
  /// What was measured of one side, in microseconds and bytes.
  struct Side {
    var read = Sample()
    var compute = Sample()
    var whole = Sample()
    /// Of everything until the answers are there.
    var processor = Sample()
    var peak = Sample()
    /// What the answers take besides the records.
    var answers = Sample()
  }

  let claims: Int
  let seed: Int
  let rounds: Int
  let python: String?
  let product: String?
  let program: String
  let directory: String

  private(set) var plain = Side()
  /// The same with nothing kept from earlier runs.
  private(set) var cold = Side()
  /// A tenth of the claims.
  private(set) var tenth = Side()
  private(set) var traced = Side()
  private(set) var peer = Side()
  private(set) var steps = 0
  private(set) var total = 0
  private(set) var peerTotal = 0
  private(set) var peerVersion = ""
  private(set) var difference: AwardDifference?
  /// A single call of the whole program on a ledger of one claim.
  private(set) var call = Sample()
  private(set) var peerCall = Sample()

  init(
    claims: Int,
    seed: Int,
    rounds: Int,
    python: String?,
    product: String?,
    program: String,
    directory: String
  ) {
    self.claims = claims
    self.seed = seed
    self.rounds = rounds
    self.python = python
    self.product = product
    self.program = program
    self.directory = directory
  }

  mutating func run() throws {
    try Files.write(PackageResources.openfisca_awards_py, to: script)
    try generate(claims, in: directory)
    try generate(max(1, claims / 10), in: directory + "/tenth")
    for round in 0..<rounds {
      Files.remove(ledger + "/.cache")
      cold.add(try trial("plain"))
      let first = try Files.read(answers("plain"))
      // The second run keeps what it read.
      _ = try trial("plain")
      let child = try trial("plain")
      plain.add(child)
      guard try Files.read(answers("plain")) == first else {
        throw Failure(description: "the answers with a cache are not those without")
      }
      total = child.figures["total"] ?? 0
      guard child.figures["claims"] == claims else {
        throw Failure(description: "\(child.figures["claims"] ?? 0) claims instead of \(claims)")
      }
      for _ in 0..<(round == 0 ? 2 : 0) { _ = try trial("plain", "/tenth") }
      tenth.add(try trial("plain", "/tenth"))
      let withTraces = try trial("traced")
      traced.add(withTraces)
      steps = withTraces.figures["steps"] ?? 0
      guard try Files.read(answers("plain")) == Files.read(answers("traced")) else {
        throw Failure(description: "the answers with traces are not those without")
      }
      if let python {
        let child = try Child([python, script, ledger, answers("peer")], in: directory)
        peer.add(child)
        peerTotal = child.figures["total"] ?? 0
        peerVersion =
          child.output.split(separator: "\n").first { $0.hasPrefix("OpenFisca") }.map(String.init)
          ?? ""
        if round == 0 {
          difference = try AwardDifference(
            AwardAnswers(reading: answers("plain")),
            AwardAnswers(reading: answers("peer"))
          )
        }
      }
    }
    try measureCalls()
  }

  /// How many calls of each side are measured; OpenFisca's take a quarter of a second.
  private static let calls = 15

  /// A whole program on a ledger of one claim, the sides in turn.
  ///
  /// Each measured call follows one of the same program that is not: else the first would find in the processor's
  /// caches what the second left there, and the second what the first did.
  private mutating func measureCalls() throws {
    let place = directory + "/one"
    try generate(1, in: place)
    for _ in 0..<Self.calls {
      if let product {
        let words = [product, "award", "compute", "--year", "2025", "--ledger", place + "/ledger"]
        call.add(
          try secondCall(words + ["-O", "json"]) { $0.output.contains("\"totalFen\":600037,") }
        )
      }
      if let python {
        let words = [python, script, place + "/ledger", place + "/peer"]
        peerCall.add(try secondCall(words) { $0.figures["total"] == 600_037 })
      }
    }
  }

  /// Calls a program twice and says how long the second call took, in microseconds.
  private func secondCall(_ words: [String], _ isRight: (Child) -> Bool) throws -> Int {
    let children = try [Child(words, in: directory), Child(words, in: directory)]
    for child in children where !isRight(child) {
      throw Failure(description: "a single call of \(words[0]) answers \(child.output)")
    }
    return children[1].wall.microseconds
  }

  private func generate(_ claims: Int, in place: String) throws {
    let words = [program, "award", "--trial", "generate", "--directory", place]
    _ = try Child(words + ["--claims", String(claims), "--seed", String(seed)], in: directory)
  }

  private func trial(_ name: String, _ place: String = "") throws -> Child {
    try Child([program, "award", "--trial", name, "--directory", directory + place], in: directory)
  }

  private var script: String { directory + "/openfisca_awards.py" }
  private var ledger: String { directory + "/ledger" }
  private func answers(_ name: String) -> String { directory + "/" + name }
}

extension AwardComparison.Side {
  mutating func add(_ child: Child) {
    let figures = child.figures
    read.add(figures["read"] ?? 0)
    compute.add(figures["compute"] ?? 0)
    whole.add((figures["read"] ?? 0) + (figures["compute"] ?? 0))
    processor.add(figures["processor"] ?? 0)
    peak.add(figures["peak"] ?? child.peak)
    answers.add((figures["computed"] ?? 0) - (figures["loaded"] ?? 0))
  }
}
