// exercise: 02.2
// is: wrong
// cause: The sigmoid is computed as eˣ/(1 + eˣ), whose exponential overflows for a large positive element and gives NaN.
// named: overflow|eˣ ?/ ?\(1|large|NaN
// swift-format-ignore-file

func sigmoid(_ x: Vector) throws -> Vector {
  let e = x.map { exp($0) }
  return e / (1 + e)
}
