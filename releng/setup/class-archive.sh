# Makes the archives of loaded classes with which the server and validate start in a fraction of the time: each is
# started once, the server asked what an editor asks first, and writes its archive when it ends. JDK 25 and newer write an
# ahead-of-time cache, which holds linked classes; older ones an application class data sharing archive.

# name_archive WORD: sets archive, archive_option (uses it) and training_option (writes it) for the JDK in jdk and the
# command of that name.
name_archive() {
    archive=$server/$1-classes-$(printf %s "$jdk" | cksum | cut -d ' ' -f 1)
    if [ "$(jdk_release "$jdk")" -ge 25 ]; then
        archive=$archive.aot
        archive_option=-XX:AOTCache=$archive
        training_option=-XX:AOTCacheOutput=$archive.new
    else
        archive=$archive.jsa
        archive_option=-XX:SharedArchiveFile=$archive
        training_option=-XX:ArchiveClassesAtExit=$archive.new
    fi
}

# train_validate, train_server: write the archive that name_archive has named; it appears whole or not at all.
train_validate() {
    # shellcheck disable=SC2086 # one word an option
    "$jdk/bin/java" $validate_options "$training_option" -jar "$jar" validate --quiet "$top/samples" \
        >"$server/archive.log" 2>&1 </dev/null
    [ -s "$archive.new" ] && mv -f "$archive.new" "$archive"
}

train_server() (
    training=$(mktemp -d) || return 1
    trap 'rm -rf "$training" "$archive.new"' EXIT
    answers=$training/answers
    mkfifo "$training/requests" && : >"$answers" || return 1
    # shellcheck disable=SC2086 # one word an option
    # A cache without profiles: with them the JVM compiles so much right away that a start takes 80 ms longer.
    "$jdk/bin/java" $server_options -XX:TieredStopAtLevel=1 "$training_option" -jar "$jar" server \
        <"$training/requests" >"$answers" 2>"$server/archive.log" &
    exec 3>"$training/requests"
    converse >&3
    exec 3>&-
    wait $! || return 1
    [ -s "$archive.new" ] && mv -f "$archive.new" "$archive"
)

# converse: what an editor says when a domain is opened.
converse() {
    file=file:///training/domain.xml
    document="\"textDocument\":{\"uri\":\"$file\"}"
    position='"position":{"line":1,"character":3}'
    text=$(json_text "$top/releng/setup/training-domain.xml")
    send '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}'
    send '{"jsonrpc":"2.0","method":"initialized","params":{}}'
    send "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"$file\",\"languageId\":\"xml\",\"version\":1,\"text\":\"$text\"}}}"
    await '"textDocument/publishDiagnostics"'
    send "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"textDocument/completion\",\"params\":{$document,$position}}"
    send "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"textDocument/hover\",\"params\":{$document,$position}}"
    send "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"textDocument/documentSymbol\",\"params\":{$document}}"
    send "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"textDocument/foldingRange\",\"params\":{$document}}"
    await '"id":5'
    send '{"jsonrpc":"2.0","id":6,"method":"shutdown"}'
    await '"id":6'
    send '{"jsonrpc":"2.0","method":"exit"}'
}

# send MESSAGE
send() { printf 'Content-Length: %d\r\n\r\n%s' "$(printf %s "$1" | wc -c)" "$1"; }

# await TEXT: until the server has said it, ten seconds at most.
await() {
    tries=0
    until grep -q "$1" "$answers" || [ "$tries" -ge 100 ]; do
        tries=$((tries + 1))
        sleep 0.1
    done
}

# json_text FILE: its text as the inside of a JSON string.
json_text() { sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/$/\\n/' "$1" | tr -d '\n'; }
