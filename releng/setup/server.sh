# Builds the server's jar and the archive of its classes, and writes down how to start it. Sourced by ./run and ./test.

server=$top/lsp-server/target
jar=$server/virt-workbench-server.jar
built=$server/built     # as old as the start of the build: whatever is edited while it runs is newer
launch=$server/launch   # java, server_archive, validate_archive, launch_java_home; newer than the jar they belong to

# changed_since FILE: a source of the jar, the installed schemas or the JDK changed after that file was written.
changed_since() {
    [ -n "$(find "$top/pom.xml" "$top"/bundles/*/pom.xml "$top"/bundles/*/src/main "$top/lsp-server/pom.xml" \
        "$top/lsp-server/src/main" "$top/releng/setup" /usr/share/libvirt/schemas "${java-}" -cnewer "$1" -print -quit 2>/dev/null)" ]
}

# read_launch: sets java, server_archive and validate_archive (options, empty without an archive); fails where there is
# no build, or none of these sources and this JDK.
read_launch() {
    [ -r "$launch" ] && . "$launch" && [ "$launch_java_home" = "${JAVA_HOME-}" ] && [ -x "$java" ] && is_built &&
        [ "$launch" -nt "$jar" ]
}

is_built() { [ -r "$jar" ] && [ -r "$built" ] && ! changed_since "$built"; }

# ready_server: read_launch, after building what is missing or older than its sources.
ready_server() {
    read_launch && return 0
    . "$top/releng/setup/machine.sh"
    with_lock build_server || exit $?
    read_launch
}

build_server() {
    read_launch && return 0     # another start of this tree has just built it
    . "$top/releng/setup/build-tools.sh"
    . "$top/releng/setup/class-archive.sh"
    need_build_tools
    install_lacking
    find_build_tools
    is_built || build_jar
    record_launch
}

build_jar() {
    say "building the server"
    mkdir -p "$server"
    : >"$built.new"
    JAVA_HOME=$jdk "$maven" -q -B -f "$top/pom.xml" -pl lsp-server -am -DserverOnly -Dmaven.test.skip=true -Dmaven.source.skip=true \
        "-Dlibvirt.schemas=$schemas" "-Dlibvirt.version=$libvirt_version" package \
        >"$server/build.log" 2>&1 </dev/null || {
        tail -n 30 "$server/build.log" >&2
        stop "the build failed (whole log: $server/build.log)"
    }
    mv -f "$built.new" "$built"
}

# record_launch: writes down how to start with the JDK found, after training its archive of classes.
record_launch() {
    ready_archive server
    server_archive=$archive_option
    ready_archive validate
    validate_archive=$archive_option
    printf "java='%s'\nserver_archive='%s'\nvalidate_archive='%s'\nlaunch_java_home='%s'\n" \
        "$jdk/bin/java" "$server_archive" "$validate_archive" "${JAVA_HOME-}" >"$launch.new"
    mv -f "$launch.new" "$launch"
}

# ready_archive WORD: sets archive_option for the command of that name, empty where no archive could be made.
ready_archive() {
    name_archive "$1"
    [ "$archive" -nt "$jar" ] && [ "$archive" -nt "$jdk/release" ] && return 0
    say "recording the classes that a start of $1 needs"
    "train_$1" && starts_with_archive "$1" && return 0
    say "no class archive could be made (see $server/archive.log): starts take longer"
    rm -f "$archive"
    archive_option=''
}

# starts_with_archive WORD: a JVM that finds no room for an archive's objects may refuse to start.
starts_with_archive() {
    eval "options=\$${1}_options"
    # shellcheck disable=SC2086 # one word an option
    "$jdk/bin/java" $options "$archive_option" -Xlog:disable -jar "$jar" --version >/dev/null 2>&1 </dev/null
}
