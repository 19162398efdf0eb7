import Characters
import Texts

extension CityError {
    /// For a name that does not exist: by `similar` with the one that was probably meant, or else by `code`.
    ///
    /// - Parameters:
    ///   - place: what the texts of both codes call the name.
    ///   - known: the names that there are.
    public static func unknown(
        _ code: Code,
        _ similar: Code,
        _ place: String,
        _ name: String,
        known: some Sequence<String>
    ) -> CityError {
        guard let meant = name.nearest(of: known) else { return CityError(code, [place: .text(name)]) }
        return CityError(similar, [place: .text(name), "similar": .text(meant)])
    }
}
