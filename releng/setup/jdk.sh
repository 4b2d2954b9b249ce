# Finds a JDK of 21 or newer; Debian's is asked for where there is none. Sets jdk to its home.

oldest_jdk=21

# jdk_release HOME: prints the feature release (21) of the JDK there, nothing if there is none.
jdk_release() {
    [ -x "$1/bin/javac" ] || return 0
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else
        "$1/bin/javac" -version 2>&1 </dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p'
    fi
}

# jdk_serves HOME
jdk_serves() {
    release=$(jdk_release "$1")
    [ "${release:-0}" -ge "$oldest_jdk" ]
}

# search_jdk: JAVA_HOME, then PATH, then the newest in the folders where systems and tools put them.
search_jdk() {
    if [ -n "${JAVA_HOME-}" ] && jdk_serves "$JAVA_HOME"; then
        jdk=$JAVA_HOME
        return 0
    fi
    on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
    if [ -n "$on_path" ] && jdk_serves "$on_path"; then
        jdk=$on_path
        return 0
    fi
    jdk=''
    best=0
    for candidate in /usr/lib/jvm/* /usr/java/* /opt/* /opt/*/* /usr/local/* "${HOME:-/}"/.sdkman/candidates/java/* \
        "${HOME:-/}"/.jdks/* "${HOME:-/}"/.local/share/mise/installs/java/* "${HOME:-/}"/.asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk* /usr/local/opt/openjdk*; do
        [ -x "$candidate/bin/javac" ] || continue
        release=$(jdk_release "$candidate")
        if [ "${release:-0}" -ge "$oldest_jdk" ] && [ "$release" -gt "$best" ]; then
            jdk=$candidate
            best=$release
        fi
    done
    [ -n "$jdk" ]
}

# debian_jdk: prints the name of the newest JDK package that is known to serve, nothing where Debian has none.
debian_jdk() {
    for release in 25 21; do
        if apt-cache policy "openjdk-$release-jdk-headless" 2>/dev/null | grep -q 'Candidate: [0-9]'; then
            echo "openjdk-$release-jdk-headless"
            return 0
        fi
    done
}

need_jdk() {
    search_jdk && return 0
    package=''
    if has_apt; then
        package=$(debian_jdk)
        [ -n "$package" ] || { update_lists && package=$(debian_jdk); } || :
        [ -n "$package" ] || no_jdk
    fi
    lacks "$package" "a JDK of $oldest_jdk or newer"
}

find_jdk() { search_jdk || no_jdk; }

no_jdk() {
    stop "no JDK of $oldest_jdk or newer in JAVA_HOME, PATH, /usr/lib/jvm, /usr/java, /opt, /usr/local, ~/.sdkman or ~/.jdks," \
        "and this system's packages have none: install one (Eclipse Temurin 21 or newer, for example, unpacked in /opt)" \
        "or set JAVA_HOME to it, and start again"
}
