import ArgumentParser
import CityDatabase
import Decrees
import Foundation
import Programs
import Texts

/// Where printed papers go, and with which templates they are printed.
struct PaperFileOptions: ParsableArguments {
    @Option(
        help: "The folder to write to, a file for each paper; it is made if it does not exist.",
        completion: .directory
    )
    var to: String?
    @Option(
        help: "Instead of --to: the file to write, if it is one paper.",
        completion: .file(extensions: ["html", "pdf"])
    )
    var output: String?
    @Flag(help: "Write PDF instead of HTML; this needs Chromium on this machine.") var pdf = false
    @Flag(help: "Replace files that exist.") var replace = false
    @Option(
        help: "A folder with the city's own templates ('mutasi transfer templates').",
        completion: .directory
    )
    var templates: String?

    func validate() throws {
        guard (to == nil) != (output == nil) else { throw ValidationError("give --to or --output.") }
        guard pdf || output?.lowercased().hasSuffix(".pdf") != true else {
            throw ValidationError("--output names a PDF: add --pdf.")
        }
    }

    /// A page, and the name of its file without an ending.
    struct Page {
        let name: String
        let html: String
    }

    /// Reads the templates and finds the browser, before any work is done.
    func press(for city: CityDatabase) async throws -> Press {
        let templates = try templates.map { try TemplateFolder($0).templates() } ?? .standard
        let printer = try pdf ? PDFPrinter() : nil
        return Press(options: self, templates: templates, printer: printer, isDemo: try await city.isDemo())
    }

    /// Papers become pages, and pages become files.
    struct Press {
        fileprivate let options: PaperFileOptions
        fileprivate let templates: PaperTemplates
        fileprivate let printer: PDFPrinter?
        fileprivate let isDemo: Bool

        /// Writes papers to files that only their owner may read. Nothing is written when one of them is refused.
        ///
        /// - Parameters:
        ///   - parts: something to print a paper of, with the part of the file's name after the kind of paper.
        ///   - paper: makes the paper of a part.
        /// - Throws: `Stop` with every reason why papers are refused; what keeps a file from being written.
        func print<Part, P: Paper>(
            _ parts: [(Part, name: String)],
            _ paper: (Part) throws -> P
        ) async throws {
            var (pages, problems): ([Page], [PaperProblem]) = ([], [])
            for (part, name) in parts {
                do {
                    let html = try templates.print(try paper(part), isDemo: isDemo)
                    pages.append(Page(name: "\(P.kind.rawValue)-\(Self.fileName(name))", html: html))
                } catch let refusal as PaperRefusal {
                    problems += refusal.problems.filter { !problems.contains($0) }
                }
            }
            guard problems.isEmpty else { throw Stop(PaperRefusal(problems: problems)) }
            try await write(pages)
        }

        private func write(_ pages: [Page]) async throws {
            let files: [OutputFile]
            if let folder = options.to {
                let ending = printer == nil ? "html" : "pdf"
                files = try OutputFolder(folder)
                    .files(pages.map { "\($0.name).\(ending)" }, permissions: 0o600, replaces: options.replace)
            } else {
                guard pages.count == 1 else { throw Stop(.paperOneFile, ["count": .number(pages.count)]) }
                files = [try OutputFile(options.output ?? "", permissions: 0o600, replaces: options.replace)]
            }
            let bytes = try await bytes(of: pages)
            for (file, bytes) in zip(files, bytes) { try file.write(bytes: bytes) }
            if let folder = options.to, pages.count > 1 {
                Terminal.say(Message.fileSeveralWritten(["count": .number(pages.count), "path": .text(folder)]))
            } else if let page = pages.first {
                let path = options.to.map { "\($0)/\(page.name).\(printer == nil ? "html" : "pdf")" }
                Terminal.say(Message.fileWritten(["path": .text(path ?? options.output ?? "")]))
            }
        }

        private func bytes(of pages: [Page]) async throws -> [[UInt8]] {
            guard let printer else { return pages.map { Array($0.html.utf8) } }
            let progress = TerminalProgress(Wording("PDF"), total: pages.count)
            defer { progress.finish() }
            var bytes: [[UInt8]] = []
            for page in pages {
                bytes.append(Array(try await printer.print(page.html)))
                progress.update(bytes.count)
            }
            return bytes
        }

        /// "821.2-1234" for "821.2/1234".
        private static func fileName(_ number: String) -> String {
            let known = number.map { character in
                character.isASCII && (character.isLetter || character.isNumber) || ".-_".contains(character)
                    ? character : "-"
            }
            return String(String(known.prefix(80)).drop { $0 == "." })
        }
    }
}

extension Stop {
    init(_ refusal: PaperRefusal) {
        self.init(.paperRefused, ["problems": .wording(Wording(lines: refusal.problems.map(\.wording)))])
    }
}
