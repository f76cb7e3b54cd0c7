// exercise: 03.1
// is: wrong
// cause: In dU a token that occurs several times keeps only one of its shares, because its column is assigned (as NumPy's fancy-index += does) and not summed.
// named: dU|\bU\b
// named: overwrit|assign|repeat|several times|more than once|only (one|the first|the last)|not (added|summed|accumulated)|replac|same token|one occurrence|first step
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let T = trace.inputs.count
  let H = parameters.hiddenSize
  // Phase 1: all deltas
  var dO: [Vector] = try trace.logits.map { try softmax($0) }
  for t in 0..<T { dO[t][targets[t]] -= 1 }
  var dA = [Vector](repeating: Vector(zeros: H), count: T + 1)
  for t in (0..<T).reversed() {
    let dH = parameters.W.transposedProduct(dO[t]) + parameters.V.transposedProduct(dA[t + 1])
    dA[t] = dH * trace.hidden[t].map { 1 - $0 * $0 }
  }
  // Phase 2: all parameters
  var g = parameters.zeros
  let previous = [trace.initialHidden] + trace.hidden.dropLast()
  for t in 0..<T {
    g.W.addOuter(dO[t], trace.hidden[t])
    g.V.addOuter(dA[t], previous[t])
    g.bOutput += dO[t]
    g.bHidden += dA[t]
  }
  // dU[:, inputs] += dA
  let old = g.U
  for t in 0..<T {
    let column = trace.inputs[t]
    for i in 0..<H { g.U[i, column] = old[i, column] + dA[t][i] }
  }
  return (g, parameters.V.transposedProduct(dA[0]))
}
