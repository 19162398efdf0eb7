import Testing

@Suite("What must not compile", .serialized)
struct RefusalTests {
    @Test("a broken rule is refused, for that reason, and its twin is not", arguments: try RefusedProgram.all())
    func refused(program: RefusedProgram) async throws {
        let compiler = try await Compiler()
        let twin = try await compiler.judge(program.path)
        let isTwinAccepted = twin.isAccepted
        #expect(isTwinAccepted, "without REFUSED it must compile:\n\(twin.text)")
        let verdict = try await compiler.judge(program.path, with: ["-D", "REFUSED"])
        let isRefused = !verdict.isAccepted
        #expect(isRefused, "it compiles")
        #expect(!program.refusals.isEmpty, "it names no reason: // refused: …")
        for refusal in program.refusals {
            let isForThatReason = verdict.errors(in: refusal.line).contains { $0.message.contains(refusal.words) }
            #expect(
                isForThatReason,
                "line \(refusal.line): no error “\(refusal.words)”, but:\n\(verdict.text)"
            )
        }
    }

    @Test("there are such programs")
    func some() throws {
        #expect(try RefusedProgram.all().count >= 40)
    }
}
