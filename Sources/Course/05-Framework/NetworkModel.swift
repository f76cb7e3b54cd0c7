import Contracts
import Recurrent
import Reference

/// The framework's network computed from scratch: what lesson 05 is judged by, in a program that holds
/// no framework.
///
/// Both biases are added before a gate's activation, so that both have the same gradient; the norm
/// counts both, and a step moves both.
struct NetworkModel {
  var weights: NetworkWeights

  init(_ weights: NetworkWeights) { self.weights = weights }

  /// The framework's row blocks, as lesson 04 names the gates.
  private enum Block { static let i = 0, f = 1, g = 2, o = 3 }

  /// The same function in lesson 04's parameters, with the sum of the two biases.
  var fromScratch: LSTMParameters {
    let hidden = weights.hiddenSize
    func gate(_ block: Int) -> Matrix {
      Matrix(
        rows: (block * hidden..<(block + 1) * hidden).map {
          weights.hiddenHidden.row($0).concatenated(with: weights.inputHidden.row($0))
        })
    }
    let sum = weights.inputBias + weights.hiddenBias
    func bias(_ block: Int) -> Vector { Vector(sum.dropFirst(block * hidden).prefix(hidden)) }
    return LSTMParameters(
      Wf: gate(Block.f), Wi: gate(Block.i), Wg: gate(Block.g), Wo: gate(Block.o),
      Wv: weights.output, bf: bias(Block.f), bi: bias(Block.i), bg: bias(Block.g),
      bo: bias(Block.o), bv: weights.outputBias ?? Vector(zeros: weights.vocabularySize))
  }

  /// Lesson 04's parameters, or their gradient, in the framework's layout.
  ///
  /// - Parameters:
  ///   - order: the gates in the order of the row blocks; right is i, f, g, o.
  ///   - hiddenBias: the second bias; zeros without.
  static func layout(
    _ p: LSTMParameters, order: [Gate] = [.i, .f, .g, .o], hiddenBias: Vector? = nil,
    hasOutputBias: Bool = true
  ) -> NetworkWeights {
    let hidden = p.hiddenSize
    func rows(_ columns: Range<Int>) -> Matrix {
      Matrix(
        rows: order.flatMap { gate in
          (0..<hidden).map { row in Vector(columns.map { gate.weight(p)[row, $0] }) }
        })
    }
    return NetworkWeights(
      inputHidden: rows(hidden..<hidden + p.vocabularySize), hiddenHidden: rows(0..<hidden),
      inputBias: Vector(order.flatMap { Array($0.bias(p)) }),
      hiddenBias: hiddenBias ?? Vector(zeros: 4 * hidden), output: p.Wv,
      outputBias: hasOutputBias ? p.bv : nil)
  }

  enum Gate: Sendable {
    case f, i, g, o

    func weight(_ p: LSTMParameters) -> Matrix {
      switch self {
      case .f: p.Wf
      case .i: p.Wi
      case .g: p.Wg
      case .o: p.Wo
      }
    }

    func bias(_ p: LSTMParameters) -> Vector {
      switch self {
      case .f: p.bf
      case .i: p.bi
      case .g: p.bg
      case .o: p.bo
      }
    }
  }

  func trace(_ inputs: [Int]) throws -> LSTMTrace {
    let zero = Vector(zeros: weights.hiddenSize)
    return try lstmForward(
      inputs, initialHidden: zero, initialCell: zero, parameters: fromScratch)
  }

  /// - Parameter softmaxTwice: whether the cross-entropy is given probabilities in place of logits.
  func loss(_ example: Example, softmaxTwice: Bool = false) throws -> Double {
    let logits = try trace(example.inputs).logits
    return try crossEntropy(
      softmaxTwice ? logits.map { try softmax($0) } : logits, targets: example.targets,
      reduction: .sum)
  }

  /// Of the summed loss.
  func gradient(_ example: Example, softmaxTwice: Bool = false) throws -> NetworkWeights {
    var pass = OpenLSTMBackward()
    if softmaxTwice {
      pass.dLogits = { logits, target in
        let p = try softmax(logits)
        var q = try softmax(p)
        q[target] -= 1
        return p * (q - p.dot(q))
      }
    }
    let gradients = try pass(
      LSTMBackwardInput(
        trace: try trace(example.inputs), targets: example.targets, parameters: fromScratch)
    ).gradients
    var result = Self.layout(gradients, hasOutputBias: weights.outputBias != nil)
    result.hiddenBias = result.inputBias
    return result
  }
}

/// An optimiser of the framework, computed from scratch.
struct ModelOptimizer {
  private var choice: OptimizerChoice
  private var adam: AdamUpdate?

  init(_ choice: OptimizerChoice) {
    self.choice = choice
    if case .adam(let learningRate) = choice { adam = AdamUpdate(learningRate: learningRate) }
  }

  mutating func step(_ weights: inout NetworkWeights, _ gradients: NetworkWeights) throws {
    if case .sgd(let learningRate) = choice {
      return try sgdStep(&weights, gradients: gradients, learningRate: learningRate)
    }
    var tensors = weights.tensors
    adam?.step(&tensors, gradients.tensors)
    weights.tensors = tensors
  }
}
