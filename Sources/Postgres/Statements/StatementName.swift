/// Under which name the server knows a prepared statement; in libpq's form, which need not be made for each use.
struct StatementName: Sendable {
    private let bytes: [CChar]

    init(_ number: Int) {
        bytes = Array("s\(number)".utf8CString)
    }

    func withCString<Output>(_ body: (UnsafePointer<CChar>?) -> Output) -> Output {
        unsafe bytes.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
    }

    var identifier: Identifier {
        Identifier(unsafe bytes.withUnsafeBufferPointer { unsafe $0.baseAddress.map(String.init(cString:)) } ?? "")
    }
}
