import ArgumentParser

/// States to list, as "waiting,claimed", or "all".
struct StateList<State: RawRepresentable & CaseIterable & Sendable>: ExpressibleByArgument
where State.RawValue == String {
    let states: [State]

    init(_ states: [State]) {
        self.states = states
    }

    init?(argument: String) {
        if argument == "all" {
            states = Array(State.allCases)
            return
        }
        var states: [State] = []
        for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let state = State(rawValue: String(word)) else { return nil }
            states.append(state)
        }
        self.states = states
    }

    var defaultValueDescription: String {
        states.count == State.allCases.count ? "all" : states.map(\.rawValue).joined(separator: ",")
    }
}
