// What crosses the pipe for the exercises of lesson 05.

public import Recurrent

/// The numbers of lesson 05's network in the framework's own layout.
///
/// The rows of the LSTM's tensors are blocks of H in the order i, f, g, o; what meets the input and what
/// meets the hidden state are two matrices, each with a bias of its own.
public struct NetworkWeights: ParameterSet, Codable, Equatable {
  /// 4H × V.
  public var inputHidden: Matrix
  /// 4H × H.
  public var hiddenHidden: Matrix
  /// 4H.
  public var inputBias: Vector
  /// 4H.
  public var hiddenBias: Vector
  /// V × H.
  public var output: Matrix
  /// V, for a network whose output has one.
  public var outputBias: Vector?

  public init(
    inputHidden: Matrix, hiddenHidden: Matrix, inputBias: Vector, hiddenBias: Vector,
    output: Matrix, outputBias: Vector? = nil
  ) {
    self.inputHidden = inputHidden
    self.hiddenHidden = hiddenHidden
    self.inputBias = inputBias
    self.hiddenBias = hiddenBias
    self.output = output
    self.outputBias = outputBias
  }

  public var hiddenSize: Int { output.columns }
  public var vocabularySize: Int { output.rows }

  /// As the framework names them.
  public var names: [String] {
    [
      "lstm.weight_ih_l0", "lstm.weight_hh_l0", "lstm.bias_ih_l0", "lstm.bias_hh_l0",
      "output.weight",
    ] + (outputBias == nil ? [] : ["output.bias"])
  }

  public var tensors: [Matrix] {
    get {
      [inputHidden, hiddenHidden, Matrix(column: inputBias), Matrix(column: hiddenBias), output]
        + (outputBias.map { [Matrix(column: $0)] } ?? [])
    }
    set {
      inputHidden = newValue[0]
      hiddenHidden = newValue[1]
      inputBias = newValue[2].column(0)
      hiddenBias = newValue[3].column(0)
      output = newValue[4]
      if outputBias != nil { outputBias = newValue[5].column(0) }
    }
  }
}

/// The optimiser that an exercise is to be run with.
public enum OptimizerChoice: Codable, Sendable, Equatable {
  case sgd(learningRate: Double)
  case adam(learningRate: Double)
}

public struct NetworkInput: Codable, Sendable {
  public var weights: NetworkWeights
  public var inputs: [Int]
  /// A sequence that the same network reads before, of which nothing may be left; empty for none.
  public var earlier: [Int]

  public init(weights: NetworkWeights, inputs: [Int], earlier: [Int] = []) {
    self.weights = weights
    self.inputs = inputs
    self.earlier = earlier
  }
}

public struct NetworkOutput: Codable, Sendable {
  /// The names of the parameters that an optimiser would be given.
  public var parameterNames: [String]
  /// T vectors of V.
  public var logits: [Vector]

  public init(parameterNames: [String], logits: [Vector]) {
    self.parameterNames = parameterNames
    self.logits = logits
  }
}

public struct TrainingStepsInput: Codable, Sendable {
  public var weights: NetworkWeights
  public var optimizer: OptimizerChoice
  /// One step for each, in order, with one optimiser.
  public var examples: [Example]
  public var maximumNorm: Double

  public init(
    weights: NetworkWeights, optimizer: OptimizerChoice, examples: [Example], maximumNorm: Double
  ) {
    self.weights = weights
    self.optimizer = optimizer
    self.examples = examples
    self.maximumNorm = maximumNorm
  }
}

public struct TrainingStepsOutput: Codable, Sendable {
  /// What each step returned.
  public var losses: [Double]
  public var weights: NetworkWeights

  public init(losses: [Double], weights: NetworkWeights) {
    self.losses = losses
    self.weights = weights
  }
}

public struct FrameworkTrainingInput: Codable, Sendable {
  public var weights: NetworkWeights
  public var optimizer: OptimizerChoice
  public var training: [Example]
  public var validation: [Example]
  public var epochs: Int
  public var maximumNorm: Double

  public init(
    weights: NetworkWeights, optimizer: OptimizerChoice, training: [Example],
    validation: [Example], epochs: Int, maximumNorm: Double
  ) {
    self.weights = weights
    self.optimizer = optimizer
    self.training = training
    self.validation = validation
    self.epochs = epochs
    self.maximumNorm = maximumNorm
  }
}

public struct FrameworkTrainingOutput: Codable, Sendable {
  public var trainingLoss: [Double]
  public var validationLoss: [Double]
  public var weights: NetworkWeights

  public init(trainingLoss: [Double], validationLoss: [Double], weights: NetworkWeights) {
    self.trainingLoss = trainingLoss
    self.validationLoss = validationLoss
    self.weights = weights
  }
}

public struct CarryOverInput: Codable, Sendable {
  public var parameters: LSTMParameters
  /// Run through the network after its weights are carried over, one SGD step for each.
  public var examples: [Example]
  public var learningRate: Double
  public var maximumNorm: Double

  public init(
    parameters: LSTMParameters, examples: [Example], learningRate: Double, maximumNorm: Double
  ) {
    self.parameters = parameters
    self.examples = examples
    self.learningRate = learningRate
    self.maximumNorm = maximumNorm
  }
}

public struct CarryOverOutput: Codable, Sendable {
  /// After carrying over, before training.
  public var weights: NetworkWeights
  /// The logits of the first example, before training.
  public var logits: [Vector]
  /// How many of the LSTM's two biases an optimiser would train.
  public var trainedBiases: Int
  /// Before each SGD step.
  public var losses: [Double]
  /// After training; of the two biases their sum.
  public var trained: LSTMParameters

  public init(
    weights: NetworkWeights, logits: [Vector], trainedBiases: Int, losses: [Double],
    trained: LSTMParameters
  ) {
    self.weights = weights
    self.logits = logits
    self.trainedBiases = trainedBiases
    self.losses = losses
    self.trained = trained
  }
}
