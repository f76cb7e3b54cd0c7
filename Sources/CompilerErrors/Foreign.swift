/// Names of other languages, and what Swift has in their place.
enum Foreign {
  static let names: [String: String] = [
    "len": "the number of elements is a property: .count",
    "range": "Swift writes a range as 0..<n",
    "xrange": "Swift writes a range as 0..<n",
    "None": "what is not there is nil in Swift", "null": "what is not there is nil in Swift",
    "NULL": "what is not there is nil in Swift",
    "True": "Swift writes true and false small", "False": "Swift writes true and false small",
    "elif": "Swift writes else if", "def": "a function begins with func",
    "not": "Swift writes not as !", "and": "Swift writes and as &&", "or": "Swift writes or as ||",
    "np": "there is no NumPy here; Vector and Matrix bring their own functions",
    "math": "exp, log and their like are there without a prefix",
    "printf": "Swift prints with print(…)", "this": "Swift calls it self",
  ]

  static let members: [String: String] = [
    "shape": "a Matrix has rows and columns, a Vector has count",
    "length": "the number of elements is .count", "size": "the number of elements is .count",
    "len": "the number of elements is .count", "add": "an array grows with append",
    "push": "an array grows with append", "T": "the transpose is .transposed",
  ]
}
