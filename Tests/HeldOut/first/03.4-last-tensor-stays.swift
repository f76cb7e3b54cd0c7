// exercise: 03.4
// is: wrong
// cause: The loop ends one tensor too early, so that the last tensor is never updated.
// named: last|final|one (of the )?tensors?|some tensors?|not all|tensor \d|bOutput|b_o
// named: left|never|not (moved|updated|changed)|stays?|unchanged|miss|forgot|skip|omit|untouched|early|still
// swift-format-ignore-file

func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  var p = parameters.tensors
  let g = gradients.tensors
  var k = 0
  while k < p.count - 1 {
    for i in 0..<p[k].rows {
      for j in 0..<p[k].columns {
        p[k][i, j] -= learningRate * g[k][i, j]
      }
    }
    k += 1
  }
  parameters.tensors = p
}
