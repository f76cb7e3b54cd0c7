package import Recurrent

// T steps, B sequences, V vocabulary size, C classes; D directions of each layer.

/// A network of recurrent layers that is trained in place on batches: tokens go in, each layer reads
/// what the one below gives, and from the states on top come the logits.
package final class BatchEngine {
  /// From the bottom up; a layer of two directions gives [forward; backward].
  package let layers: [[RecurrentLayer]]
  package let output: OutputLayer
  /// V, the words it reads, and C, what it tells apart: the same words in a language model, tags in a
  /// tagger.
  package let vocabularySize: Int, classes: Int

  private let tokens = LaneBuffer(), dTop = LaneBuffer()
  /// What each layer gives, one column for each place; and the gradients there, of all directions
  /// together and of one.
  private var joined: [LaneBuffer]
  private var dJoined: [LaneBuffer]
  private let dDirection = LaneBuffer()
  private var dLogits: [Double] = []

  package init(_ layers: [[RecurrentLayer]], output W: Matrix, _ b: Vector) {
    self.layers = layers
    output = OutputLayer(W, b)
    vocabularySize = layers[0][0].inputSize
    classes = W.rows
    joined = layers.map { _ in LaneBuffer() }
    dJoined = layers.map { _ in LaneBuffer() }
  }

  /// Runs a batch and keeps what ``backward(_:)`` needs.
  ///
  /// - Returns: the mean cross-entropy, nats per token.
  package func forward(_ batch: Batch) -> Double {
    let layout = BatchLayout(batch)
    let width = (vocabularySize + 7) / 8
    var inputs = tokens.zeros(layout.places * width)
    for t in 0..<batch.steps {
      for b in 0..<batch.size {
        (inputs + (t * batch.size + b) * width).scalars[batch.inputs[t][b]] = 1
      }
    }
    for (k, layer) in layers.enumerated() {
      for direction in layer { direction.forward(inputs, layout) }
      inputs = join(layer, joined[k], layout)
    }
    let share = 1 / Double(batch.tokens)
    dLogits = Array(repeating: 0, count: layout.places * classes)
    var loss = 0.0
    dLogits.withUnsafeMutableBufferPointer { numbers in
      guard let numbers = numbers.baseAddress else { return }
      for place in 0..<layout.places where layout.isToken[place] {
        let d = numbers + place * classes
        let target = batch.targets[place / batch.size][place % batch.size]
        loss += output.loss(inputs + place * output.height, target: target, d)
        for v in 0..<classes { d[v] *= share }
      }
    }
    return loss * share
  }

  /// The gradient of the mean loss of the batch that ``forward(_:)`` has just run.
  package func backward(_ batch: Batch) {
    let layout = BatchLayout(batch)
    output.clearGradients()
    var d = dTop.zeros(layout.places * output.height)
    let top = given(layers.count - 1, layout)
    dLogits.withUnsafeMutableBufferPointer { numbers in
      guard let numbers = numbers.baseAddress else { return }
      for place in 0..<layout.places where layout.isToken[place] {
        output.backward(
          top + place * output.height, numbers + place * classes,
          addingTo: d + place * output.height)
      }
    }
    for (k, layer) in layers.enumerated().reversed() {
      let inputs = k > 0 ? given(k - 1, layout) : tokens.lanes
      let below = k > 0 ? dJoined[k].zeros(layout.places * layer[0].inputHeight) : nil
      for (number, direction) in layer.enumerated() {
        let own = part(number, of: layer, d, layout)
        direction.backward(inputs, own, addingTo: below, layout)
      }
      if let below { d = below }
    }
  }

  /// Clips by the global norm and steps down the gradient.
  package func update(learningRate: Double, maximumNorm: Double) {
    let all = layers.joined()
    let square = all.reduce(output.sumOfSquares) { $0 + $1.sumOfSquares }
    let factor = -min(1, maximumNorm / (square.squareRoot() + 1e-6)) * learningRate
    for layer in all { layer.step(factor) }
    output.step(factor)
  }

  // MARK: - Directions side by side

  /// What layer k gives: one column for each place, the numbers of its directions one after another.
  package func given(_ k: Int, _ layout: BatchLayout) -> Lanes {
    layers[k].count == 1 ? layers[k][0].outputs(layout) : joined[k].lanes
  }

  private func join(
    _ layer: [RecurrentLayer], _ buffer: LaneBuffer, _ layout: BatchLayout
  ) -> Lanes {
    if layer.count == 1 { return layer[0].outputs(layout) }
    let size = layer[0].hiddenSize
    let height = (layer.count * size + 7) / 8
    let result = buffer.zeros(layout.places * height)
    for (number, direction) in layer.enumerated() {
      let outputs = direction.outputs(layout)
      for place in 0..<layout.places {
        ((result + place * height).scalars + number * size).update(
          from: (outputs + place * direction.height).scalars, count: size)
      }
    }
    return result
  }

  /// The gradient at what one direction gave, out of that of the whole layer.
  private func part(
    _ number: Int, of layer: [RecurrentLayer], _ d: Lanes, _ layout: BatchLayout
  ) -> Lanes {
    if layer.count == 1 { return d }
    let direction = layer[number]
    let height = (layer.count * direction.hiddenSize + 7) / 8
    let result = dDirection.zeros(layout.places * direction.height)
    for place in 0..<layout.places {
      (result + place * direction.height).scalars.update(
        from: (d + place * height).scalars + number * direction.hiddenSize,
        count: direction.hiddenSize)
    }
    return result
  }
}
