# Finds the Maven this build is made with, or fetches it with an older one. Sets maven to its mvn.

maven_version=3.9.16

need_maven() {
    search_maven && return 0
    need_program mvn maven
    need_program unzip unzip
}

find_maven() {
    search_maven && return 0
    say "fetching Maven $maven_version into $cache"
    fetch_maven || stop "Maven $maven_version could not be fetched (whole log: $cache/maven.log)"
    search_maven
}

search_maven() {
    maven=$cache/apache-maven-$maven_version/bin/mvn
    [ -x "$maven" ] && return 0
    mvn --version 2>/dev/null </dev/null | grep -q "Apache Maven $maven_version" && maven=$(command -v mvn)
}

# fetch_maven: an older mvn copies the newer one out of the repository it is set up with. It runs outside this tree,
# whose build it is too old for, and with the JDK it was installed for.
fetch_maven() (
    mkdir -p "$cache" && fetched=$(mktemp -d "$cache/maven.XXXXXX") && cd "$fetched" || return 1
    trap 'rm -rf "$fetched"' EXIT
    set -- -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
        "-Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin" "-DoutputDirectory=$fetched"
    { env -u JAVA_HOME mvn "$@" || JAVA_HOME=$jdk mvn "$@"; } >"$cache/maven.log" 2>&1 </dev/null || {
        tail -n 20 "$cache/maven.log" >&2
        return 1
    }
    unzip -q "apache-maven-$maven_version-bin.zip" || return 1
    rm -rf "$cache/apache-maven-$maven_version"
    mv "apache-maven-$maven_version" "$cache/"
)
