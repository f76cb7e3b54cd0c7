// exercise: 02.4
// is: right
// cause: All states first; all logits as one matrix product.
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var hs: [Vector] = [initialHidden]
  for t in inputs.indices {
    hs.append(try rnnStep(inputs[t], hidden: hs[t], parameters: parameters))
  }
  hs.removeFirst()
  guard !hs.isEmpty else {
    return RNNTrace(inputs: inputs, initialHidden: initialHidden)
  }
  let Y = (parameters.W * Matrix(columns: hs)).adding(toColumns: parameters.bOutput)
  return RNNTrace(
    inputs: inputs, initialHidden: initialHidden, hidden: hs,
    logits: hs.indices.map { Y.column($0) })
}
