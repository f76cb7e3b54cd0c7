// T steps, V vocabulary size.

/// The measurements of ``BeforeTraining``, one after the other.
package struct FirstLook<Parameters: ParameterSet> {
  package typealias Pass = (Example, Vector?, Parameters) throws -> SequencePass<Parameters>
  package typealias Update = (inout Parameters, Parameters, Double) throws -> Void
  package typealias Training = (inout Parameters, [Example], Int, Double) throws -> [Double]
  typealias Measurement = BeforeTraining.Measurement

  var parameters: Parameters
  var examples: [Example]
  var vocabularySize: Int
  var learningRate: Double
  private let givenPass: Pass
  private let givenUpdate: Update
  private let givenTraining: Training

  package init(
    parameters: Parameters, examples: [Example], vocabularySize: Int, learningRate: Double,
    pass: @escaping Pass, update: @escaping Update, train: @escaping Training
  ) {
    self.parameters = parameters
    self.examples = examples
    self.vocabularySize = vocabularySize
    self.learningRate = learningRate
    givenPass = pass
    givenUpdate = update
    givenTraining = train
  }

  /// What was measured until something warned, or until one of the functions threw.
  package func result() -> (BeforeTraining, stoppedBy: (any Error)?) {
    var all: [Measurement] = []
    for measure in [
      targets, sizes, untrainedLoss, gradientThroughTime, updateRatios, oneSequence, floor,
    ] {
      do {
        all += try measure()
      } catch {
        return (BeforeTraining(measurements: all), error)
      }
      if all.contains(where: { $0.standing != .fine }) { break }
    }
    return (BeforeTraining(measurements: all), nil)
  }

  // MARK: - The functions, with their shapes looked at

  func pass(
    _ example: Example, _ start: Vector?, _ parameters: Parameters
  ) throws -> SequencePass<Parameters> {
    let run = try givenPass(example, start, parameters)
    guard hasShapes(run.gradients) else {
      throw UnfitResult(description: "the gradients do not have the shapes of the parameters")
    }
    let size = start?.count ?? run.dInitialState.count
    guard run.dInitialState.count == size, run.states.allSatisfy({ $0.count == size }) else {
      throw UnfitResult(description: "a state and the gradient at it have different lengths")
    }
    return run
  }

  func update(_ parameters: inout Parameters, _ gradients: Parameters, _ rate: Double) throws {
    try givenUpdate(&parameters, gradients, rate)
    guard hasShapes(parameters) else {
      throw UnfitResult(description: "the update changes the shape of a parameter")
    }
  }

  func train(
    _ parameters: inout Parameters, _ examples: [Example], _ epochs: Int, _ rate: Double
  ) throws -> [Double] {
    let losses = try givenTraining(&parameters, examples, epochs, rate)
    guard hasShapes(parameters) else {
      throw UnfitResult(description: "the training changes the shape of a parameter")
    }
    return losses
  }

  private func hasShapes(_ other: Parameters) -> Bool {
    other.tensors.map { [$0.rows, $0.columns] } == parameters.tensors.map { [$0.rows, $0.columns] }
  }

  /// Enough for a mean, few enough to wait for.
  var some: [Example] { Array(examples.filter { !$0.inputs.isEmpty }.prefix(16)) }

  /// What a token costs somebody who knows nothing.
  private var ignorance: Double { log(Double(vocabularySize)) }
  private var ignoranceInWords: String {
    "ln \(vocabularySize) = \(significant(ignorance))"
  }

  // MARK: - The data and the weights

  private func targets() -> [Measurement] {
    guard !some.isEmpty else { return [] }
    let same = some.allSatisfy { $0.inputs == $0.targets }
    return [
      Measurement(
        "targets", measured: same ? "are the inputs" : "are not the inputs",
        usual: "are not the inputs", same ? .bug : .fine,
        same
          ? """
          Every target is the input of its own step: the network reads the answer and has only to copy \
          it, so any loss can be reached and none means anything. By how many steps do your targets run \
          ahead?
          """
          : "The targets are not the inputs: there is something to predict.")
    ]
  }

  private func sizes() -> [Measurement] {
    let weights = zip(parameters.names, parameters.tensors).filter { $0.1.columns > 1 }
    let empty = weights.filter { $0.1.sumOfSquares == 0 }.map(\.0)
    let listed = weights.map { "\($0.0) \(significant($0.1.sumOfSquares.squareRoot()))" }
    if empty.isEmpty {
      // An orthogonal matrix has 1 here, and every usual draw is near it.
      let large = weights.filter {
        ($0.1.sumOfSquares / Double(min($0.1.rows, $0.1.columns))).squareRoot() > 4
      }.map(\.0)
      return [
        Measurement(
          "norms", measured: listed.joined(separator: ", "), usual: "√ of the shorter side",
          large.isEmpty ? .fine : .warning,
          large.isEmpty
            ? "Each weight matrix is about as large as an orthogonal one, and none is zero."
            : """
            \(large.joined(separator: ", ")) \(large.count == 1 ? "has" : "have") more than four times \
            the norm of an orthogonal matrix, the root of the shorter side: units end up at the flat ends \
            of their activation. Are the initial weights too large?
            """)
      ]
    }
    return [
      Measurement(
        "norms", measured: listed.joined(separator: ", "), usual: "√ of the shorter side",
        .warning,
        """
        \(empty.joined(separator: ", ")) \(empty.count == 1 ? "is" : "are") zero: units that begin alike \
        get the same gradient and stay alike. What makes them differ?
        """)
    ]
  }

  // MARK: - The untrained loss

  private func untrainedLoss() throws -> [Measurement] {
    guard !some.isEmpty, vocabularySize > 1 else { return [] }
    let losses = try some.map { try pass($0, nil, parameters).loss }
    let tokens = Double(some.map(\.inputs.count).reduce(0, +)) / Double(some.count)
    let perSequence = losses.reduce(0, +) / Double(losses.count)
    let perToken = perSequence / tokens
    let (standing, sentence) = judged(perToken, perSequence, tokens)
    return [
      Measurement(
        "untrained loss per token",
        measured: """
          \(significant(perSequence)) nats / \(significant(tokens)) = \(significant(perToken))
          """,
        usual: "about \(ignoranceInWords)", standing, sentence)
    ]
  }

  private func judged(
    _ perToken: Double, _ perSequence: Double, _ tokens: Double
  ) -> (BeforeTraining.Standing, String) {
    let pays = "The untrained network pays \(significant(perToken)) nats per token"
    guard perToken.isFinite else {
      return (
        .bug,
        "\(pays). Where in the forward pass or the loss does a number leave the range of a Double?"
      )
    }
    if perToken < ignorance / 2 {
      return abs(perSequence - ignorance) < ignorance / 4
        ? (
          .bug,
          """
          A whole sequence of \(significant(tokens)) tokens costs the untrained network \
          \(significant(perSequence)) nats, the price of a single one: \(ignoranceInWords). Is your loss a \
          mean where the sum belongs?
          """
        )
        : (
          .bug,
          """
          \(pays), far less than \(ignoranceInWords), what it costs to know nothing; no untrained network \
          can. By what is the loss divided, and what does it know of the targets?
          """
        )
    }
    // Somebody who is sure of nothing cannot be this wrong.
    if perToken > ignorance + 1 {
      return (
        .warning,
        """
        \(pays), far more than \(ignoranceInWords), what it costs to know nothing: it is sure of itself, \
        and wrong. Are its initial weights too large, or is the loss summed once too often?
        """
      )
    }
    return (.fine, "\(pays), near \(ignoranceInWords), as somebody who knows nothing.")
  }
}

/// A result that cannot be measured.
struct UnfitResult: Error, CustomStringConvertible {
  var description: String
}
