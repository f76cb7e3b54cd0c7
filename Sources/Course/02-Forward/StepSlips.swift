import Checking
import Contracts
import Recurrent
import Reference

/// A state that is overwritten element by element while the product still reads it.
func rnnStepInPlace(_ p: RNNParameters, _ token: Int, _ old: Vector) throws -> Vector {
  var state = old
  for i in state.indices { state[i] = tanh(p.U[i, token] + p.V.row(i).dot(state) + p.bHidden[i]) }
  return state
}

/// Steps with a term, an index or an activation that is another one.
let stepSlips: [Misconception<RNNStepInput, Vector>] = [
  wrongRNNStep(
    "a state that is overwritten while it is read",
    "The new elements of h are written into h′ at once, so that later rows of V meet a mixture of "
      + "both.",
    "When row 1 of V is multiplied, does it still meet the old element 0 of h′?"
  ) { $0.whole = rnnStepInPlace },
  wrongRNNStep(
    "the bias added to the state before V multiplies it",
    "b_h goes through V, so each unit is shifted by what others should be.",
    "Does V multiply b_h?"
  ) {
    $0.state = { try $1($0.input + $0.recurrent) }
    $0.recurrent = { $0.V * ($1 + $0.bHidden) }
  },
  wrongRNNStep(
    "the input added to the state before V multiplies it",
    "The column of U goes through V, as if the word had been read a step ago.",
    "Does V multiply U x?"
  ) {
    $0.whole = { p, token, old in
      try tanh(p.V * (old + p.U.column(token)) + p.bHidden)
    }
  },
  wrongRNNStep(
    "U x twice", "The token counts twice as much as it should.",
    "How often does U x occur in the formula?"
  ) { $0.input = { 2 * $0.U.column($1) } },
  wrongRNNStep(
    "V h′ twice", "The past counts twice as much as it should.",
    "How often does V h′ occur in the formula?"
  ) { $0.recurrent = { 2 * ($0.V * $1) } },
  wrongRNNStep(
    "U x subtracted", "What the token should raise it lowers.", "Which sign has U x in the formula?"
  ) { $0.input = { -1 * $0.U.column($1) } },
  wrongRNNStep(
    "a row of W in place of a column of U",
    "The word is read with the weights that should predict it.",
    "Which matrix does the input go through: U or W?"
  ) { $0.input = { $0.W.row($1) } },
  wrongRNNStep(
    "a bias that is multiplied in place of added", "Where b_h is small the past is not heard.",
    "How are V h′ and b_h combined?"
  ) { $0.state = { try $1($0.input + $0.recurrent * $0.bias) } },
  wrongRNNStep(
    "U x and V h′ multiplied, the bias with U x",
    "Where the token says nothing, the past is not heard either.",
    "How are U x and V h′ combined?"
  ) { $0.state = { try $1(($0.input + $0.bias) * $0.recurrent) } },
  wrongRNNStep(
    "the first column of U whatever the token is",
    "Every token is read as word 0, so all look alike.", "Does your h depend on `token`?"
  ) { $0.input = { p, _ in p.U.column(0) } },
  wrongRNNStep(
    "a sum over all elements of h′ but the last",
    "The last unit's old value is heard by none.",
    "At which index does your loop over the columns of V end?"
  ) { $0.recurrent = { p, old in p.V * kept(old) { $0 < old.count - 1 } } },
  wrongRNNStep(
    "a sum over all elements of h′ but the first",
    "The first unit's old value is heard by none.",
    "At which index does your loop over the columns of V begin?"
  ) { $0.recurrent = { p, old in p.V * kept(old) { $0 > 0 } } },
  wrongRNNStep(
    "V without its diagonal", "No unit hears its own old value.",
    "Which elements of V take part in V h′?"
  ) {
    $0.recurrent = { p, old in
      p.V * old - Vector(old.indices.map { p.V[$0, $0] * old[$0] })
    }
  },
  wrongRNNStep(
    "the identity added to V", "The old state itself enters the sum beside V h′.",
    "Does h′ occur outside of V h′?"
  ) { $0.recurrent = { $0.V * $1 + $1 } },
  wrongRNNStep(
    "the mean of the products V h′ in place of their sum",
    "The past is weakened by the factor 1/H.",
    "Which operation is a matrix-vector product: Σ or a mean?"
  ) { $0.recurrent = { (1 / Double($1.count)) * ($0.V * $1) } },
  wrongRNNStep(
    "a tanh of half the sum, 2σ(x) − 1", "The curve rises half as fast as tanh does.",
    "What slope has tanh at 0?"
  ) { $0.activate = { 2 * (try sigmoid($0)) - 1 } },
  wrongRNNStep(
    "a tanh of twice the sum", "The curve rises twice as fast as tanh does.",
    "What slope has tanh at 0?"
  ) { $0.activate = { try tanh(2 * $0) } },
  wrongRNNStep(
    "a softsign, x/(1 + |x|), instead of tanh", "The states reach ±1 far too slowly.",
    "Which function bends the sum?"
  ) { $0.activate = { $0.map { $0 / (1 + abs($0)) } } },
  wrongRNNStep(
    "a tanh of the token's part and the past's, the bias with neither",
    "U x and V h′ are squeezed one by one and then added to b_h.",
    "Is tanh(a + b) the same as tanh(a) + tanh(b)?"
  ) { $0.state = { try $1($0.input) + $1($0.recurrent) + $0.bias } },
  wrongRNNStep(
    "two separate tanh's, the bias with the past",
    "The token's part and the past's are squeezed one by one.",
    "Is tanh(a + b) the same as tanh(a) + tanh(b)?"
  ) { $0.state = { try $1($0.input) + $1($0.recurrent + $0.bias) } },
  wrongRNNStep(
    "two separate tanh's, the bias with the token",
    "The token's part and the past's are squeezed one by one.",
    "Is tanh(a + b) the same as tanh(a) + tanh(b)?"
  ) { $0.state = { try $1($0.input + $0.bias) + $1($0.recurrent) } },
  wrongRNNStep(
    "tanh of the input alone, with past and bias outside",
    "The past and the bias are added outside of tanh, so the state may grow without a bound.",
    "Is tanh applied to the whole sum or to a part of it?"
  ) { $0.state = { try $1($0.input) + $0.recurrent + $0.bias } },
  wrongRNNStep(
    "tanh of the bias alone", "Token and past are added outside of tanh.",
    "Is tanh applied to the whole sum or to a part of it?"
  ) { $0.state = { try $1($0.bias) + $0.input + $0.recurrent } },
  wrongRNNStep(
    "a state divided by its length",
    "The new state is normalised, which the formula does not ask for.",
    "What happens after tanh?"
  ) {
    $0.activate = { sum in
      let h = try tanh(sum)
      return h / h.norm
    }
  },
  wrongRNNStep(
    "the old state where nothing new is larger", "Each element keeps the larger of old and new.",
    "Is the old state replaced by the new one?"
  ) {
    $0.state = { terms, activate in
      let new = try activate(terms.input + terms.recurrent + terms.bias)
      return Vector(new.indices.map { max(new[$0], terms.old[$0]) })
    }
  },
  leaky(0.1), leaky(0.2), leaky(0.3), leaky(0.7), leaky(0.8), leaky(0.9),
  wrongRNNStep(
    "the old state handed back", "The new state is computed and thrown away.",
    "Which variable does your function return?"
  ) { $0.state = { terms, _ in terms.old } },
]

/// The elements at the places that count; zeros elsewhere.
private func kept(_ vector: Vector, _ counts: (Int) -> Bool) -> Vector {
  Vector(vector.indices.map { counts($0) ? vector[$0] : 0 })
}

/// Some of the old state that stays.
private func leaky(_ share: Double) -> Misconception<RNNStepInput, Vector> {
  wrongRNNStep(
    "a leaky state: \(share) of the old one, the rest of the new one",
    "Part of what was there stays, whatever is read.", "Does h′ occur outside of V h′?"
  ) {
    $0.state = { try share * $0.old + (1 - share) * $1($0.input + $0.recurrent + $0.bias) }
  }
}
