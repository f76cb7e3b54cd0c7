import Checking
import Contracts
import Recurrent
import Reference

let carryOverExercise = Exercise<CarryOverInput, CarryOverOutput>(
  "05.4", "Carry your weights over", points: 5,
  hints: [
    """
    Compare the equations: the framework has two weight matrices where `parameters` has one per gate, \
    and two biases where it has one. Its doc comments tell in which order the gates stand above one \
    another.
    """,
    """
    Each of your gates gives H rows of both matrices: its first H columns meet the hidden state, the \
    other V the input. The framework adds its two biases; a bias that is trained twice moves twice.
    """,
    """
    weight_hh = [Wi; Wf; Wg; Wo] columns 0 ..< H, weight_ih the columns H ..< H + V, bias_ih = [bi; bf; \
    bg; bo], bias_hh = 0 with requiresGrad(false); output.weight = Wv, output.bias = bv.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "05.4")
    func drawn(
      _ name: String, hidden: Int, steps: Int, longest: Int = 4
    ) -> Challenge<CarryOverInput> {
      Challenge(
        name,
        CarryOverInput(
          parameters: random.lstmParameters(hiddenSize: hidden, vocabularySize: 4, scale: 0.5),
          examples: random.countingExamples(steps, longest: longest), learningRate: 0.1,
          maximumNorm: 0.25))
    }
    return [
      drawn("H 2, one step", hidden: 2, steps: 1), drawn("H 3, six steps", hidden: 3, steps: 6),
      drawn("as many hidden units as words", hidden: 4, steps: 4),
      drawn("H 7, ten steps", hidden: 7, steps: 10),
    ]
  },
  reference: { try Carrying()($0) },
  observations: {
    [
      Observation(
        "weightHiddenHidden",
        claim: "weight_hh stacks the first H columns of Wi, Wf, Wg and Wo", $0.weights.hiddenHidden),
      Observation(
        "weightInputHidden",
        claim: "weight_ih stacks the last V columns of Wi, Wf, Wg and Wo", $0.weights.inputHidden),
      // Which of the two biases holds the numbers is the student's choice.
      Observation(
        "bias_ih + bias_hh", claim: "the two biases add up to bi, bf, bg and bo",
        $0.weights.inputBias + $0.weights.hiddenBias),
      Observation("output.weight", claim: "output.weight is Wv", $0.weights.output),
      Observation("output.bias", claim: "output.bias is bv", $0.weights.outputBias ?? []),
      Observation(
        "logits", claim: "the network's logits are those of lesson 04", overTime: $0.logits),
      Observation(
        "trainedBiases", claim: "one of the LSTM's two biases is trained, the other is frozen",
        [$0.trainedBiases]),
      Observation(
        "losses", claim: "the losses, each before an SGD step, are those of lesson 04's training",
        curve: $0.losses),
    ] + Observation.all(of: $0.trained, claim: "training moves the weights as in lesson 04")
  },
  misconceptions: carryOverMisconceptions + carryOverOrders, symptoms: carryOverSymptoms)

/// What the binding of 05.4 does with a network, computed from scratch.
struct Carrying: Sendable {
  var change: @Sendable (LSTMParameters, inout NetworkWeights) -> Void = { _, _ in } {
    didSet {
      change = { [oldValue, change] p, weights in
        oldValue(p, &weights)
        change(p, &weights)
      }
    }
  }
  /// 1 is right: the norm counts the bias's gradient once, and a step moves it once.
  var trainedBiases = 1

  func callAsFunction(_ input: CarryOverInput) throws -> CarryOverOutput {
    var weights = NetworkModel.layout(input.parameters)
    change(input.parameters, &weights)
    let carried = weights
    let logits = try NetworkModel(weights).trace(input.examples[0].inputs).logits
    var losses: [Double] = []
    for example in input.examples {
      losses.append(try NetworkModel(weights).loss(example))
      var gradients = try NetworkModel(weights).gradient(example)
      if trainedBiases < 2 { gradients.hiddenBias *= 0 }
      if trainedBiases < 1 { gradients.inputBias *= 0 }
      try sgdStep(
        &weights, gradients: try clip(gradients, maximumNorm: input.maximumNorm),
        learningRate: input.learningRate)
    }
    return CarryOverOutput(
      weights: carried, logits: logits, trainedBiases: trainedBiases, losses: losses,
      trained: NetworkModel(weights).fromScratch)
  }
}

extension LSTMParameters {
  /// The same numbers as if the first V columns met the input.
  var withInputsFirst: LSTMParameters {
    func turned(_ weight: Matrix) -> Matrix {
      Matrix(
        rows: (0..<weight.rows).map { row in
          let elements = Array(weight.row(row))
          return Vector(
            Array(elements.dropFirst(vocabularySize)) + elements.prefix(vocabularySize))
        })
    }
    var result = self
    result.Wf = turned(Wf)
    result.Wi = turned(Wi)
    result.Wg = turned(Wg)
    result.Wo = turned(Wo)
    return result
  }
}
