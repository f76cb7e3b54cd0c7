extension [String] {
  /// The words as a sentence lists them: "U", "U and W", "U, V and W"; empty for none.
  public var listed: String {
    guard let last, count > 1 else { return joined() }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
