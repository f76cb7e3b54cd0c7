// exercise: 02.3
// is: wrong
// cause: The recurrent matrix is applied transposed, Vᵀ h′ instead of V h′.
// named: V.*transposed|Vᵀ
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let h = parameters.bHidden.count
  var a = parameters.bHidden
  for i in 0..<h {
    a[i] += parameters.U[i, token]
    for j in 0..<h {
      a[i] += parameters.V[j, i] * hidden[j]
    }
  }
  return try tanh(a)
}
