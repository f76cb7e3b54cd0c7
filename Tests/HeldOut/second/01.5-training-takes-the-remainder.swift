// exercise: 01.5
// is: wrong
// cause: The training set is everything but the two tenths, so that it also takes the elements that rounding leaves over.
// named: train
// named: remain|left.?over|leaves over|rest|everything|n − 2|n - 2|more than|too (many|large|long)|rounded up|round|all but|between validation and test|in none
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let n = elements.count
  let nVal = n / 10
  let nTest = n / 10
  let nTrain = n - nVal - nTest
  return (
    training: Array(elements[0..<nTrain]),
    validation: Array(elements[nTrain..<(nTrain + nVal)]),
    test: Array(elements[(n - nTest)..<n])
  )
}
