extension Language {
    /// The five ratings (predikat kinerja), best first: the term of the rules, and its meaning where the page is not
    /// in the rules' language.
    var ratings: [(title: String, meaning: String?)] {
        let meanings = ["very good", "good", "needs improvement", "poor", "very poor"]
        return zip(["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"], meanings)
            .map { title, meaning in (title, self == .english ? meaning : nil) }
    }

    /// The ratings on one line each: "Baik (good)".
    var ratingTitles: [String] {
        ratings.map { rating in rating.title + (rating.meaning.map { " (\($0))" } ?? "") }
    }

    /// The keys of the ratings in tables, best first.
    static let ratingKeys = ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]
}
