// exercise: 03.4
// is: wrong
// cause: Keeps a velocity between calls: momentum 0.9, where each step should go by its own gradient alone.
// named: momentum|velocity|earlier (call|step|gradient)|previous (call|step|gradient)|remember
// swift-format-ignore-file

nonisolated(unsafe) private var velocity: [Matrix] = []

func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  let g = gradients.tensors
  let fits = velocity.count == g.count
    && zip(velocity, g).allSatisfy { $0.rows == $1.rows && $0.columns == $1.columns }
  if !fits { velocity = g.map { Matrix(zeros: $0.rows, $0.columns) } }
  var p = parameters.tensors
  for k in p.indices {
    velocity[k] = 0.9 * velocity[k] + g[k]
    p[k] -= learningRate * velocity[k]
  }
  parameters.tensors = p
}
