import Personnel

/// Numbers of documents, plainly made up: "800/DEMO-123/2025". The subject is one of the city's filing codes.
enum DocumentNumber {
    static func make(_ subject: Int, _ signed: CivilDate, _ random: inout RandomStream) -> String {
        "\(subject)/DEMO-\(1 + random.below(9_999))/\(signed.year)"
    }
}
