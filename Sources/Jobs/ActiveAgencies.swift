public import Postgres

/// The agencies that workers serve now, read in the worker's scope. This is all that the room asks of the program that
/// keeps the agencies.
public typealias ActiveAgencies = @Sendable (inout Transaction) throws -> [Int32]
