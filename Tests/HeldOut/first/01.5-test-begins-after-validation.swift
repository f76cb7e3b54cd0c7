// exercise: 01.5
// is: wrong
// cause: The test set is what follows the validation set, the next tenth, instead of the last tenth of the list.
// named: test.*(right after|behind|following|follows).*validation
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let n = elements.count
  let numTrain = n * 8 / 10
  let numVal = n / 10
  let numTest = n / 10
  let train = Array(elements[0..<numTrain])
  let val = Array(elements[numTrain..<(numTrain + numVal)])
  let test = Array(elements[(numTrain + numVal)..<(numTrain + numVal + numTest)])
  return (training: train, validation: val, test: test)
}
