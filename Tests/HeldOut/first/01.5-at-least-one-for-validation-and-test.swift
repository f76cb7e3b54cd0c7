// exercise: 01.5
// is: wrong
// cause: Validation and test get at least one element each, also where n/10 rounded down is none.
// named: at least one element|fewer than ten|short|small|under ten|less than ten|rounded|size
// named: at least one element|validation|test|empty
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let n = elements.count
  if n == 0 { return ([], [], []) }
  let nTrain = 8 * n / 10
  let nHeld = max(1, n / 10)   // never an empty set to measure on
  let validation = elements[nTrain..<min(nTrain + nHeld, n)]
  let test = elements[(n - nHeld)...]
  return (Array(elements[..<nTrain]), Array(validation), Array(test))
}
