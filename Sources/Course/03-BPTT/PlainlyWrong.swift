import Recurrent

/// The names of the tensors that are wrong; `nil` where one is neither plainly wrong nor right to
/// rounding, so that nobody could be asked to judge it.
func plainlyWrong<P: ParameterSet>(_ got: P, right: P) -> [String]? {
  var wrong: [String] = []
  for (k, name) in right.names.enumerated() {
    let (a, b) = (got.tensors[k], right.tensors[k])
    guard a.rows == b.rows, a.columns == b.columns, a.elements.allSatisfy(\.isFinite) else {
      wrong.append(name)
      continue
    }
    let scale = b.elements.map(abs).max() ?? 0
    let error = zip(a.elements, b.elements).map { abs($0 - $1) }.max() ?? 0
    if error <= 1e-11 * scale { continue }
    // The absolute size counts as well: nobody sees a mistake that is smaller than rounding.
    guard error >= 1e-3 * scale, error >= 1e-5 else { return nil }
    wrong.append(name)
  }
  return wrong
}
