// exercise: 01.5
// is: wrong
// cause: The training set takes all that the two tenths leave, n - 2(n/10), instead of 8n/10 rounded down.
// named: training
// named: remain|left over|leftover|leave|rest\b|unused|rounded up|too (many|large|long|big)|minus|n ?[-−–]|between validation and test|gap
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let held = elements.count / 10
  let test = elements.suffix(held)
  let rest = elements.dropLast(held)
  let validation = rest.suffix(held)
  let training = rest.dropLast(held)
  return (Array(training), Array(validation), Array(test))
}
