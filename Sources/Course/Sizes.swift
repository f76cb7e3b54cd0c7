import Checking

extension Size {
  // The letters of the lessons, by which a factor is named: "dV divided by T".

  static func steps(_ count: Int) -> Size { Size("T", "the number of steps", count) }
  static func hidden(_ count: Int) -> Size { Size("H", "the hidden size", count) }
  static func vocabulary(_ count: Int) -> Size {
    Size("V", "the size of the vocabulary", count)
  }
  static func batch(_ count: Int) -> Size { Size("B", "the number of sequences", count) }
  static func tokens(_ count: Int) -> Size {
    Size("N", "the number of tokens that are not padding", count)
  }
  static func training(_ count: Int) -> Size {
    Size("N", "the number of training sequences", count)
  }
  static func validation(_ count: Int) -> Size {
    Size("M", "the number of validation sequences", count)
  }
}
