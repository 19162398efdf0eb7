/// A value of a test that is known to be valid.
func sample<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("not a valid sample") }
    return value
}
