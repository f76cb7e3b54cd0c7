// exercise: 01.5
// is: right
// cause: Works from the end: the test set by its own start, the rest by division.
// swift-format-ignore-file

func partition<T>(
  _ elements: [T]
) throws -> (training: [T], validation: [T], test: [T]) {
  let n = elements.count
  let a = (8 * n) / 10
  let b = a + n / 10
  let c = n - n / 10
  return (Array(elements[0..<a]), Array(elements[a..<b]), Array(elements[c..<n]))
}
