/// The steps of the heat maps' scales, even in OKLab.
///
/// Blue – paper – orange, which the colour-blind tell apart, and paper – teal – blue. On a dark page
/// the middle is dark and the ends shine.
enum HeatColours {
  static let light = variables(divergingLight, sequentialLight)
  static let dark = variables(divergingDark, sequentialDark)

  /// `.d0 { fill: var(--d0) }`, and the same for the sequential scale.
  static let rules = ["d", "q"].flatMap { scale in
    (0..<ColourScale.steps).map { ".\(scale)\($0) { fill: var(--\(scale)\($0)); }" }
  }.joined(separator: "\n")

  private static func variables(_ diverging: [String], _ sequential: [String]) -> String {
    let all = [("d", diverging), ("q", sequential)].flatMap { scale, colours in
      colours.enumerated().map { "--\(scale)\($0): #\($1);" }
    }
    return all.joined(separator: " ")
  }

  private static let divergingLight = [
    "123f7a", "204f89", "2f6099", "3d71a9", "4c82b9", "5b93c9", "7aa6d2", "99bada", "b8cde1",
    "d7e1e8", "f6f4ef", "f3dfcd", "f0caab", "ebb589", "e6a065", "e08a3c", "cf7832", "bd6628",
    "ac551e", "9b4413", "8a3208",
  ]

  private static let divergingDark = [
    "9cd0ff", "89c0f3", "77b1e7", "65a1dc", "5292d0", "3f83c4", "3d71a4", "395f86", "354e68",
    "303d4c", "2a2d31", "473a33", "644633", "825230", "a25e2a", "c26a1d", "ce7c34", "db8d48",
    "e79f5b", "f3b16d", "ffc37f",
  ]

  private static let sequentialLight = [
    "f6f4ef", "e7ece6", "d7e5dd", "c8ddd5", "b9d5cc", "a9cec3", "9ac6bb", "8abeb3", "7db4ac",
    "6faaa6", "61a0a0", "539699", "448c93", "35828c", "2b7886", "266d7f", "216379", "1c5872",
    "174e6c", "134466", "0f3a5f",
  ]

  private static let sequentialDark = [
    "2a2d31", "2b353a", "2b3c42", "2b444c", "2b4c55", "29545e", "265c68", "266470", "2c6f77",
    "32797e", "398485", "3f8e8c", "469994", "4da49b", "5eafa1", "73baa7", "87c5ad", "9acfb3",
    "addab9", "c0e5be", "d3f0c4",
  ]
}
