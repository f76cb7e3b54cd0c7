import Checking
import Contracts
import Recurrent
import Reference

/// Other shifts and other denominators of the softmax.
let softmaxSlips: [Misconception<Vector, ActivationsOutput>] =
  [
    shares(
      "a shift by the mean in place of the maximum",
      "The quotient stays the same in theory, but a logit far above the mean overflows to NaN.",
      "Which sign should the exponents have, so that none of them overflows?"
    ) { x in
      let e = x.map { exp($0 - x.sum / Double(x.count)) }
      return e / e.sum
    },
    shares(
      "a shift by the largest magnitude in place of the maximum",
      "Where all logits are very negative the exponentials are rounded to 0, and 0/0 is NaN.",
      "By what do you shift if all logits are negative?"
    ) { x in
      let largest = x.map { abs($0) }.max() ?? 0
      let e = x.map { exp($0 - largest) }
      return e / e.sum
    },
    shares(
      "a shift by the first number in place of the maximum",
      "The quotient stays the same in theory, but a logit far above the first overflows to NaN.",
      "Which sign should the exponents have, so that none of them overflows?"
    ) { x in
      let e = x.map { exp($0 - x[0]) }
      return e / e.sum
    },
    cutShares(20, "20"), cutShares(100, "30 or more"),
    shares(
      "a shift with the opposite sign: exp(z + m)",
      "The exponents become larger still, so that large logits overflow to NaN.",
      "Which sign should the exponents have, so that none of them overflows?"
    ) { x in
      let e = x.map { exp($0 + (x.max() ?? 0)) }
      return e / e.sum
    },
    shares(
      "exp(m − z): the difference taken the other way",
      "The smallest logit gets the largest probability, and a logit far below overflows.",
      "Which word should be the likeliest: that with the largest logit?"
    ) { x in
      let e = x.map { exp((x.max() ?? 0) - $0) }
      return e / e.sum
    },
    shares(
      "the maximum subtracted from the exponentials and not from the logits",
      "The shift stands outside of exp, where it does not cancel and prevents no overflow.",
      "Is m subtracted before the exponential or after it?"
    ) { x in
      let e = x.map { exp($0) - (x.max() ?? 0) }
      return e / e.sum
    },
    shares(
      "a shift in the denominator alone",
      "All probabilities grow by the factor e^m, and large logits overflow.",
      "By which factor does the shift change the denominator, and does the numerator change with it?"
    ) { x in
      let sum = x.map { exp($0 - (x.max() ?? 0)) }.sum
      return x.map { exp($0) / sum }
    },
    shares(
      "a 1 added to the softmax's denominator",
      "The shares add up to less than 1, as if there were one more word.",
      "What is the sum of your probabilities?"
    ) { x in
      let e = x.map { exp($0 - (x.max() ?? 0)) }
      return e / (e.sum + 1)
    },
    shares(
      "exponentials divided by their norm", "The squares add up to 1, and the numbers do not.",
      "What is the sum of your probabilities?"
    ) { x in
      let e = x.map { exp($0 - (x.max() ?? 0)) }
      return e / e.norm
    },
    shares(
      "exponentials divided by their number",
      "The mean of the exponentials stands where their sum "
        + "should divide.",
      "What is the sum of your probabilities?"
    ) { x in
      let e = x.map { exp($0 - (x.max() ?? 0)) }
      return e / Double(e.count)
    },
    shares(
      "exponentials divided by the sum of the logits",
      "The sum is taken before the exponentials, so the shares do not add up to 1.",
      "What is it that the denominator adds up?"
    ) { x in x.map { exp($0 - (x.max() ?? 0)) } / x.sum },
    shares(
      "exponentials divided by the sum of the others",
      "Each word is left out of its own denominator, so the shares do not add up to 1.",
      "Over which words does the denominator run?"
    ) { x in
      let e = x.map { exp($0 - (x.max() ?? 0)) }
      return Vector(e.indices.map { k in e[k] / e.indices.reduce(0) { $1 == k ? $0 : $0 + e[$1] } })
    },
    shares(
      "a softmax to the base 2", "2 stands in place of e, so the probabilities are too even.",
      "Of which number is the exponential a power?"
    ) { try Reference.softmax(log(2.0) * $0) },
    shares(
      "a softmax to the base 10", "10 stands in place of e, so the probabilities are too uneven.",
      "Of which number is the exponential a power?"
    ) { try Reference.softmax(log(10.0) * $0) },
    shares(
      "a softmax taken twice",
      "The probabilities go through a softmax again, so all of them are nearly "
        + "equal.",
      "How often do you take exponentials?"
    ) { try Reference.softmax(try Reference.softmax($0)) },
    shares(
      "a softmax of tanh", "The logits are squeezed first, so no probability can be near 1.",
      "What goes into the exponential?"
    ) { try Reference.softmax(try Reference.tanh($0)) },
    shares(
      "shares of the logits above the smallest, without exponentials",
      "The differences are shared out as they are, so the smallest logit gets nothing.",
      "Does the ratio of two probabilities equal e^(z₁ − z₂)?"
    ) { x in
      let shifted = x - (x.min() ?? 0)
      return shifted / shifted.sum
    },
  ]
  + [1e-8, 1e-7, 1e-5, 1e-3].map { small in
    shares(
      "\(small) added to the softmax's denominator",
      "The probabilities add up to a little less than 1, and the loss has a floor that is not its own.",
      "Can a sum of exponentials be zero after the shift by the maximum?"
    ) { x in
      let e = x.map { exp($0 - (x.max() ?? 0)) }
      return e / (e.sum + small)
    }
  }

private func shares(
  _ name: String, _ explanation: String, _ question: String,
  _ function: @escaping @Sendable (Vector) throws -> Vector
) -> Misconception<Vector, ActivationsOutput> {
  activating(name, explanation, question) { $1.softmax = try function($0) }
}

/// From 30 on what is cut to one limit and to another gives the same.
private func cutShares(_ limit: Double, _ text: String) -> Misconception<Vector, ActivationsOutput>
{
  shares(
    "a softmax of logits cut to ±\(text)",
    "Beyond the limit all logits are taken for alike, where a shift would keep their differences.",
    "Does the ratio of two probabilities equal e^(z₁ − z₂), however large the two are?"
  ) { x in
    let e = x.map { exp(max(-limit, min(limit, $0))) }
    return e / e.sum
  }
}
