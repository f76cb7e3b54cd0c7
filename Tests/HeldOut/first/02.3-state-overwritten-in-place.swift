// exercise: 02.3
// is: wrong
// cause: The state is overwritten element by element while it is still being read, so that later units see the new values of the earlier ones.
// named: overwrit|in place|in-place|while|still (read|need)|new values|mix|partly|already (new|updated|changed)|earlier units|updated|one unit after|half.?new
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let H = parameters.hiddenSize
  var h = hidden
  for i in 0..<H {
    var a = parameters.U[i, token] + parameters.bHidden[i]
    for j in 0..<H {
      a += parameters.V[i, j] * h[j]
    }
    h[i] = tanh(a)
  }
  return h
}
