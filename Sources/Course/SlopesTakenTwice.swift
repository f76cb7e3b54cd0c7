import Recurrent

// Derivatives of values that have been through their activation already: what comes of σ′ and tanh′
// applied to a gate or a candidate instead of to the sum that made it.

/// σ(y)(1 − σ(y)) of a y that is σ's value already.
func sigmoidSlopeTwice(_ y: Vector) -> Vector {
  y.map { 1 / (1 + exp(-$0)) * (1 - 1 / (1 + exp(-$0))) }
}

/// 1 − tanh²(y) of a y that is tanh's value already.
func tanhSlopeTwice(_ y: Vector) -> Vector { y.map { 1 - tanh($0) * tanh($0) } }
