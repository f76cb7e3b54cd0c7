// exercise: 03.1
// is: right
// cause: In place, with inout helpers and the carry reused for everything.
// swift-format-ignore-file

func addOuterProduct(_ m: inout Matrix, _ a: [Double], _ b: Vector) {
  for i in a.indices {
    for j in b.indices { m[i, j] += a[i] * b[j] }
  }
}

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters p: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var g = p.zeros
  var carry = [Double](repeating: 0, count: p.hiddenSize)
  var t = trace.inputs.count
  while t > 0 {
    t -= 1
    let h = trace.hidden[t]
    var out = Array(try softmax(trace.logits[t]))
    out[targets[t]] -= 1
    addOuterProduct(&g.W, out, h)
    for v in out.indices { g.bOutput[v] += out[v] }
    for i in carry.indices {
      for v in out.indices { carry[i] += p.W[v, i] * out[v] }
      carry[i] *= 1 - h[i] * h[i]
    }
    for i in carry.indices {
      g.bHidden[i] += carry[i]
      g.U[i, trace.inputs[t]] += carry[i]
    }
    addOuterProduct(&g.V, carry, t > 0 ? trace.hidden[t - 1] : trace.initialHidden)
    var new = [Double](repeating: 0, count: carry.count)
    for i in carry.indices {
      for j in new.indices { new[j] += p.V[i, j] * carry[i] }
    }
    carry = new
  }
  return (g, Vector(carry))
}
