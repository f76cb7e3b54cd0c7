import Recurrent

/// The buffers and loops of ``RNNTrainer``.
final class RNNEngine {
  private let hiddenSize: Int
  private let vocabularySize: Int
  /// `hiddenSize` in whole registers.
  private let lanes: Int

  private typealias Lane = SIMD8<Double>
  // Weights: V by columns, its transpose (V by rows), U by columns, W by rows.
  private var vColumns: [Lane], vRows: [Lane], uColumns: [Lane], wRows: [Lane], bHidden: [Lane]
  private var bOutput: [Double]
  private var dV: [Lane], dU: [Lane], dW: [Lane], dbHidden: [Lane], dbOutput: [Double]
  // One sequence: hidden states (one more than steps), activations' gradients, logits' gradients.
  private var hidden: [Lane] = [], dActivation: [Lane] = [], dLogits: [Double] = []

  init(_ parameters: RNNParameters) {
    hiddenSize = parameters.hiddenSize
    vocabularySize = parameters.vocabularySize
    let lanes = (hiddenSize + 7) / 8
    self.lanes = lanes
    func columns(_ matrix: Matrix) -> [Lane] {
      (0..<matrix.columns).flatMap { packed(matrix.column($0), lanes) }
    }
    vColumns = columns(parameters.V)
    vRows = columns(parameters.V.transposed)
    uColumns = columns(parameters.U)
    wRows = columns(parameters.W.transposed)
    bHidden = packed(parameters.bHidden, lanes)
    bOutput = Array(parameters.bOutput)
    dV = Array(repeating: .zero, count: vColumns.count)
    dU = Array(repeating: .zero, count: uColumns.count)
    dW = Array(repeating: .zero, count: wRows.count)
    dbHidden = Array(repeating: .zero, count: lanes)
    dbOutput = Array(repeating: 0, count: vocabularySize)
  }

  var parameters: RNNParameters {
    func matrix(_ columns: [Lane], _ rows: Int) -> Matrix {
      Matrix(rows: columns.chunks(of: lanes).map { unpacked($0, rows) }).transposed
    }
    return RNNParameters(
      U: matrix(uColumns, hiddenSize), V: matrix(vColumns, hiddenSize),
      W: matrix(wRows, hiddenSize).transposed, bHidden: unpacked(bHidden[...], hiddenSize),
      bOutput: Vector(bOutput))
  }
}

private func packed(_ vector: Vector, _ lanes: Int) -> [SIMD8<Double>] {
  var result = [SIMD8<Double>](repeating: .zero, count: lanes)
  for (i, value) in vector.enumerated() { result[i / 8][i % 8] = value }
  return result
}

private func unpacked(_ lanes: ArraySlice<SIMD8<Double>>, _ count: Int) -> Vector {
  let first = lanes.startIndex
  return Vector((0..<count).map { lanes[first + $0 / 8][$0 % 8] })
}

extension Array {
  fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<$0 + size] }
  }
}

// MARK: - Forward

extension RNNEngine {
  /// Runs a sequence from a zero state and keeps what ``backward(_:)`` needs.
  ///
  /// - Returns: the summed cross-entropy, nats.
  func forward(_ example: Example) -> Double {
    let steps = example.inputs.count
    grow(steps)
    var loss = 0.0
    hidden.withUnsafeMutableBufferPointer { hidden in
      dLogits.withUnsafeMutableBufferPointer { dLogits in
        for k in 0..<lanes { hidden[k] = .zero }
        for t in 0..<steps {
          let before = hidden.baseAddress! + t * lanes
          let after = before + lanes
          affine(token: example.inputs[t], before, after)
          loss += output(after, target: example.targets[t], dLogits.baseAddress! + t * vocabularySize)
        }
      }
    }
    return loss
  }

  private func grow(_ steps: Int) {
    if hidden.count < (steps + 1) * lanes {
      hidden = Array(repeating: .zero, count: (steps + 1) * lanes)
      dActivation = Array(repeating: .zero, count: steps * lanes)
      dLogits = Array(repeating: 0, count: steps * vocabularySize)
    }
  }

  /// after = tanh(U x + V before + b_h).
  private func affine(
    token: Int, _ before: UnsafePointer<Lane>, _ after: UnsafeMutablePointer<Lane>
  ) {
    vColumns.withUnsafeBufferPointer { v in
      uColumns.withUnsafeBufferPointer { u in
        bHidden.withUnsafeBufferPointer { b in
          for k in 0..<lanes { after[k] = b[k] + u[token * lanes + k] }
          accumulate(v.baseAddress!, before, hiddenSize, after)
        }
      }
    }
    for k in 0..<lanes {
      for i in 0..<8 where k * 8 + i < hiddenSize { after[k][i] = tanh(after[k][i]) }
    }
  }

  /// Σⱼ column j · x[j], added to `result`.
  @inline(__always)
  private func accumulate(
    _ columns: UnsafePointer<Lane>, _ x: UnsafePointer<Lane>, _ count: Int,
    _ result: UnsafeMutablePointer<Lane>
  ) {
    let scalars = UnsafeRawPointer(x).assumingMemoryBound(to: Double.self)
    for j in 0..<count {
      let factor = Lane(repeating: scalars[j])
      let column = columns + j * lanes
      for k in 0..<lanes { result[k].addProduct(column[k], factor) }
    }
  }

  /// Logits, their softmax minus the one-hot target, and the step's loss.
  @inline(__always)
  private func output(
    _ hidden: UnsafePointer<Lane>, target: Int, _ dLogits: UnsafeMutablePointer<Double>
  ) -> Double {
    var maximum = -Double.infinity
    wRows.withUnsafeBufferPointer { w in
      for c in 0..<vocabularySize {
        var sums = Lane.zero
        for k in 0..<lanes { sums.addProduct(w[c * lanes + k], hidden[k]) }
        dLogits[c] = sums.sum() + bOutput[c]
        maximum = max(maximum, dLogits[c])
      }
    }
    let logit = dLogits[target] - maximum
    var sum = 0.0
    for c in 0..<vocabularySize {
      dLogits[c] = exp(dLogits[c] - maximum)
      sum += dLogits[c]
    }
    for c in 0..<vocabularySize { dLogits[c] /= sum }
    dLogits[target] -= 1
    return log(sum) - logit
  }
}

// MARK: - Backward

extension RNNEngine {
  /// The gradient of the sequence that ``forward(_:)`` has just run.
  func backward(_ example: Example) {
    for i in dU.indices { dU[i] = .zero }
    for i in dW.indices { dW[i] = .zero }
    for i in dbHidden.indices { dbHidden[i] = .zero }
    for i in dbOutput.indices { dbOutput[i] = 0 }
    let steps = example.inputs.count
    var dNext = [Lane](repeating: .zero, count: lanes)
    hidden.withUnsafeBufferPointer { hidden in
      dActivation.withUnsafeMutableBufferPointer { dActivation in
        dNext.withUnsafeMutableBufferPointer { dNext in
          for t in (0..<steps).reversed() {
            step(
              t, token: example.inputs[t], hidden.baseAddress! + (t + 1) * lanes,
              dActivation.baseAddress! + t * lanes, dNext.baseAddress!)
          }
        }
        sumOverTime(steps, hidden.baseAddress!, dActivation.baseAddress!)
      }
    }
  }

  @inline(__always)
  private func step(
    _ t: Int, token: Int, _ hidden: UnsafePointer<Lane>, _ dActivation: UnsafeMutablePointer<Lane>,
    _ dNext: UnsafeMutablePointer<Lane>
  ) {
    for c in 0..<vocabularySize {
      let d = dLogits[t * vocabularySize + c]
      dbOutput[c] += d
      let factor = Lane(repeating: d)
      for k in 0..<lanes {
        dW[c * lanes + k].addProduct(hidden[k], factor)
        dNext[k].addProduct(wRows[c * lanes + k], factor)
      }
    }
    let one = Lane(repeating: 1)
    for k in 0..<lanes {
      let d = dNext[k] * (one - hidden[k] * hidden[k])
      dActivation[k] = d
      dbHidden[k] += d
      dU[token * lanes + k] += d
      dNext[k] = .zero
    }
    // The first step's state is a constant zero: nothing flows past it.
    if t > 0 {
      vRows.withUnsafeBufferPointer { accumulate($0.baseAddress!, dActivation, hiddenSize, dNext) }
    }
  }

  /// dV = Σₜ dₜ ⊗ h_{t−1}, column by column, so that each column stays in registers over time.
  @inline(__always)
  private func sumOverTime(
    _ steps: Int, _ hidden: UnsafePointer<Lane>, _ dActivation: UnsafePointer<Lane>
  ) {
    let scalars = UnsafeRawPointer(hidden).assumingMemoryBound(to: Double.self)
    dV.withUnsafeMutableBufferPointer { dV in
      for j in 0..<hiddenSize {
        for k in 0..<lanes {
          var sum = Lane.zero
          // h₋₁ = 0: the sum begins with the second step.
          for t in 1..<max(1, steps) {
            sum.addProduct(dActivation[t * lanes + k], Lane(repeating: scalars[t * lanes * 8 + j]))
          }
          dV[j * lanes + k] = sum
        }
      }
    }
  }
}

// MARK: - Update

extension RNNEngine {
  /// Clips by the global norm and steps down the gradient.
  func update(learningRate: Double, maximumNorm: Double) {
    var squares = Lane.zero
    for value in dV { squares.addProduct(value, value) }
    for value in dU { squares.addProduct(value, value) }
    for value in dW { squares.addProduct(value, value) }
    for value in dbHidden { squares.addProduct(value, value) }
    var square = squares.sum()
    for value in dbOutput { square += value * value }
    let factor = min(1, maximumNorm / (square.squareRoot() + 1e-6)) * learningRate
    let factors = Lane(repeating: -factor)
    for i in dV.indices { vColumns[i].addProduct(dV[i], factors) }
    for i in dU.indices { uColumns[i].addProduct(dU[i], factors) }
    for i in dW.indices { wRows[i].addProduct(dW[i], factors) }
    for i in dbHidden.indices { bHidden[i].addProduct(dbHidden[i], factors) }
    for i in dbOutput.indices { bOutput[i] -= factor * dbOutput[i] }
    transpose()
  }

  /// Keeps the second copy of V in step with the first.
  private func transpose() {
    vColumns.withUnsafeBytes { columns in
      vRows.withUnsafeMutableBytes { rows in
        let from = columns.assumingMemoryBound(to: Double.self)
        let to = rows.assumingMemoryBound(to: Double.self)
        let width = lanes * 8
        for j in 0..<hiddenSize {
          for i in 0..<hiddenSize { to[i * width + j] = from[j * width + i] }
        }
      }
    }
  }
}
