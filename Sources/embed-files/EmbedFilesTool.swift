import Foundation

/// `embed-files <output.swift> <folder> <file>…`: writes the text of the folder's files as one Swift source.
@main
struct EmbedFilesTool {
    static func main() {
        do throws(FileFailure) {
            try run(CommandLine.arguments)
        } catch {
            FileHandle.standardError.write(Data("\(error.path): error: \(error.reason)\n".utf8))
            exit(EX_DATAERR)
        }
    }

    private static func run(_ arguments: [String]) throws(FileFailure) {
        guard arguments.count >= 3 else {
            throw FileFailure(path: "embed-files", reason: "usage: embed-files <output.swift> <folder> <file>…")
        }
        let folder = URL(filePath: arguments[2])
        var source = EmbeddedSource()
        for file in arguments[3...].sorted() {
            source.append(path: file, text: try text(of: folder.appending(path: file)))
        }
        do {
            try Data(source.text.utf8).write(to: URL(filePath: arguments[1]))
        } catch {
            throw FileFailure(path: arguments[1], reason: "cannot be written: \(error.localizedDescription)")
        }
    }

    private static func text(of file: URL) throws(FileFailure) -> String {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: file)
        } catch {
            throw FileFailure(path: file.path, reason: "cannot be read: \(error.localizedDescription)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileFailure(path: file.path, reason: "not UTF-8 text; save it as UTF-8")
        }
        return text
    }
}

struct FileFailure: Error {
    let path: String
    let reason: String
}
