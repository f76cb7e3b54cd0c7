import Contracts
import Recurrent
import Reference

// T steps, B sequences, H hidden size, V vocabulary size.

/// Right solutions of this lesson, written in other ways than the reference.
enum RightBatch {
  static let padding = RightVariant("06.1", "padding row by row, with the lengths at hand") {
    (examples: [Example]) in
    let longest = examples.reduce(0) { Swift.max($0, $1.targets.count) }
    func row(_ t: Int, _ part: (Example) -> [Int]) -> [Int] {
      examples.map { t < part($0).count ? part($0)[t] : 0 }
    }
    let mask = (0..<longest).map { t in
      Vector(examples.map { t < $0.inputs.count ? 1.0 : 0.0 })
    }
    return Batch(
      inputs: (0..<longest).map { row($0) { $0.inputs } },
      targets: (0..<longest).map { row($0) { $0.targets } }, mask: Matrix(rows: mask))
  }

  static let maskedCrossEntropy = RightVariant(
    "06.2",
    "a loss by the probabilities' logarithm, a gradient on whole matrices with the mask as factor"
  ) { (input: MaskedCrossEntropyInput) in
    let batch = input.batch
    let count = batch.mask.elements.reduce(0, +)
    var losses: [Double] = []
    let dLogits = try (0..<batch.steps).map { t -> Matrix in
      let columns = try (0..<batch.size).map { b -> Vector in
        var column = try Reference.softmax(input.logits[t].column(b))
        if batch.mask[t, b] == 1 {
          let logits = input.logits[t].column(b)
          let top = logits.max() ?? 0
          losses.append(top + log(logits.map { exp($0 - top) }.sum) - logits[batch.targets[t][b]])
        }
        column[batch.targets[t][b]] -= 1
        return column
      }
      return (1 / count) * Matrix(columns: columns).scaling(columns: batch.mask.row(t))
    }
    return MaskedCrossEntropyOutput(loss: losses.reduce(0, +) / count, dLogits: dLogits)
  }

  static let forwardBySingles = RightVariant(
    "06.3", "a forward pass that runs every sequence alone and repeats its last state"
  ) { (input: BatchedForwardInput) in
    let (batch, p) = (input.batch, input.parameters)
    let columns = try (0..<batch.size).map { b -> (hidden: [Vector], logits: [Vector]) in
      let length = Int(batch.mask.column(b).sum)
      let trace = try Reference.rnnForward(
        (0..<length).map { batch.inputs[$0][b] }, initialHidden: input.initialHidden.column(b),
        parameters: p)
      func held(_ vectors: [Vector]) -> [Vector] {
        (0..<batch.steps).map { vectors[Swift.min($0, length - 1)] }
      }
      return (held(trace.hidden), held(trace.logits))
    }
    return BatchTrace(
      batch: batch, initialHidden: input.initialHidden,
      hidden: (0..<batch.steps).map { t in Matrix(columns: columns.map { $0.hidden[t] }) },
      logits: (0..<batch.steps).map { t in Matrix(columns: columns.map { $0.logits[t] }) })
  }

  static let forwardUndone = RightVariant(
    "06.3", "a forward pass on one-hot matrices that undoes the step where there is padding"
  ) { (input: BatchedForwardInput) in
    let (batch, p) = (input.batch, input.parameters)
    var trace = BatchTrace(batch: batch, initialHidden: input.initialHidden)
    var hidden = input.initialHidden
    for t in 0..<batch.steps {
      let x: Matrix = try Reference.oneHot(batch.inputs[t], size: p.vocabularySize).transposed
      let new = (p.V * hidden + p.U * x).adding(toColumns: p.bHidden).map { tanh($0) }
      // h′ + m (h̃ − h′).
      hidden = hidden + (new - hidden).scaling(columns: batch.mask.row(t))
      trace.hidden.append(hidden)
      let ones = Matrix(rows: [Vector((0..<batch.size).map { _ in 1.0 })])
      trace.logits.append(p.W * hidden + Matrix(column: p.bOutput) * ones)
    }
    return trace
  }

  static let backwardBySingles = RightVariant(
    "06.4", "a backward pass that goes through every sequence alone, vectors all the way"
  ) { (input: BatchedBackwardInput) in
    let (trace, p) = (input.trace, input.parameters)
    let batch = trace.batch
    var g = p.zeros
    var starts: [Vector] = []
    for b in 0..<batch.size {
      var dh = Vector(zeros: p.hiddenSize)
      for t in (0..<batch.steps).reversed() {
        let dz = input.dLogits[t].column(b)
        let h = trace.hidden[t].column(b)
        g.W.addOuter(dz, h)
        g.bOutput += dz
        dh += p.W.transposedProduct(dz)
        guard batch.mask[t, b] == 1 else { continue }
        let da = dh * (1 - h * h)
        g.bHidden += da
        g.U.addOuter(da, try Reference.oneHot(batch.inputs[t][b], size: p.vocabularySize))
        g.V.addOuter(da, (t > 0 ? trace.hidden[t - 1] : trace.initialHidden).column(b))
        dh = p.V.transposedProduct(da)
      }
      starts.append(dh)
    }
    return BatchedBackwardOutput(gradients: g, dInitialHidden: Matrix(columns: starts))
  }

  static let backwardByProducts = RightVariant(
    "06.4", "a backward pass on products with transposes and vectors of ones"
  ) { (input: BatchedBackwardInput) in
    let (trace, p) = (input.trace, input.parameters)
    let batch = trace.batch
    var g = p.zeros
    var carry = Matrix(zeros: p.hiddenSize, batch.size)
    let ones = Vector((0..<batch.size).map { _ in 1.0 })
    for t in stride(from: batch.steps - 1, through: 0, by: -1) {
      let h = trace.hidden[t]
      let before = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
      let dh = carry + p.W.transposed * input.dLogits[t]
      let through = dh.scaling(columns: batch.mask.row(t))
      let da = through - through.hadamard(h).hadamard(h)
      let x: Matrix = try Reference.oneHot(batch.inputs[t], size: p.vocabularySize)
      g.U += da * x
      g.V += da * before.transposed
      g.W += input.dLogits[t] * h.transposed
      g.bHidden += da * ones
      g.bOutput += input.dLogits[t] * ones
      carry = p.V.transposed * da + (dh - through)
    }
    return BatchedBackwardOutput(gradients: g, dInitialHidden: carry)
  }

  static let step = RightVariant("06.5", "a step by the mean of the single gradients") {
    (input: BatchTrainingInput) in
    var p = input.parameters
    let losses = try input.batches.map { batch -> Double in
      var (loss, g) = (0.0, p.zeros)
      for b in 0..<batch.size {
        let length = Int(batch.mask.column(b).sum)
        let (x, y) = (0..<length).map { (batch.inputs[$0][b], batch.targets[$0][b]) }
          .reduce(into: ([Int](), [Int]())) {
            $0.0.append($1.0); $0.1.append($1.1)
          }
        let trace = try Reference.rnnForward(
          x, initialHidden: Vector(zeros: p.hiddenSize), parameters: p)
        loss += try Reference.crossEntropy(trace.logits, targets: y, reduction: .sum)
        let single = try Reference.rnnBackward(trace, targets: y, parameters: p).gradients
        g.tensors = zip(g.tensors, single.tensors).map { $0 + $1 }
      }
      g.tensors = g.tensors.map { (1 / Double(batch.tokens)) * $0 }
      try Reference.sgdStep(
        &p, gradients: try Reference.clip(g, maximumNorm: input.maximumNorm),
        learningRate: input.learningRate)
      return loss / Double(batch.tokens)
    }
    return BatchTrainingOutput(losses: losses, parameters: p)
  }

  static let buckets = RightVariant("06.6", "buckets by inserting each sequence behind its equals")
  { (input: BucketsInput) in
    var sorted: [Example] = []
    for example in input.examples {
      let place =
        sorted.firstIndex { $0.inputs.count > example.inputs.count } ?? sorted.endIndex
      sorted.insert(example, at: place)
    }
    var result: [[Example]] = []
    for example in sorted {
      if let last = result.last, last.count < input.size {
        result[result.count - 1].append(example)
      } else {
        result.append([example])
      }
    }
    return result
  }

  static let all: [RightVariant] =
    [
      padding, maskedCrossEntropy, forwardBySingles, forwardUndone, backwardBySingles,
      backwardByProducts, step, buckets,
    ]
}
