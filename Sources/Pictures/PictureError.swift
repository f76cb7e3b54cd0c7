/// Why a picture cannot be drawn from what it was given.
public enum PictureError: Error, Equatable, CustomStringConvertible {
  case noTokens
  /// One value for each token is needed.
  case counts(tokens: Int, values: Int, what: String)
  /// A number of layers, lengths or the like below the least that makes a picture.
  case tooFew(String, Int)

  public var description: String {
    switch self {
    case .noTokens: "there are no tokens to draw"
    case .counts(let tokens, let values, let what):
      "\(tokens) tokens and \(values) \(what): there must be one for each token"
    case .tooFew(let what, let count): "\(count) \(what) make no picture"
    }
  }

  /// - Parameter values: how many there are; 0 for none given.
  static func check(tokens: [String], values: Int, _ what: String) throws {
    if tokens.isEmpty { throw PictureError.noTokens }
    if values != 0, values != tokens.count {
      throw PictureError.counts(tokens: tokens.count, values: values, what: what)
    }
  }
}
