import Checking
import Recurrent
import Reference

// What challenges of lesson 09 are made of. T steps, D numbers of an input, H hidden size, C classes.

extension SeededRandom {
  /// Normal numbers throughout, biases too.
  mutating func lstmLayer(inputs: Int, hidden: Int, scale: Double = 0.6) -> LSTMLayer {
    func gate() -> Matrix { scale * normal(hidden, hidden + inputs) }
    return LSTMLayer(
      Wf: gate(), Wi: gate(), Wg: gate(), Wo: gate(), bf: vector(hidden, scale: scale),
      bi: vector(hidden, scale: scale), bg: vector(hidden, scale: scale),
      bo: vector(hidden, scale: scale))
  }

  mutating func level(
    inputs: Int, hidden: Int, isBidirectional: Bool = true, scale: Double = 0.6
  ) -> Level {
    let forward = lstmLayer(inputs: inputs, hidden: hidden, scale: scale)
    return Level(
      forward: forward,
      reverse: isBidirectional ? lstmLayer(inputs: inputs, hidden: hidden, scale: scale) : nil)
  }

  mutating func stack(
    depth: Int, hidden: Int, vocabulary: Int, classes: Int, isBidirectional: Bool = true,
    scale: Double = 0.6
  ) -> StackParameters {
    let width = isBidirectional ? 2 * hidden : hidden
    let levels = (0..<depth).map { k in
      level(
        inputs: k == 0 ? vocabulary : width, hidden: hidden, isBidirectional: isBidirectional,
        scale: scale)
    }
    return StackParameters(
      levels: levels, Wv: scale * normal(classes, width), bv: vector(classes, scale: scale))
  }
}

extension LSTMLayer {
  /// D 2, H 2, with numbers that a person can multiply.
  static let readable = LSTMLayer(
    Wf: Matrix(2, 4, [0.4, -0.6, 0.5, -0.2, 0.3, 0.8, -0.5, 0.6]),
    Wi: Matrix(2, 4, [-0.3, 0.5, 0.9, 0.1, 0.7, -0.2, 0.2, -0.8]),
    Wg: Matrix(2, 4, [0.6, 0.9, -0.7, 0.8, -0.5, 0.4, 0.3, 0.5]),
    Wo: Matrix(2, 4, [0.2, -0.8, 0.1, 0.6, 0.9, 0.1, -0.6, 0.4]), bf: [0.5, 0.2],
    bi: [0.1, -0.3], bg: [-0.2, 0.4], bo: [0.3, -0.1])
}

extension Observation {
  /// One observation per tensor; a bias is a vector.
  static func all(of parameters: some ParameterSet, prefix: String, claim: String) -> [Observation]
  {
    zip(parameters.names, parameters.tensors).map { name, tensor in
      // Weights have H + D ≥ 2 columns, and at least two classes or hidden units meet in the output.
      tensor.columns == 1
        ? Observation(prefix + name, claim: claim, tensor.column(0))
        : Observation(prefix + name, claim: claim, tensor)
    }
  }

  /// - Parameter prefix: `""`, `"forward."`, …
  static func all(of trace: LayerTrace, prefix: String = "", kept: String) -> [Observation] {
    func overTime(
      _ name: String, _ claim: String, _ part: (LSTMStep) -> Vector
    ) -> Observation {
      Observation(prefix + name, claim: claim, overTime: trace.steps.map(part))
    }
    return [
      Observation(prefix + "inputs", claim: kept, overTime: trace.inputs),
      overTime("forgetGate", "forgetGate is σ(W_f z + b_f), z = [h′; x]") { $0.forgetGate },
      overTime("inputGate", "inputGate is σ(W_i z + b_i), z = [h′; x]") { $0.inputGate },
      overTime("candidate", "candidate is tanh(W_g z + b_g), z = [h′; x]") { $0.candidate },
      overTime("outputGate", "outputGate is σ(W_o z + b_o), z = [h′; x]") { $0.outputGate },
      overTime("cell", "each step's cell is f ⊙ c′ + i ⊙ g, c′ of the step before") { $0.cell },
      overTime("hidden", "each step's hidden state is o ⊙ tanh(c)") { $0.hidden },
    ]
  }
}
