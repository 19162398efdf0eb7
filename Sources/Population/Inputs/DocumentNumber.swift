import Personnel

/// Numbers of documents, plainly made up: "800/DEMO-123/2025". The code is one of the city's filing codes.
enum DocumentNumber {
    static func make(_ filingCode: Int, _ signed: CivilDate, _ random: inout RandomStream) -> String {
        "\(filingCode)/DEMO-\(1 + random.below(9_999))/\(signed.year)"
    }
}
