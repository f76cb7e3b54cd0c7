// exercise: 01.5
// is: wrong
// cause: The test set takes everything after the validation set instead of only the last n/10 elements.
// named: test
// named: rest\b|remain|left ?over|everything (after|behind|that)|all (that|after|elements after|the others)|too (large|many|big|long)|unused
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let n = elements.count
  let nTrain = 8 * n / 10
  let nVal = n / 10
  if nVal == 0 {
    return (Array(elements.prefix(nTrain)), [], [])
  }
  let train = Array(elements[0..<nTrain])
  let val = Array(elements[nTrain..<(nTrain + nVal)])
  let test = Array(elements[(nTrain + nVal)...])
  return (train, val, test)
}
