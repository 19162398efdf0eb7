/// What is answered to a request, whatever carries it.
struct ProbeReply {
    var status: Int
    var phrase: String
    var contentType = "text/plain; charset=utf-8"
    var allow: String?
    var body: String

    /// - Parameters:
    ///   - method: in capitals, as it was sent.
    ///   - path: without a query.
    init(method: String, path: String, health: Health, registry: PrometheusRegistry) {
        let isKnown = ["/live", "/ready", "/metrics"].contains(path)
        if !isKnown {
            self.init(404, "Not Found", "there is /live, /ready and /metrics\n")
        } else if method != "GET", method != "HEAD" {
            self.init(405, "Method Not Allowed", "only GET and HEAD\n")
            allow = "GET, HEAD"
        } else if path == "/metrics" {
            self.init(200, "OK", registry.rendered())
            contentType = PrometheusRegistry.contentType
        } else if path == "/live" {
            self.init("live", health.liveness)
        } else {
            self.init("ready", health.readiness)
        }
    }

    private init(_ status: Int, _ phrase: String, _ body: String) {
        self.status = status
        self.phrase = phrase
        self.body = body
    }

    private init(_ state: String, _ verdict: Verdict) {
        if verdict.isGood {
            self.init(200, "OK", "\(state)\n")
        } else {
            let problems = verdict.problems.map { "\($0)\n" }.joined()
            self.init(503, "Service Unavailable", "not \(state)\n" + problems)
        }
    }
}
