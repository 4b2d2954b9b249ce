# The common part of the start scripts: finds a Java of 21 or newer and runs the workbench in it. Wants here; may be given on_first_thread.

# java_release JAVA: prints its feature release, nothing when it is no Java. The file beside it answers without starting it.
java_release() {
    home=$(readlink -f "$1") && home=${home%/bin/java}
    if [ -r "$home/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release"
    else
        "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'
    fi
}

java=''
for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java)" /usr/lib/jvm/*/bin/java \
    /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java "${HOME-}"/.sdkman/candidates/java/current/bin/java; do
    [ -x "$candidate" ] || continue
    release=$(java_release "$candidate")
    if [ "${release:-0}" -ge 21 ]; then
        java=$candidate
        break
    fi
done
if [ -z "$java" ]; then
    echo 'Virt Workbench needs Java 21 or newer: install one, or set JAVA_HOME to it, and start again.' >&2
    exit 1
fi

# Java takes the names of files for what the locale says, and the C locale knows no letters but English ones.
case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
'' | C | POSIX)
    export LC_CTYPE=C.UTF-8
    [ -z "${LC_ALL-}" ] || export LC_ALL=C.UTF-8
    ;;
esac

# Without -data the workspace is in the home folder, and nobody is asked.
case " $* " in
*' -data '*) ;;
*) set -- -data "${HOME:-/tmp}/virt-workbench" "$@" ;;
esac

# What an earlier run has loaded and compiled: Java keeps it in a file and starts faster with it. What was not used for a month
# goes, and what five others were used after: each update brings a new one.
classes=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/virt-workbench
mkdir -p "$classes" 2>/dev/null && find "$classes" \( -name 'workbench-*.jsa' -o -name 'workbench-*.aot*' \) -atime +30 -exec rm -f {} +
ls -tu "$classes"/workbench-*.jsa "$classes"/workbench-*.aot 2>/dev/null | tail -n +6 | while IFS= read -r unused; do rm -f "$unused"; done

# choose_archive: sets archive for these bundles in this folder and this Java, and how Java uses it or writes it. In another folder Java would
# take it as well, and the workbench then its bundles from the first one. From 25 on it holds profiles, too:
# compiling begins where the earlier run ended. That one is not written by the run itself, which only records.
choose_archive() {
    archive=$classes/workbench-$release-$({
        printf '%s\n' "$here"
        cat "$here/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info" "$here/start.sh" \
            "$(dirname "$(dirname "$(readlink -f "$java")")")/release"
    } 2>/dev/null | cksum | cut -d ' ' -f 1)
    recorded=''
    written=''
    if [ "$release" -lt 25 ]; then
        archive_mode=-XX:+AutoCreateSharedArchive
        archive_file=-XX:SharedArchiveFile=$archive.jsa
    elif [ -s "$archive.aot" ]; then
        archive_mode=-XX:AOTMode=auto
        archive_file=-XX:AOTCache=$archive.aot
    else
        recorded=$archive.aot-$$
        archive_mode=-XX:AOTMode=record
        archive_file=-XX:AOTConfiguration=$recorded
    fi
}

# become_workbench WORD...: Compiling to the last degree waits until something has run often, and so does watching how it runs while
# other code waits for its first compilation: both take the processors from the start. New objects get room enough that they are
# collected twice until the window stands, not seven times: each stops everything.
become_workbench() {
    exec "$java" ${on_first_thread-} -Xlog:disable "$archive_mode" "$archive_file" ${written:+"-XX:AOTCache=$written"} \
        -XX:Tier4InvocationThreshold=200000 -XX:Tier4MinInvocationThreshold=60000 -XX:Tier4CompileThreshold=400000 \
        -XX:Tier4BackEdgeThreshold=2000000 -XX:Tier3DelayOn=0 \
        -XX:+UseSerialGC -Xms192m -Xmn96m -Xmx1g -XX:-UsePerfData --enable-native-access=ALL-UNNAMED \
        -Dosgi.requiredJavaVersion=21 -jar "$here"/plugins/org.eclipse.equinox.launcher_*.jar "$@"
}

# The workbench asks to be started again (23) after an installation.
code=23
while [ "$code" = 23 ]; do
    choose_archive
    become_workbench "$@" &
    workbench=$!
    trap 'kill "$workbench"' INT TERM HUP
    wait "$workbench"
    code=$?
    # A signal ends the first wait before the workbench has closed.
    wait "$workbench" 2>/dev/null
done
# Ten seconds, with nothing in sight any more; whole or not at all.
if [ -n "$recorded" ] && [ -s "$recorded" ]; then
    archive_mode=-XX:AOTMode=create
    written=$recorded.new
    become_workbench >/dev/null 2>&1 </dev/null &
    workbench=$!
    wait "$workbench" && mv -f "$written" "$archive.aot"
    rm -f "$recorded"*
fi
exit "$code"
