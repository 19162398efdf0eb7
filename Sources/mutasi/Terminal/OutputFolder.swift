import Files
import Foundation
import Programs

/// A folder that a command fills with files; it is made, for its owner only, if it does not exist.
struct OutputFolder {
    private let path: String

    /// - Throws: `Stop` when it cannot be made, or is a file.
    init(_ path: String) throws {
        var isFolder: ObjCBool = false
        if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw OutputFile.refusal(path, SystemError(code: ENOTDIR)) }
        } else {
            guard unsafe mkdir(path, 0o700) == 0 else { throw OutputFile.refusal(path, SystemError.last) }
        }
        self.path = path
    }

    /// The files of these names, none of which is written yet.
    ///
    /// - Throws: `Stop` when one cannot be written, or exists and is not replaced.
    func files(_ names: [String], permissions: Int, replaces: Bool) throws -> [OutputFile] {
        try names.map { try OutputFile("\(path)/\($0)", permissions: permissions, replaces: replaces) }
    }
}
