// exercise: 01.5
// is: wrong
// cause: The sizes are rounded to the nearest whole number instead of down.
// named: round|nearest
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let n = Double(elements.count)
  let numTrain = Int((n * 0.8).rounded())
  let numVal = Int((n * 0.1).rounded())
  let training = Array(elements.prefix(numTrain))
  let validation = Array(elements.dropFirst(numTrain).prefix(numVal))
  let test = Array(elements.suffix(min(numVal, elements.count - training.count - validation.count)))
  return (training, validation, test)
}
