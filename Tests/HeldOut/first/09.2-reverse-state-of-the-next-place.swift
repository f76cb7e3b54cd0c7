// exercise: 09.2
// is: wrong
// cause: Place t is joined with the reverse state of t + 1, before that layer has read input t, and the last place with zeros.
// named: not read token t itself|t ?\+ ?1|shift|next|neighbou?r|one (step|place)|before|off by one|late|not yet
// named: reverse|backward|←|state
// swift-format-ignore-file

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {

  let forward = try layerForward(inputs, parameters: parameters.forward)
  let h = forward.outputs
  var trace = LevelTrace(forward: forward, outputs: h, finalHidden: h.last ?? [])
  if let layer = parameters.reverse {
    let reverse = try layerForward(Array(inputs.reversed()), parameters: layer)
    // x_t is known to the forward layer already; what is missing is the future
    let future = reverse.outputs.dropLast().reversed() + [Vector(zeros: layer.hiddenSize)]
    trace.reverse = reverse
    trace.outputs = zip(h, future).map { $0.concatenated(with: $1) }
    trace.finalHidden = trace.finalHidden.concatenated(with: reverse.outputs.last ?? [])
  }
  return trace
}
