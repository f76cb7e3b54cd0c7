// exercise: 01.5
// is: wrong
// cause: What is left after the training set is cut in two halves; the test set gets all of the second half instead of n/10.
// named: half|halves|rest|all (that|of what) (is left|remains)|left over
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let cut = elements.count * 8 / 10
  let rest = elements[cut...]
  let half = rest.count / 2
  return (Array(elements[..<cut]), Array(rest.prefix(half)), Array(rest.dropFirst(half)))
}
