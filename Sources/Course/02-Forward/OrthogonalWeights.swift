import Checking
import Contracts
import Recurrent
import Transcripts

/// What must hold of initial parameters with orthogonal weights and zero biases, whatever the network
/// and whatever the numbers drawn.
struct OrthogonalWeights<Parameters: ParameterSet & Codable & Equatable>: Sendable {
  /// `"02.1"`.
  var exercise: String
  /// The first tensors are weights, the others are biases.
  var weights: [String]
  /// Of all tensors, in their order.
  var shapes: @Sendable (InitialParametersInput) -> [(rows: Int, columns: Int)]
  /// The contract fixes what is drawn and in which order, so that one seed is one network.
  var reference: @Sendable (InitialParametersInput) throws -> Parameters

  var properties: [Property<InitialParametersInput, Parameters>] {
    [
      Property("every parameter has its shape") { input, got, _ in
        let wanted = shapes(input)
        for (k, tensor) in got.tensors.enumerated()
        where (tensor.rows, tensor.columns) != (wanted[k].rows, wanted[k].columns) {
          return """
            \(got.names[k]) should be \(wanted[k].rows) × \(wanted[k].columns), and is \
            \(tensor.rows) × \(tensor.columns)
            """
        }
        return nil
      },
      Property("the biases are zero") { _, got, _ in
        for (name, bias) in zip(got.names, got.tensors).dropFirst(weights.count) {
          if let i = bias.elements.firstIndex(where: { $0 != 0 }) {
            return "\(name)[\(i)] should be 0 exactly, and is \(bias.elements[i])"
          }
        }
        return nil
      },
      Property("the columns of each weight, or its rows where there are fewer, are orthonormal") {
        _, got, _ in
        for (name, weight) in named(got) {
          // A product of 50 terms in float64 is off by about 1e-15.
          if let finding = orthonormalityFinding(weight, tolerance: 1e-10) {
            return "in \(name), \(finding)"
          }
        }
        return nil
      },
      Property("the weights are random") { _, got, _ in
        for (name, weight) in named(got) where weight.isDiagonal {
          return "\(name) has nothing but zeros off its diagonal"
        }
        return nil
      },
      Property("\(weights.listed) are drawn one after the other") { _, got, _ in
        let weights = named(got)
        for (k, a) in weights.enumerated() {
          for b in weights[(k + 1)...] where a.matrix == b.matrix || a.matrix == b.matrix.transposed
          {
            return "\(a.name) and \(b.name) hold the same numbers"
          }
        }
        return nil
      },
      Property("the same seed gives the same parameters") { input, got, ask in
        switch try again(input, ask) {
        case .success(let second) where second == got: nil
        case .success: "two calls with generators of the same seed give different parameters"
        case .failure(let failure): failure.finding
        }
      },
      Property("another seed gives other parameters") { input, got, ask in
        var other = input
        other.seed &+= 1
        switch try again(other, ask) {
        case .success(let second):
          for (a, b) in zip(named(got), named(second)) where a.matrix == b.matrix {
            return "\(a.name) is the same for two different seeds"
          }
          return nil
        case .failure(let failure): return failure.finding
        }
      },
      Property("a second network from the same generator is another one") { input, got, ask in
        var next = input
        next.earlier += 1
        switch try again(next, ask) {
        case .success(let second):
          for (a, b) in zip(named(got), named(second)) where a.matrix == b.matrix {
            return """
              \(a.name) is the same for two networks in turn: draw from `random` itself, so that it \
              moves on
              """
          }
          return nil
        case .failure(let failure): return failure.finding
        }
      },
      Property(
        "each weight is `orthogonal` of its own draw, and \(weights.listed) are drawn in this order"
      ) {
        input, got, _ in
        let right = try reference(input)
        for (name, (a, b)) in zip(weights, zip(right.tensors, got.tensors)) {
          // Another way to the same factors rounds by some 1e-14.
          let differs = a.elements.indices.first { !(abs(a.elements[$0] - b.elements[$0]) <= 1e-9) }
          guard let i = differs else { continue }
          return """
            \(name)[\(i / a.columns), \(i % a.columns)] should be \(a.elements[i]), and is \
            \(b.elements[i]) (allowed difference 1e-9): the same seed should give the same network
            """
        }
        return nil
      },
    ]
  }

  private func named(_ parameters: Parameters) -> [(name: String, matrix: Matrix)] {
    Array(zip(weights, parameters.tensors).map { (name: $0, matrix: $1) })
  }

  /// Another call of the student's function.
  private func again(
    _ input: InitialParametersInput, _ ask: Ask
  ) throws -> Result<Parameters, NoAnswer> {
    try NoAnswer.catching(from: ask, exercise, input, as: Parameters.self)
  }
}

/// Networks of several sizes, and a second one from the same generator.
func initialParameterChallenges(
  _ exercise: String, sizes: [(hidden: Int, vocabulary: Int)], seed: UInt64
) -> [Challenge<InitialParametersInput>] {
  var random = SeededRandom(seed, for: exercise)
  func drawn(
    _ hidden: Int, _ vocabulary: Int, _ note: String = "", earlier: Int = 0
  ) -> Challenge<InitialParametersInput> {
    Challenge(
      "H \(hidden), V \(vocabulary)\(note)",
      InitialParametersInput(
        hiddenSize: hidden, vocabularySize: vocabulary, seed: random.nextBits(), earlier: earlier))
  }
  return sizes.map { drawn($0.hidden, $0.vocabulary) }
    + [drawn(5, 4, ", the second network of one generator", earlier: 1)]
}

extension Matrix {
  fileprivate var isDiagonal: Bool {
    (0..<rows).allSatisfy { i in (0..<columns).allSatisfy { j in i == j || self[i, j] == 0 } }
  }
}

/// The first pair of columns (of rows, where there are fewer) that is not orthonormal.
private func orthonormalityFinding(_ matrix: Matrix, tolerance: Double) -> String? {
  let byRow = matrix.rows < matrix.columns
  let tall = byRow ? matrix.transposed : matrix
  let axis = byRow ? "row" : "column"
  let columns = (0..<tall.columns).map { tall.column($0) }
  for i in columns.indices {
    for j in 0...i {
      let product = columns[i].dot(columns[j])
      // Written so that NaN loses.
      if abs(product - (i == j ? 1 : 0)) <= tolerance { continue }
      return i == j
        ? """
        \(axis) \(i) should have the length 1, and has \(product.squareRoot()) (its square is off by \
        \(threeDigits(abs(product - 1))), allowed \(tolerance))
        """
        : """
        \(axis)s \(j) and \(i) should have the dot product 0, and have \(product) (allowed \(tolerance))
        """
    }
  }
  return nil
}
