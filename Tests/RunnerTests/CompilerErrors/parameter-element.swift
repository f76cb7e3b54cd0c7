// An element of a parameter.
// line: 8
// help: 'x' is a parameter, and parameters cannot be changed; work on a copy of it, made with var.
import Recurrent

func normalised(_ x: Vector, by factor: Double) -> Vector {
  for i in 0..<x.count {
    x[i] = x[i] / factor
  }
  return x
}
