// exercise: 02.2
// is: wrong
// cause: The softmax divides the exponentials by the largest one instead of by their sum, so they do not add up to 1.
// named: denominator|not normalised|divided by the largest
// swift-format-ignore-file

func softmax(_ logits: Vector) throws -> Vector {
  var biggest = -Double.infinity
  for l in logits {
    if l > biggest {
      biggest = l
    }
  }
  var exps = Vector(zeros: logits.count)
  for i in 0..<logits.count {
    exps[i] = exp(logits[i] - biggest)
  }
  var total = 0.0
  for e in exps {
    total = max(total, e)
  }
  return exps / total
}
