// exercise: 02.3
// is: wrong
// cause: The old state is put through tanh once more before it is multiplied by V.
// named: tanh|squash
// named: old state|previous|h′|h'|again|twice|once more|second|incoming|hidden.*(first|already)|already
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let p = parameters
  let memory = try tanh(hidden)
  let activation = p.U.column(token) + p.V * memory + p.bHidden
  return try tanh(activation)
}
