import Transcripts

/// A heat map's values as a full rectangle of drawable size.
struct HeatGrid {
  private(set) var values: [[Double]]
  private(set) var rowNames: [String]
  private(set) var columnNames: [String]
  /// Rows and columns of the map behind one of the grid.
  private(set) var rowsPerCell: Int
  private(set) var columnsPerCell: Int

  /// Beyond this many rows or columns a cell would be a few pixels and the page megabytes.
  static let limit = 100

  /// Short rows are filled with NaN; of a large map each cell is the mean of a block.
  init(_ map: HeatMap) {
    let columns = map.values.map(\.count).max() ?? 0
    let rows = columns == 0 ? 0 : map.values.count
    rowsPerCell = max(1, (rows + Self.limit - 1) / Self.limit)
    columnsPerCell = max(1, (columns + Self.limit - 1) / Self.limit)
    let rowStarts = Array(stride(from: 0, to: rows, by: rowsPerCell))
    let columnStarts = Array(stride(from: 0, to: columns, by: columnsPerCell))
    rowNames = rowStarts.map { $0 < map.rowNames.count ? map.rowNames[$0] : String($0) }
    columnNames = columnStarts.map { $0 < map.columnNames.count ? map.columnNames[$0] : String($0) }
    let (height, width) = (rowsPerCell, columnsPerCell)
    values = rowStarts.map { row in
      columnStarts.map { column in
        Self.mean(of: map.values[row..<min(rows, row + height)], column..<(column + width))
      }
    }
  }

  /// The mean of the block's drawable numbers; of one cell, that number.
  private static func mean(of rows: ArraySlice<[Double]>, _ columns: Range<Int>) -> Double {
    var sum = 0.0
    var count = 0
    var last = Double.nan
    for row in rows {
      for column in columns where column < row.count {
        last = row[column].isNaN ? last : row[column]
        guard row[column].isDrawable else { continue }
        sum += row[column]
        count += 1
      }
    }
    return count > 0 ? sum / Double(count) : last
  }

  var rowCount: Int { values.count }
  var columnCount: Int { columnNames.count }
  var isEmpty: Bool { values.isEmpty }

  /// What the reader must know of the thinning.
  var note: String? {
    guard rowsPerCell * columnsPerCell > 1 else { return nil }
    return "Each cell is the mean of \(rowsPerCell) × \(columnsPerCell) values."
  }
}
