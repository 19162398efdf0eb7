import Foundation
import PackagePlugin

/// Gives a target the text of its data files as `EmbeddedFiles.all`, so that an installed program needs no checkout.
@main
struct EmbedFiles: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = try EmbeddedFolder(of: target)
        let files = try folder.files()
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) files in \(target.name)",
                executable: try context.tool(named: "embed-files").url,
                arguments: [output.path, folder.location.path] + files,
                inputFiles: files.map { folder.location.appending(path: $0) },
                outputFiles: [output]
            )
        ]
    }
}
