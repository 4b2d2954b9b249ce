# What this machine has and how to give it what it lacks. Sourced by ./run, ./test and the other files here.
# Everything is said on stderr, a line each: stdout belongs to the language server and to validate.

cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/virt-workbench
lacking_packages=''
lacking_words=''

say() { printf 'virt-workbench: %s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 2
}

# has_apt: a Debian or a child of it, where packages can be asked for.
has_apt() { [ -r /etc/debian_version ] && command -v apt-get >/dev/null 2>&1; }

# as_root COMMAND...: as it is for root, through sudo for everybody else.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# lacks PACKAGE WORDS: notes a Debian package to install and what it is, for systems with other package names.
lacks() {
    lacking_packages="$lacking_packages $1"
    lacking_words="$lacking_words
  - $2"
}

# need_program PROGRAM PACKAGE
need_program() { command -v "$1" >/dev/null 2>&1 || lacks "$2" "$1 (Debian package $2)"; }

# need_file PATTERN PACKAGE: a file that the package brings.
need_file() {
    # shellcheck disable=SC2086 # a pattern
    ls $1 >/dev/null 2>&1 || lacks "$2" "${1##*/} (Debian package $2)"
}

# install_lacking: installs all that was noted, or says what is missing and ends with 2.
install_lacking() {
    [ -n "$lacking_packages" ] || return 0
    has_apt || stop "this is not Debian; please install what is missing and start again:$lacking_words"
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
        stop "neither root nor sudo; please install as root and start again: apt-get install$lacking_packages"
    fi
    say "installing$lacking_packages"
    mkdir -p "$cache"
    apt_install "$cache/apt.log" || {
        update_lists
        apt_install "$cache/apt.log" || {
            tail -n 20 "$cache/apt.log" >&2
            stop "apt could not install$lacking_packages (whole log: $cache/apt.log)"
        }
    }
    lacking_packages=''
    lacking_words=''
}

update_lists() {
    say "asking the mirror for its newest lists"
    as_root apt-get -q update >/dev/null 2>&1 </dev/null
}

# apt_install LOG
apt_install() {
    # shellcheck disable=SC2086 # one word a package
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y --no-install-recommends install $lacking_packages >"$1" 2>&1 </dev/null
}

# with_lock COMMAND...: one set-up or build of this tree at a time. What the command leaves running does not keep the lock.
with_lock() {
    mkdir -p "$top/target"
    if command -v flock >/dev/null 2>&1; then
        ( flock 9 && "$@" 9>&- ) 9>"$top/target/setup.lock"
    else
        "$@"
    fi
}
