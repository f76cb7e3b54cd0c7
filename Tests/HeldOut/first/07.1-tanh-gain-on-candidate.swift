// exercise: 07.1
// is: wrong
// cause: The two weights of the candidate are multiplied by the tanh gain 5/3 after being made orthogonal.
// named: Wxn|Whn|candidate|tanh
// named: gain|5/3|scal|factor|multipl|larger|too large|not orthogonal|stretch
// swift-format-ignore-file

func initialGRUParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> GRUParameters {

  // nn.init.calculate_gain
  let gains: [String: Double] = ["sigmoid": 1, "tanh": 5.0 / 3.0, "linear": 1]
  func weight(_ rows: Int, _ columns: Int, _ nonlinearity: String) -> Matrix {
    (gains[nonlinearity] ?? 1) * orthogonal(random.normal(rows, columns))
  }
  var p = GRUParameters(
    Wxr: weight(hiddenSize, vocabularySize, "sigmoid"),
    Wxz: weight(hiddenSize, vocabularySize, "sigmoid"),
    Wxn: weight(hiddenSize, vocabularySize, "tanh"),
    Whr: weight(hiddenSize, hiddenSize, "sigmoid"),
    Whz: weight(hiddenSize, hiddenSize, "sigmoid"),
    Whn: weight(hiddenSize, hiddenSize, "tanh"),
    Wv: weight(vocabularySize, hiddenSize, "linear"),
    bxr: [], bxz: [], bxn: [], bhr: [], bhz: [], bhn: [], bv: [])
  for path in [\GRUParameters.bxr, \.bxz, \.bxn, \.bhr, \.bhz, \.bhn] {
    p[keyPath: path] = Vector(zeros: hiddenSize)
  }
  p.bv = Vector(zeros: vocabularySize)
  return p
}
