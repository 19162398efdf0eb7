// A run-time text as a setting's name, which stands in a statement without quotes.

import Postgres

func setting(_ name: String) -> Scope.Setting {
    #if REFUSED
    return Scope.Setting(name, 7)  // refused: expected argument type 'StaticString'
    #else
    return Scope.Setting("mutasi.agency", 7)
    #endif
}
