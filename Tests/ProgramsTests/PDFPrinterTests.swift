import Foundation
import Testing
import Texts

@testable import Programs

@Suite("PDFPrinter")
struct PDFPrinterTests {
    private static let hasBrowser = (try? PDFPrinter()) != nil

    @Test("without a browser it says what to install")
    func missing() {
        let problem = #expect(throws: PDFProblem.self) { try PDFPrinter(lookingIn: ["/nowhere"]) }
        #expect(problem == .browserMissing)
        #expect(ErrorWords(PDFProblem.browserMissing, in: .english)?.advice?.contains("chromium") == true)
        #expect(ExitStatus(PDFProblem.browserMissing) == .configuration)
    }

    @Test("a page becomes a PDF, and nothing of the browser is left", .enabled(if: hasBrowser))
    func made() async throws {
        let pdf = try await PDFPrinter().print("<!DOCTYPE html><title>x</title><p>Keputusan</p>", within: .seconds(900))
        #expect(pdf.starts(with: Array("%PDF-".utf8)) && pdf.count > 1_000)
    }

    @Test("a browser that takes too long is killed with its children, and its folder is removed")
    func slow() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pdf-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appending(path: "chromium")
        let told = folder.appending(path: "told").path
        try Data("#!/bin/sh\nsleep 1000 &\necho $! $HOME >\(told)\nwait\n".utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        let printer = try PDFPrinter(lookingIn: [folder.path])
        await #expect(throws: PDFProblem.tooSlow(program.path)) {
            try await printer.print("<p>x</p>", within: .seconds(10))
        }
        let words = try String(contentsOfFile: told, encoding: .utf8).split(whereSeparator: \.isWhitespace)
        let child = try #require(words.first.flatMap { pid_t($0) })
        let state = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
        #expect(state == nil || state?.contains(") Z ") == true || kill(child, 0) != 0)
        #expect(!FileManager.default.fileExists(atPath: String(words[1])))
    }
}
