// exercise: 01.5
// is: right
// cause: Each element is asked by its index where it belongs, in reals that are safe.
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let n = elements.count
  let a = Int((Double(n) * 8 / 10).rounded(.down))
  let b = Int((Double(n) / 10).rounded(.towardZero))
  var train: [Element] = [], val: [Element] = [], test: [Element] = []
  for (k, e) in elements.enumerated() {
    if k < a { train.append(e) }
    if k >= a && k < a + b { val.append(e) }
    if k >= n - b { test.append(e) }
  }
  return (train, val, test)
}
