public import ArgumentParser
public import Logging
public import Telemetry

extension LogFormat: ExpressibleByArgument {}
extension Logger.Level: @retroactive ExpressibleByArgument {}

extension ProbeAddress: ExpressibleByArgument {
    public init?(argument: String) {
        guard let address = try? ProbeAddress(argument) else { return nil }
        self = address
    }
}
