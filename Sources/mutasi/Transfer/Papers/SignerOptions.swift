import ArgumentParser
import Decrees
import Personnel

/// The person who signs a paper.
struct SignerOptions: ParsableArguments {
    @Option(help: "Name of the person who signs, with titles.") var signer: TypedText
    @Option(help: "What the person signs as, such as 'Kepala Dinas Kesehatan'; without it, the office that decides.")
    var signerOffice: TypedText?
    @Option(help: "NIP of the person who signs; an elected head has none.") var signerNip: TypedNIP?
    @Option(help: "Rank of the person who signs, such as IV/c.") var signerRank: GradeRank?

    func officer(authority: String) throws -> Officer {
        Officer(
            name: try signer.read("--signer"),
            title: try signerOffice?.read("--signer-office") ?? authority,
            nip: try signerNip?.read(),
            grade: signerRank.map { .rank($0) }
        )
    }
}
