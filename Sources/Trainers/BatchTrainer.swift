import Engines
public import Recurrent

// T steps, B sequences, H hidden size, V vocabulary size.

/// Trains a network in place on padded batches, as products of matrices: the arithmetic of
/// `batchedForward`, `maskedCrossEntropy`, `batchedBackward`, `clip` and `sgdStep`, from states of
/// zero.
public final class BatchTrainer<Parameters: ParameterSet> {
  typealias Weights = (layers: [[[RecurrentLayer.Block]]], output: Matrix, bias: Vector)

  private let engine: BatchEngine
  private let assemble: (Weights) -> Parameters

  /// - Parameter assemble: parameters out of the engine's blocks, per layer and direction.
  init(_ engine: BatchEngine, assemble: @escaping (Weights) -> Parameters) {
    self.engine = engine
    self.assemble = assemble
  }

  public var parameters: Parameters {
    assemble((engine.layers.map { $0.map(\.blocks) }, engine.output.weights, engine.output.biases))
  }

  /// The gradient of the mean loss of the batch that ``backward(_:)`` has gone through.
  public var gradients: Parameters {
    assemble(
      (
        engine.layers.map { $0.map(\.gradients) }, engine.output.weightGradient,
        engine.output.biasGradient
      ))
  }

  /// Runs a batch and keeps what ``backward(_:)`` needs.
  ///
  /// - Returns: the mean cross-entropy, nats per token.
  /// - Throws: ``BatchError`` for a batch that does not fit the network.
  public func forward(_ batch: Batch) throws -> Double {
    try batch.validate(vocabularySize: engine.vocabularySize, classes: engine.classes)
    return engine.forward(batch)
  }

  /// The gradient of the batch that ``forward(_:)`` has just run.
  public func backward(_ batch: Batch) { engine.backward(batch) }

  /// Clips by the global norm and steps down the gradient.
  public func update(learningRate: Double, maximumNorm: Double) {
    engine.update(learningRate: learningRate, maximumNorm: maximumNorm)
  }

  /// One update by the clipped gradient of a batch's mean loss.
  ///
  /// - Returns: the loss before the update, nats per token.
  /// - Throws: ``BatchError`` for a batch that does not fit the network.
  public func step(
    on batch: Batch, learningRate: Double, maximumNorm: Double
  ) throws -> Double {
    let loss = try forward(batch)
    backward(batch)
    update(learningRate: learningRate, maximumNorm: maximumNorm)
    return loss
  }

  /// What the layer on top gave in the last forward pass: T matrices, one column per sequence.
  public func outputs(of batch: Batch) -> [Matrix] {
    let top = engine.given(engine.layers.count - 1, BatchLayout(batch))
    let width = engine.output.hiddenSize
    let stride = (width + 7) / 8
    return (0..<batch.steps).map { t in
      Matrix(
        columns: (0..<batch.size).map { b in
          let column = (top + (t * batch.size + b) * stride).scalars
          return Vector((0..<width).map { column[$0] })
        })
    }
  }

  /// The logits of the last forward pass: T matrices of V × B, or of as many rows as there are tags.
  public func logits(of batch: Batch) -> [Matrix] {
    outputs(of: batch).map {
      (engine.output.weights * $0).adding(toColumns: engine.output.biases)
    }
  }
}

extension BatchTrainer<RNNParameters> {
  public convenience init(_ p: RNNParameters) {
    let layer = RecurrentLayer(
      .elman, blocks: [.init(input: p.U, recurrent: p.V, bias: p.bHidden)])
    self.init(BatchEngine([[layer]], output: p.W, p.bOutput)) { weights in
      let block = weights.layers[0][0][0]
      return RNNParameters(
        U: block.input, V: block.recurrent, W: weights.output, bHidden: block.bias,
        bOutput: weights.bias)
    }
  }
}

extension BatchTrainer<LSTMParameters> {
  public convenience init(_ p: LSTMParameters) {
    let (hidden, vocabulary) = (p.hiddenSize, p.vocabularySize)
    func block(_ weights: Matrix, _ bias: Vector) -> RecurrentLayer.Block {
      RecurrentLayer.Block(
        input: weights.selecting(columns: Array(hidden..<hidden + vocabulary)),
        recurrent: weights.selecting(columns: Array(0..<hidden)), bias: bias)
    }
    let layer = RecurrentLayer(
      .lstm, blocks: [block(p.Wf, p.bf), block(p.Wi, p.bi), block(p.Wo, p.bo), block(p.Wg, p.bg)])
    self.init(BatchEngine([[layer]], output: p.Wv, p.bv)) { weights in
      func whole(_ k: Int) -> Matrix {
        let block = weights.layers[0][0][k]
        return Matrix(
          rows: (0..<hidden).map {
            block.recurrent.row($0).concatenated(with: block.input.row($0))
          })
      }
      func bias(_ k: Int) -> Vector { weights.layers[0][0][k].bias }
      return LSTMParameters(
        Wf: whole(0), Wi: whole(1), Wg: whole(3), Wo: whole(2), Wv: weights.output, bf: bias(0),
        bi: bias(1), bg: bias(3), bo: bias(2), bv: weights.bias)
    }
  }
}
