// exercise: 07.4
// is: wrong
// cause: At the first step the old state is taken to be zero instead of the trace's initial hidden state.
// named: initial|first step|step 0
// named: zero|ignored|not (used|read)|instead
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  var gradients = parameters.zeros
  let none = Vector(zeros: parameters.hiddenSize)
  var future = none
  for t in trace.inputs.indices.reversed() {
    let now = trace.steps[t]
    let past = t > 0 ? trace.steps[t - 1].hidden : none
    let x: Vector = try oneHot(trace.inputs[t], size: parameters.vocabularySize)
    var error = try softmax(trace.logits[t])
    error[targets[t]] -= 1
    gradients.Wv.addOuter(error, now.hidden)
    gradients.bv += error
    let dh = parameters.Wv.transposedProduct(error) + future
    let dn = dh * (1 - now.updateGate) * (1 - now.candidate * now.candidate)
    let dz = dh * (past - now.candidate) * now.updateGate * (1 - now.updateGate)
    let dq = dn * now.resetGate
    let dr = dn * now.recurrentTerm * now.resetGate * (1 - now.resetGate)
    for (path, d) in [(\GRUParameters.Wxr, dr), (\.Wxz, dz), (\.Wxn, dn)] {
      gradients[keyPath: path].addOuter(d, x)
    }
    for (path, d) in [(\GRUParameters.Whr, dr), (\.Whz, dz), (\.Whn, dq)] {
      gradients[keyPath: path].addOuter(d, past)
    }
    for (path, d) in [
      (\GRUParameters.bxr, dr), (\.bxz, dz), (\.bxn, dn), (\.bhr, dr), (\.bhz, dz), (\.bhn, dq),
    ] {
      gradients[keyPath: path] += d
    }
    future = dh * now.updateGate + parameters.Whr.transposedProduct(dr)
    future += parameters.Whz.transposedProduct(dz) + parameters.Whn.transposedProduct(dq)
  }
  return (gradients, future)
}
