import Glibc
import KaoheScoring
import KaoheStore

/// What `import` is to read: a folder, or a workbook. A path that is neither is refused before a database is made.
enum ImportPath {
  case folder
  case sheet

  init(_ path: String) throws(StoreError) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT == S_IFDIR {
      self = .folder
    } else if path.lowercased().hasSuffix(".xlsx") {
      self = .sheet
    } else if isThere {
      throw StoreError(
        "not-importable", Bilingual("不能导入文件 \(path)", en: "can't import the file \(path)"), hint: Self.hint(path))
    } else {
      // The folder's own message says that it isn't there.
      self = .folder
    }
  }

  private static func hint(_ path: String) -> Bilingual {
    switch path.lowercased().split(separator: ".").last {
    case "csv", "yaml", "yml":
      Bilingual("CSV 和细则文件放在文件夹里，导入文件夹", en: "CSV and rule files lie in a folder; import the folder")
    case "xls", "et", "ods":
      Bilingual("在 Excel 或 WPS 里另存为 .xlsx", en: "save it as .xlsx from Excel, WPS or LibreOffice")
    default:
      Bilingual(
        "import 需要一个放着 CSV 和细则文件的文件夹，或一份 .xlsx 打分表",
        en: "import takes a folder with CSV and rule files, or a scoring sheet (.xlsx)")
    }
  }
}
