import Decrees
import Files
import Foundation
import Programs
import Texts

/// A city's folder of templates, as it is on the disk.
struct TemplateFolder {
    /// Room for a picture of the city's arms in the letterhead.
    private static let largest = 8 << 20

    private let path: String
    /// The texts by the files' names; hidden files are not among them.
    let files: [String: String]

    /// - Throws: `Stop` when the folder or a file cannot be read, or nothing is in it.
    init(_ path: String) throws {
        self.path = path
        func refusal(_ reason: String) -> Stop {
            Stop(.templateFolder, ["path": .text(path), "reason": .text(reason)])
        }
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw refusal("\(SystemError(code: ENOENT))")
        }
        guard isFolder.boolValue else { throw refusal("\(SystemError(code: ENOTDIR))") }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw refusal("\(SystemError(code: EACCES))")
        }
        var files: [String: String] = [:]
        for name in names.sorted() where !name.hasPrefix(".") {
            let place = "\(path)/\(name)"
            let attributes = try? FileManager.default.attributesOfItem(
                atPath: URL(filePath: place).resolvingSymlinksInPath().path
            )
            // What no paper uses is reported by its name, whatever it holds.
            guard PaperTemplates.standardFiles[name] != nil, attributes?[.type] as? FileAttributeType == .typeRegular
            else {
                files[name] = ""
                continue
            }
            guard attributes?[.size] as? Int ?? 0 <= Self.largest else {
                throw refusal("\(name): \(SystemError(code: EFBIG))")
            }
            guard let data = FileManager.default.contents(atPath: place) else {
                throw refusal("\(name): \(SystemError(code: EACCES))")
            }
            guard let text = String(validating: data, as: UTF8.self) else {
                throw refusal("\(name): \(SystemError(code: EILSEQ))")
            }
            files[name] = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
        }
        guard !files.isEmpty else { throw Stop(.templateNone, ["path": .text(path)]) }
        self.files = files
    }

    /// What is wrong with the files; empty when papers can be printed with them.
    var problems: [TemplateProblem] {
        do throws(TemplateRefusal) {
            _ = try PaperTemplates(replacing: files)
            return []
        } catch {
            return error.problems
        }
    }

    /// - Throws: `Stop` with every problem of every file.
    func templates() throws -> PaperTemplates {
        do throws(TemplateRefusal) {
            return try PaperTemplates(replacing: files)
        } catch {
            throw Stop(
                .templateRefused,
                ["path": .text(path), "problems": .wording(Wording(lines: error.problems.map(\.wording)))]
            )
        }
    }
}
