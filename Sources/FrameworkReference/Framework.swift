public import Recurrent
public import Torch

// 05 The framework.   T steps, H hidden size, V vocabulary size.

// MARK: - 05.1 The network

/// 05.1 – an LSTM and a linear layer from its hidden states to logits.
public final class CountingNetwork: Module {
  public let lstm: LSTM
  public let output: Linear

  public init(vocabularySize: Int, hiddenSize: Int, outputBias: Bool) throws {
    lstm = try LSTM(inputSize: vocabularySize, hiddenSize: hiddenSize)
    output = try Linear(
      inFeatures: hiddenSize, outFeatures: vocabularySize, bias: outputBias)
  }

  /// A network of layers that there are already.
  public init(lstm: LSTM, output: Linear) {
    self.lstm = lstm
    self.output = output
  }

  /// One-hot inputs, T × V, to logits, T × V.
  public func callAsFunction(_ inputs: Tensor) throws -> Tensor {
    try output(try lstm(inputs).output)
  }
}

// MARK: - 05.2 One training step

/// 05.2 – forget the old gradient, forward, loss, backward, clip, step.
public func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  try optimizer.zeroGrad()
  let loss = try crossEntropy(try network(inputs), targets: targets, reduction: .sum)
  try loss.backward()
  _ = try clipGradientNorm(network.parameters, maximumNorm: maximumNorm)
  try optimizer.step()
  return try loss.item()
}

// MARK: - 05.3 The training loop

/// 05.3 – per epoch: the validation loss without gradients, then one step per training sequence.
public func train(
  _ network: CountingNetwork, _ optimizer: any Optimizer, on training: [Example],
  validation: [Example], epochs: Int, maximumNorm: Double, log: inout TrainingLog
) throws {
  let size = network.output.weight.shape[0]
  func tensors(_ examples: [Example]) throws -> [(inputs: Tensor, targets: Tensor)] {
    try examples.map { (try oneHot($0.inputs, classes: size), try Tensor(ids: $0.targets)) }
  }
  let (training, validation) = (try tensors(training), try tensors(validation))
  for _ in 0..<epochs {
    let validationLoss = try noGrad {
      try validation.map {
        try crossEntropy(try network($0.inputs), targets: $0.targets, reduction: .sum).item()
      }.reduce(0, +)
    }
    var trainingLoss = 0.0
    for example in training {
      trainingLoss += try trainingStep(
        network, optimizer, inputs: example.inputs, targets: example.targets,
        maximumNorm: maximumNorm)
    }
    log.record(
      training: trainingLoss / Double(training.count),
      validation: validationLoss / Double(validation.count))
  }
}

// MARK: - 05.4 Carry your weights over

/// 05.4 – lesson 04's parameters in the framework's order, i, f, g, o; the second bias zero and frozen.
public func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let p = parameters
  let hidden = p.hiddenSize
  let gates = [p.Wi, p.Wf, p.Wg, p.Wo]
  func stacked(_ columns: Range<Int>) -> Matrix {
    Matrix(
      rows: gates.flatMap { gate in
        (0..<hidden).map { row in Vector(columns.map { gate[row, $0] }) }
      })
  }
  let biases = Vector([p.bi, p.bf, p.bg, p.bo].flatMap { Array($0) })
  try network.lstm.weightHiddenHidden.copy(from: Tensor(stacked(0..<hidden)))
  try network.lstm.weightInputHidden.copy(
    from: Tensor(stacked(hidden..<hidden + p.vocabularySize)))
  try network.lstm.biasInputHidden?.copy(from: Tensor(biases))
  try network.lstm.biasHiddenHidden?.copy(from: Tensor(Vector(zeros: 4 * hidden)))
  try network.lstm.biasHiddenHidden?.requiresGrad(false)
  try network.output.weight.copy(from: Tensor(p.Wv))
  try network.output.bias?.copy(from: Tensor(p.bv))
}
