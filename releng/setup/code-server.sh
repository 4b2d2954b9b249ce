# Finds what the extension for VS Code is tested in: the workbench of VS Code as a server (code-server) and a browser.

code_server_version=4.139.1

# find_code_server: sets code_server to its program and browser to Chromium; fails where they cannot be had. Needs
# find_node before.
find_code_server() {
    code_server_home=$cache/code-server-$code_server_version
    code_server=$code_server_home/node_modules/code-server/out/node/entry.js
    (
        need_program chromium chromium
        [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || ! has_apt || lacks fonts-dejavu-core 'the DejaVu fonts'
        if [ ! -r "$code_server_home/complete" ]; then
            need_program c++ build-essential
            need_program pkg-config pkg-config
            need_library libsecret-1 libsecret-1-dev
            need_library krb5 libkrb5-dev
        fi
        install_lacking
    ) || return 1
    browser=$(command -v chromium) || return 1
    [ ! -r "$code_server_home/complete" ] || return 0
    say "fetching and building code-server $code_server_version in $cache (two minutes and more)"
    fetch_code_server >"$cache/code-server.log" 2>&1 </dev/null || {
        tail -n 5 "$cache/code-server.log" >&2
        say "code-server $code_server_version could not be fetched (whole log: $cache/code-server.log)"
        return 1
    }
}

# need_library NAME PACKAGE
need_library() { pkg-config --exists "$1" 2>/dev/null || lacks "$2" "the library $1 with its headers (Debian package $2)"; }

# Its modules in C++ are built on this machine; the build is not moved afterwards, as some paths are written into it.
fetch_code_server() (
    rm -rf "$code_server_home" && mkdir -p "$code_server_home" && cd "$code_server_home" || return 1
    echo '{ "name": "workbench", "private": true, "allowScripts": { "code-server": true, "argon2": true } }' >package.json
    export npm_config_nodedir="$node_home"
    npm install "code-server@$code_server_version" && : >complete
)
