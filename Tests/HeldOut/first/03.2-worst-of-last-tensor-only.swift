// exercise: 03.2
// is: wrong
// cause: The worst relative error is started anew for each tensor, so that only the last tensor's is returned.
// named: relative error|worst|largest|error
// named: last tensor|only (one|the last)|one tensor|other tensors|earlier tensors|all tensors|each tensor|first tensor|tensors? .*(forgot|lost|left|ignored|skipped)|reset|anew
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  func shifted(_ k: Int, _ i: Int, _ j: Int, by s: Double) -> P {
    var copy = parameters
    copy.tensors[k][i, j] += s
    return copy
  }
  var answer = parameters.zeros
  for (k, tensor) in parameters.tensors.enumerated() {
    for i in 0..<tensor.rows {
      for j in 0..<tensor.columns {
        let rise = try loss(shifted(k, i, j, by: step)) - loss(shifted(k, i, j, by: -step))
        answer.tensors[k][i, j] = rise / (2 * step)
      }
    }
  }
  return answer
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  var result = 0.0
  for k in analytic.tensors.indices {
    let a = analytic.tensors[k].elements
    let n = numerical.tensors[k].elements
    var worst = 0.0
    for i in a.indices {
      let scale = max(abs(a[i]), abs(n[i]))
      if a[i].isNaN || n[i].isNaN {
        worst = .nan
      } else if scale > 0 && !worst.isNaN {
        worst = max(worst, abs(a[i] - n[i]) / scale)
      }
    }
    result = worst
  }
  return result
}
