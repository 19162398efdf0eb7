/// The version that both programs print, which is the newest one of `CHANGELOG.md`.
public enum ProgramVersion {
    public static let text = "0.2.0"
}
