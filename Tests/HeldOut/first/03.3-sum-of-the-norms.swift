// exercise: 03.3
// is: wrong
// cause: The global norm is the plain sum of the tensors' norms, not the root of the sum of their squares.
// named: norms
// named: sum of (the |all )?(tensors.? |single |separate |individual |their )?norms|norms?.*(added|summed|add up)|add(s|ed|ing)? (up )?(the )?(tensors.? )?norms|root (before|of each|per|too early|is taken)|not (of )?(their |the )?squares?|instead of (their |the )?squares
// swift-format-ignore-file

private func norm(_ m: Matrix) -> Double {
  var s = 0.0
  for i in 0..<m.rows { for j in 0..<m.columns { s += m[i, j] * m[i, j] } }
  return sqrt(s)
}

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var total = 0.0
  for tensor in gradients.tensors {
    total += norm(tensor)
  }
  let scale = maximumNorm / (total + 1e-6)
  guard scale < 1 else { return gradients }
  var out = gradients
  for k in out.tensors.indices { out.tensors[k] *= scale }
  return out
}
