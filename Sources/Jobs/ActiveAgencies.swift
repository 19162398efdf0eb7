public import Postgres

/// Which agencies work is done for now, read in the worker's scope: the one question that this room has for whoever keeps the
/// agencies.
public typealias ActiveAgencies = @Sendable (inout Transaction) throws -> [Int32]
