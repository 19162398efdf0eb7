/// How many people of an agency hold posts of which level.
struct Strength: Sendable {
    /// JPT; in a district the camat, who is an administrator by echelon.
    let leaders: Int
    let administrators: Int
    let supervisors: Int
    let functional: Int

    /// Shares `people` out by the agency's marginals, then fits the leaders to what such an agency has: one head, and
    /// assistants and expert staff only in the city secretariat. What is over counts one level lower.
    init(_ profile: AgencyProfile, people: Int, random: inout RandomStream) {
        let shares = random.shares(of: people, weights: profile.marginals.levels)
        let structural = max(1, shares[0] + shares[1] + shares[2])
        leaders = profile.isCitySecretariat ? min(max(shares[0], 1), 7) : 1
        let others = structural - leaders
        administrators = min(others, profile.isDistrict ? 1 : max(shares[0] + shares[1] - leaders, 0))
        supervisors = others - administrators
        functional = min(shares[3], people - structural)
    }
}
