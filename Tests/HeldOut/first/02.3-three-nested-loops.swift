// exercise: 02.3
// is: right
// cause: Everything by explicit loops over a full one-hot vector.
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let x: Vector = try oneHot(token, size: parameters.U.columns)
  var result = Vector(zeros: hidden.count)
  for i in 0..<hidden.count {
    var sum = parameters.bHidden[i]
    for k in 0..<x.count { sum += parameters.U[i, k] * x[k] }
    for j in 0..<hidden.count { sum += parameters.V[i, j] * hidden[j] }
    result[i] = tanh(sum)
  }
  return result
}
