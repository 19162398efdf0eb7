import Personnel
import Texts

extension Language {
    /// The five ratings (predikat kinerja), best first: the term of the rules, and its meaning where the page is not
    /// in the rules' language.
    var ratings: [(title: String, meaning: String?)] {
        Rating.allCases.map { ($0.title, self == .english ? Self.meaning(of: $0) : nil) }
    }

    private static func meaning(of rating: Rating) -> String {
        switch rating {
        case .sangatBaik: "very good"
        case .baik: "good"
        case .butuhPerbaikan: "needs improvement"
        case .kurang: "poor"
        case .sangatKurang: "very poor"
        }
    }

    /// The ratings on one line each: "Baik (good)".
    var ratingTitles: [String] {
        ratings.map { rating in rating.title + (rating.meaning.map { " (\($0))" } ?? "") }
    }
}
