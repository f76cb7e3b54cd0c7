/// Why a text could not be read as Markdown.
public enum MarkdownError: Error, Equatable {
  /// Quotes or lists stand inside each other more than `limit` deep; nobody writes that by hand.
  case nestedTooDeeply(line: Int, limit: Int)
  /// libcmark had no memory for the tree.
  case outOfMemory
}
