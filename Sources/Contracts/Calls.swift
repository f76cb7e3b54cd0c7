// What crosses the pipe for each exercise: its input as the trusted side sends it, its output as the
// student's side returns it. The bindings in Exercises/ and the checks in Course agree on these.

public import Recurrent

// MARK: - 01 Encoding

public struct EncodingInput: Codable, Sendable {
  public var vocabulary: Vocabulary
  public var words: [String]
  public var ids: [Int]

  public init(vocabulary: Vocabulary, words: [String], ids: [Int]) {
    self.vocabulary = vocabulary
    self.words = words
    self.ids = ids
  }
}

public struct EncodingOutput: Codable, Sendable {
  public var ids: [Int]
  public var words: [String]

  public init(ids: [Int], words: [String]) {
    self.ids = ids
    self.words = words
  }
}

public struct OneHotInput: Codable, Sendable {
  public var ids: [Int]
  public var size: Int

  public init(ids: [Int], size: Int) {
    self.ids = ids
    self.size = size
  }
}

public struct OneHotOutput: Codable, Sendable {
  /// The vector of each single token.
  public var vectors: [Vector]
  /// The matrix of the whole sequence.
  public var matrix: Matrix

  public init(vectors: [Vector], matrix: Matrix) {
    self.vectors = vectors
    self.matrix = matrix
  }
}

public struct PartitionOutput: Codable, Sendable {
  public var training: [Int]
  public var validation: [Int]
  public var test: [Int]

  public init(training: [Int], validation: [Int], test: [Int]) {
    self.training = training
    self.validation = validation
    self.test = test
  }
}

// MARK: - 02 The forward pass

public struct InitialParametersInput: Codable, Sendable {
  public var hiddenSize: Int
  public var vocabularySize: Int
  public var seed: UInt32
  /// How many networks are drawn before from the same generator: each has to move it on.
  public var earlier: Int

  public init(hiddenSize: Int, vocabularySize: Int, seed: UInt32, earlier: Int = 0) {
    self.hiddenSize = hiddenSize
    self.vocabularySize = vocabularySize
    self.seed = seed
    self.earlier = earlier
  }

  /// What the last of the calls gives that share one generator.
  public func last<Parameters>(
    _ draw: (inout SeededRandom) throws -> Parameters
  ) rethrows -> Parameters {
    var random = SeededRandom(seed: seed)
    for _ in 0..<earlier { _ = try draw(&random) }
    return try draw(&random)
  }
}

public struct ActivationsOutput: Codable, Sendable {
  public var sigmoid: Vector
  public var tanh: Vector
  public var softmax: Vector

  public init(sigmoid: Vector, tanh: Vector, softmax: Vector) {
    self.sigmoid = sigmoid
    self.tanh = tanh
    self.softmax = softmax
  }
}

public struct RNNStepInput: Codable, Sendable {
  public var token: Int
  public var hidden: Vector
  public var parameters: RNNParameters

  public init(token: Int, hidden: Vector, parameters: RNNParameters) {
    self.token = token
    self.hidden = hidden
    self.parameters = parameters
  }
}

public struct RNNForwardInput: Codable, Sendable {
  public var inputs: [Int]
  public var initialHidden: Vector
  public var parameters: RNNParameters

  public init(inputs: [Int], initialHidden: Vector, parameters: RNNParameters) {
    self.inputs = inputs
    self.initialHidden = initialHidden
    self.parameters = parameters
  }
}

public struct CrossEntropyInput: Codable, Sendable {
  public var logits: [Vector]
  public var targets: [Int]

  public init(logits: [Vector], targets: [Int]) {
    self.logits = logits
    self.targets = targets
  }
}

public struct CrossEntropyOutput: Codable, Sendable {
  public var sum: Double
  public var mean: Double

  public init(sum: Double, mean: Double) {
    self.sum = sum
    self.mean = mean
  }
}

// MARK: - 03 Backpropagation through time

public struct RNNBackwardInput: Codable, Sendable {
  public var trace: RNNTrace
  public var targets: [Int]
  public var parameters: RNNParameters

  public init(trace: RNNTrace, targets: [Int], parameters: RNNParameters) {
    self.trace = trace
    self.targets = targets
    self.parameters = parameters
  }
}

public struct RNNBackwardOutput: Codable, Sendable {
  public var gradients: RNNParameters
  public var dInitialHidden: Vector

  public init(gradients: RNNParameters, dInitialHidden: Vector) {
    self.gradients = gradients
    self.dInitialHidden = dInitialHidden
  }
}

public struct GradientCheckInput: Codable, Sendable {
  public var function: TestFunction
  public var point: TensorList
  public var step: Double
  /// Two gradients to compare.
  public var analytic: TensorList
  public var numerical: TensorList

  public init(
    function: TestFunction, point: TensorList, step: Double, analytic: TensorList,
    numerical: TensorList
  ) {
    self.function = function
    self.point = point
    self.step = step
    self.analytic = analytic
    self.numerical = numerical
  }
}

public struct GradientCheckOutput: Codable, Sendable {
  public var gradient: TensorList
  public var relativeError: Double

  public init(gradient: TensorList, relativeError: Double) {
    self.gradient = gradient
    self.relativeError = relativeError
  }
}

public struct ClipInput: Codable, Sendable {
  public var gradients: TensorList
  public var maximumNorm: Double

  public init(gradients: TensorList, maximumNorm: Double) {
    self.gradients = gradients
    self.maximumNorm = maximumNorm
  }
}

public struct SGDInput: Codable, Sendable {
  public var parameters: TensorList
  public var gradients: [TensorList]
  public var learningRate: Double

  public init(parameters: TensorList, gradients: [TensorList], learningRate: Double) {
    self.parameters = parameters
    self.gradients = gradients
    self.learningRate = learningRate
  }
}

/// 03.5 of an Elman network, 04.5 of an LSTM.
public struct TrainingInput<Parameters: ParameterSet & Codable>: Codable, Sendable {
  public var parameters: Parameters
  public var training: [Example]
  public var validation: [Example]
  public var epochs: Int
  public var learningRate: Double
  public var maximumNorm: Double

  public init(
    parameters: Parameters, training: [Example], validation: [Example], epochs: Int,
    learningRate: Double, maximumNorm: Double
  ) {
    self.parameters = parameters
    self.training = training
    self.validation = validation
    self.epochs = epochs
    self.learningRate = learningRate
    self.maximumNorm = maximumNorm
  }
}

public struct TrainingOutput<Parameters: ParameterSet & Codable>: Codable, Sendable {
  public var trainingLoss: [Double]
  public var validationLoss: [Double]
  public var parameters: Parameters

  public init(trainingLoss: [Double], validationLoss: [Double], parameters: Parameters) {
    self.trainingLoss = trainingLoss
    self.validationLoss = validationLoss
    self.parameters = parameters
  }
}

public struct GenerationInput: Codable, Sendable {
  public var prompt: [Int]
  public var parameters: RNNParameters
  public var endOfSequence: Int
  public var limit: Int

  public init(prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int) {
    self.prompt = prompt
    self.parameters = parameters
    self.endOfSequence = endOfSequence
    self.limit = limit
  }
}
