# Builds the server's jar and the archive of its classes, and writes down how to start it. Sourced by ./run and ./test.

server=$top/lsp-server/target
jar=$server/virt-workbench-server.jar
launch=$server/launch           # java, archive, launch_java_home; as old as the start of the build it belongs to

# changed_since FILE: a source of the jar, or the installed schemas, changed after that file was written.
changed_since() {
    [ -n "$(find "$top/pom.xml" "$top"/bundles/*/pom.xml "$top"/bundles/*/src/main "$top/lsp-server/pom.xml" \
        "$top/lsp-server/src/main" "$top/releng/setup" /usr/share/libvirt/schemas -cnewer "$1" -print -quit 2>/dev/null)" ]
}

# read_launch: sets java and archive; fails where there is no build, or none of these sources and this JDK.
read_launch() {
    [ -r "$launch" ] && . "$launch" && [ "$launch_java_home" = "${JAVA_HOME-}" ] && [ -x "$java" ] && [ -r "$jar" ] &&
        ! changed_since "$launch"
}

# ready_server: read_launch, after building what is missing or older than its sources.
ready_server() {
    read_launch && return 0
    . "$top/releng/setup/machine.sh"
    with_lock build_server || exit $?
    read_launch
}

build_server() {
    read_launch && return 0     # another start of this tree has just built it
    . "$top/releng/setup/jdk.sh"
    . "$top/releng/setup/maven.sh"
    . "$top/releng/setup/libvirt.sh"
    . "$top/releng/setup/class-archive.sh"
    find_jdk
    find_maven
    find_schemas
    mkdir -p "$server"
    started=$server/build.started
    : >"$started"
    if [ ! -r "$jar" ] || [ ! -r "$launch" ] || changed_since "$launch"; then
        say "building the server"
        JAVA_HOME=$jdk "$maven" -q -B -f "$top/pom.xml" -pl lsp-server -am -Dmaven.test.skip=true \
            "-Dlibvirt.schemas=$schemas" "-Dlibvirt.version=$libvirt_version" package \
            >"$server/build.log" 2>&1 </dev/null || {
            tail -n 30 "$server/build.log" >&2
            stop "the build failed (whole log: $server/build.log)"
        }
    fi
    record_launch
}

# record_launch: trains the archive of classes for the JDK found and writes down how to start.
record_launch() {
    say "recording the classes that a start needs"
    archive=$server/classes-$(printf %s "$jdk" | cksum | cut -d ' ' -f 1).jsa
    train_archive "$archive" || {
        say "no class archive could be made (see $server/archive.log): starts take longer"
        archive=''
    }
    printf "java='%s'\narchive='%s'\nlaunch_java_home='%s'\n" "$jdk/bin/java" "$archive" "${JAVA_HOME-}" >"$launch.new"
    touch -r "$started" "$launch.new"
    mv -f "$launch.new" "$launch"
}
