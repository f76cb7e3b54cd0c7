// Given, not to be changed: the checks call your functions of lesson 05 through these.

import Contracts
import Pictures
import Recurrent
import StudentRuntime
import Torch

#if REFERENCE
  import FrameworkReference
#endif

public let bindings05: [Binding] = [
  Binding("05.1") { (input: NetworkInput) in
    let network = try network(with: input.weights)
    if !input.earlier.isEmpty {
      _ = try network(try oneHot(input.earlier, classes: input.weights.vocabularySize))
    }
    let inputs = try oneHot(input.inputs, classes: input.weights.vocabularySize)
    return NetworkOutput(
      parameterNames: network.namedParameters.map(\.name),
      logits: try rows(try network(inputs)))
  },
  Binding("05.2") { (input: TrainingStepsInput) in
    let network = try network(with: input.weights)
    let optimizer = try input.optimizer.made(for: network)
    // As the contract says, the parameters still hold gradients of something else.
    if let first = input.examples.first {
      let logits = try network(try oneHot(first.targets, classes: input.weights.vocabularySize))
      try crossEntropy(logits, targets: try Tensor(ids: first.inputs), reduction: .sum).backward()
    }
    let losses = try input.examples.map { example in
      try trainingStep(
        network, optimizer,
        inputs: try oneHot(example.inputs, classes: input.weights.vocabularySize),
        targets: try Tensor(ids: example.targets), maximumNorm: input.maximumNorm)
    }
    return TrainingStepsOutput(losses: losses, weights: try weights(of: network))
  },
  Binding("05.3") { (input: FrameworkTrainingInput) in
    let network = try network(with: input.weights)
    var log = trainingLog(epochs: input.epochs)
    try train(
      network, try input.optimizer.made(for: network), on: input.training,
      validation: input.validation, epochs: input.epochs, maximumNorm: input.maximumNorm,
      log: &log)
    return FrameworkTrainingOutput(
      trainingLoss: log.trainingLoss, validationLoss: log.validationLoss,
      weights: try weights(of: network))
  },
  Binding("05.4") { (input: CarryOverInput) in
    let size = input.parameters.vocabularySize
    try manualSeed(1)
    let network = try CountingNetwork(
      vocabularySize: size, hiddenSize: input.parameters.hiddenSize, outputBias: true)
    try carryOver(input.parameters, into: network)
    let carried = try weights(of: network)
    let biases = [network.lstm.biasInputHidden, network.lstm.biasHiddenHidden].compactMap(\.self)
    let first = try noGrad {
      try rows(try network(try oneHot(input.examples[0].inputs, classes: size)))
    }
    let losses = try sgd(network, input, size)
    return CarryOverOutput(
      weights: carried, logits: first, trainedBiases: biases.filter(\.requiresGrad).count,
      losses: losses, trained: try fromScratch(try weights(of: network)))
  },
]

// MARK: - Between the framework's tensors and the numbers that are sent

private func network(with weights: NetworkWeights) throws -> CountingNetwork {
  let network = try CountingNetwork(
    vocabularySize: weights.vocabularySize, hiddenSize: weights.hiddenSize,
    outputBias: weights.outputBias != nil)
  try network.lstm.weightInputHidden.copy(from: Tensor(weights.inputHidden))
  try network.lstm.weightHiddenHidden.copy(from: Tensor(weights.hiddenHidden))
  try network.lstm.biasInputHidden?.copy(from: Tensor(weights.inputBias))
  try network.lstm.biasHiddenHidden?.copy(from: Tensor(weights.hiddenBias))
  try network.output.weight.copy(from: Tensor(weights.output))
  if let bias = weights.outputBias { try network.output.bias?.copy(from: Tensor(bias)) }
  return network
}

private func weights(of network: CountingNetwork) throws -> NetworkWeights {
  let none = Vector(zeros: 0)
  return NetworkWeights(
    inputHidden: try Matrix(network.lstm.weightInputHidden),
    hiddenHidden: try Matrix(network.lstm.weightHiddenHidden),
    inputBias: try network.lstm.biasInputHidden.map { try Vector($0) } ?? none,
    hiddenBias: try network.lstm.biasHiddenHidden.map { try Vector($0) } ?? none,
    output: try Matrix(network.output.weight),
    outputBias: try network.output.bias.map { try Vector($0) })
}

private func rows(_ logits: Tensor) throws -> [Vector] {
  let matrix = try Matrix(logits)
  return (0..<matrix.rows).map { matrix.row($0) }
}

extension OptimizerChoice {
  fileprivate func made(for network: CountingNetwork) throws -> any Optimizer {
    switch self {
    case .sgd(let learningRate): try SGD(network.parameters, learningRate: learningRate)
    case .adam(let learningRate): try Adam(network.parameters, learningRate: learningRate)
    }
  }
}

/// The checks' own training, so that 05.4 is judged alone.
private func sgd(
  _ network: CountingNetwork, _ input: CarryOverInput, _ size: Int
) throws -> [Double] {
  let parameters = network.parameters.filter(\.requiresGrad)
  let optimizer = try SGD(parameters, learningRate: input.learningRate)
  return try input.examples.map { example in
    try optimizer.zeroGrad()
    let logits = try network(try oneHot(example.inputs, classes: size))
    let loss = try crossEntropy(
      logits, targets: try Tensor(ids: example.targets), reduction: .sum)
    try loss.backward()
    _ = try clipGradientNorm(parameters, maximumNorm: input.maximumNorm)
    try optimizer.step()
    return try loss.item()
  }
}

/// The framework's blocks i, f, g, o as lesson 04's f, i, g, o on [h; x].
private func fromScratch(_ weights: NetworkWeights) throws -> LSTMParameters {
  let hidden = weights.hiddenSize
  func gate(_ block: Int) -> Matrix {
    Matrix(
      rows: (block * hidden..<(block + 1) * hidden).map {
        weights.hiddenHidden.row($0).concatenated(with: weights.inputHidden.row($0))
      })
  }
  let bias = weights.inputBias + weights.hiddenBias
  func gateBias(_ block: Int) -> Vector { Vector(bias.dropFirst(block * hidden).prefix(hidden)) }
  return LSTMParameters(
    Wf: gate(1), Wi: gate(0), Wg: gate(2), Wo: gate(3), Wv: weights.output, bf: gateBias(1),
    bi: gateBias(0), bg: gateBias(2), bo: gateBias(3),
    bv: weights.outputBias ?? Vector(zeros: weights.vocabularySize))
}
